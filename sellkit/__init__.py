"""Exercises, boards and scoring for people who learn to sell to key accounts.

The public names are those of the method (`sellkit.models`), the checks and the course (`sellkit.training`). They are
loaded when first used: importing the package alone costs nothing and pulls in no widget, no pandas, no database.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sellkit.errors import SellkitError
    from sellkit.models import (
        FiveDimensionProfile,
        Initiative,
        InitiativeList,
        Judged,
        PainChain,
        People,
        RelationshipMap,
        Scale,
        Stakeholder,
        Tendency,
        Text,
    )

_HOMES = {
    "FiveDimensionProfile": "sellkit.models",
    "Initiative": "sellkit.models",
    "InitiativeList": "sellkit.models",
    "Judged": "sellkit.models",
    "PainChain": "sellkit.models",
    "People": "sellkit.models",
    "RelationshipMap": "sellkit.models",
    "Scale": "sellkit.models",
    "SellkitError": "sellkit.errors",
    "Stakeholder": "sellkit.models",
    "Tendency": "sellkit.models",
    "Text": "sellkit.models",
}

__all__ = [
    "FiveDimensionProfile",
    "Initiative",
    "InitiativeList",
    "Judged",
    "PainChain",
    "People",
    "RelationshipMap",
    "Scale",
    "SellkitError",
    "Stakeholder",
    "Tendency",
    "Text",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sellkit' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
