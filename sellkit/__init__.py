"""Exercises, boards and scoring for people who learn to sell to key accounts.

The public names are those of the method (`sellkit.models`) and of the course (`sellkit.training`). Each is loaded when
it is first used: importing the package alone costs nothing, and no name here brings a widget, pandas or a database.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sellkit.checks.what_if import what_if
    from sellkit.errors import SellkitError
    from sellkit.models import (
        FiveDimensionProfile,
        Initiative,
        InitiativeList,
        Judged,
        Opportunity,
        PainChain,
        People,
        RelationshipMap,
        Scale,
        Stakeholder,
        Tendency,
        Text,
    )
    from sellkit.training.grading import ScoreCard, grade
    from sellkit.training.journal import Journal
    from sellkit.training.sheet import Sheet
    from sellkit.training.submission import Submission, read_submission
    from sellkit.training.words import Words

__all__ = [
    "FiveDimensionProfile",
    "Initiative",
    "InitiativeList",
    "Journal",
    "Judged",
    "Opportunity",
    "PainChain",
    "People",
    "RelationshipMap",
    "Scale",
    "ScoreCard",
    "SellkitError",
    "Sheet",
    "Stakeholder",
    "Submission",
    "Tendency",
    "Text",
    "Words",
    "grade",
    "read_submission",
    "what_if",
]

# Whatever is not listed here lives in `sellkit.models`.
_HOMES = {
    "Journal": "sellkit.training.journal",
    "ScoreCard": "sellkit.training.grading",
    "SellkitError": "sellkit.errors",
    "Sheet": "sellkit.training.sheet",
    "Submission": "sellkit.training.submission",
    "Words": "sellkit.training.words",
    "grade": "sellkit.training.grading",
    "read_submission": "sellkit.training.submission",
    "what_if": "sellkit.checks.what_if",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'sellkit' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES.get(name, "sellkit.models")), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
