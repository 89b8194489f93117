"""The sheets of the house: every class whose records people fill in, and the sound records of the checks' cases."""

from functools import cache

from sellkit.models.account.key_contacts import KeyPeople
from sellkit.models.account.life_cycle import LifeCycle
from sellkit.models.account.post_sale import PostSale
from sellkit.models.account.profile import AccountProfile
from sellkit.models.account.triggers import TriggerLog
from sellkit.models.base import Record
from sellkit.models.control.closed_deals import ClosedDeals
from sellkit.models.control.history import ControlHistory, ControlPortfolio
from sellkit.models.methods.sheets import SHEETS, Method
from sellkit.models.methods.skills import SkillReview
from sellkit.models.opportunity import Opportunity, Stakeholders
from sellkit.models.pain.conversation import Conversation
from sellkit.models.portfolio.customer_value import CustomerValue
from sellkit.models.portfolio.funnel import Funnel
from sellkit.models.portfolio.growth import GrowthPlan
from sellkit.models.portfolio.resource_audit import ResourceAudit
from sellkit.models.portfolio.selection import CustomerSelection
from sellkit.models.portfolio.strategy_fit import CustomerStrategy
from sellkit.models.portfolio.strengths import StrengthMatrix
from sellkit.models.portfolio.tiers import TierBook
from sellkit.training.methods import method, methods
from sellkit.training.yamlfile import read_yaml

from ..checks.cases import FOLDER, _builder

CLASSES: tuple[type[Record], ...] = tuple(
    dict.fromkeys(
        (
            Opportunity,
            *(
                info.annotation
                for info in Opportunity.model_fields.values()
                if isinstance(info.annotation, type) and issubclass(info.annotation, Record)
            ),
            *(
                info.annotation.__args__[0]
                for name, info in Opportunity.model_fields.items()
                if name in ("prompters", "call_plans")
            ),
            Conversation,
            ControlHistory,
            ControlPortfolio,
            ClosedDeals,
            KeyPeople,
            AccountProfile,
            TriggerLog,
            LifeCycle,
            PostSale,
            GrowthPlan,
            StrengthMatrix,
            CustomerValue,
            CustomerSelection,
            Funnel,
        )
    )
)


@cache
def sound() -> tuple[Record, ...]:
    """The sound records of all cases of the checks."""
    cases = [read_yaml(file.name, file.read_bytes()).data for file in sorted(FOLDER.glob("*.yaml"))]
    found = [_builder(data)(data["sound"]) for data in cases]
    ours = {*CLASSES, *SHEETS.values(), *Stakeholders.__mro__}
    ours |= {CustomerStrategy, TierBook, ResourceAudit, SkillReview}
    return tuple(record for record in found if type(record) in ours)


def holders() -> list[tuple[type[Record], Method | None, dict[str, Method]]]:
    """Sheets that are more than a sheet of one method, each with its method and those of the sheets that it holds."""
    named: dict[type[Record], dict[str, str]] = {
        CustomerStrategy: {"alignment": "strategic-alignment", "tactics": "tactical-initiatives"},
        TierBook: {"grid": "attraction-entry"},
        ResourceAudit: {"audit": "resource-audit"},
    }
    held = [(model, None, {name: method(id) for name, id in fields.items()}) for model, fields in named.items()]
    return [(SkillReview, method("skill-ladder"), {}), *held]


def method_sheets() -> list[tuple[type[Record], Method]]:
    """Each method that ships, with the class of its sheets."""
    return [(SHEETS[type(found)], found) for found in map(method, methods())]
