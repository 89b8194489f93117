"""The method: records of people, initiatives, pains and maps. Standard library and pydantic only.

Each name is loaded when it is first used, so that who needs a pain chain does not wait for the sales plan.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sellkit.models.base import Confidence, Judged, Record
    from sellkit.models.change import Change, Difference, difference
    from sellkit.models.pain.initiative import Initiative, InitiativeList
    from sellkit.models.pain.pain_chain import Diagnosis, Link, PainChain, PainNode, Reason, Statement
    from sellkit.models.people.profile import FiveDimensionProfile
    from sellkit.models.people.relationship_map import Influence, RelationshipMap
    from sellkit.models.people.stakeholder import Action, People, PersonRef, Stakeholder
    from sellkit.models.people.tendency import Tendency
    from sellkit.models.scale import Level, Scale
    from sellkit.models.text import Language, Text

# Where each public name lives.
_HOMES = {
    "base": ("Confidence", "Judged", "Record"),
    "change": ("Change", "Difference", "difference"),
    "pain.initiative": ("Initiative", "InitiativeList"),
    "pain.pain_chain": ("Diagnosis", "Link", "PainChain", "PainNode", "Reason", "Statement"),
    "people.profile": ("FiveDimensionProfile",),
    "people.relationship_map": ("Influence", "RelationshipMap"),
    "scale": ("Level", "Scale"),
    "people.stakeholder": ("Action", "People", "PersonRef", "Stakeholder"),
    "people.tendency": ("Tendency",),
    "text": ("Language", "Text"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Action",
    "Change",
    "Confidence",
    "Diagnosis",
    "Difference",
    "FiveDimensionProfile",
    "Influence",
    "Initiative",
    "InitiativeList",
    "Judged",
    "Language",
    "Level",
    "Link",
    "PainChain",
    "PainNode",
    "People",
    "PersonRef",
    "Reason",
    "Record",
    "RelationshipMap",
    "Scale",
    "Stakeholder",
    "Statement",
    "Tendency",
    "Text",
    "difference",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'sellkit.models' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"sellkit.models.{_HOME_OF[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
