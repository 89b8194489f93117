"""The method: records of people, initiatives, pains and maps. Standard library and pydantic only."""

from sellkit.models.base import Confidence, Judged, Record
from sellkit.models.initiative import Initiative, InitiativeList
from sellkit.models.pain_chain import Diagnosis, Link, PainChain, PainNode, Reason, Statement
from sellkit.models.profile import FiveDimensionProfile
from sellkit.models.relationship_map import Influence, MapChange, Move, RelationshipMap, compare
from sellkit.models.scale import Level, Scale
from sellkit.models.stakeholder import Action, People, PersonRef, Stakeholder
from sellkit.models.tendency import Tendency
from sellkit.models.text import Language, Text

__all__ = [
    "Action",
    "Confidence",
    "Diagnosis",
    "FiveDimensionProfile",
    "Influence",
    "Initiative",
    "InitiativeList",
    "Judged",
    "Language",
    "Level",
    "Link",
    "MapChange",
    "Move",
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
    "compare",
]
