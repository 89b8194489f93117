"""What follows from the sheets of a deal: the figures that change when one mark changes."""

from typing import Annotated, Literal

from pydantic import Field

from sellkit.models.base import Id, Record, Rises
from sellkit.models.methods.checklist import ChecklistSheet
from sellkit.models.methods.ladder import LadderSheet
from sellkit.models.methods.verdict import Call, verdict
from sellkit.models.opportunity import Opportunity
from sellkit.models.paths import judged

CALL_STEPS: dict[Call, int] = {"withdraw": 0, "pursue-if": 1, "pursue": 2}
ZONE_STEPS = {"loss": 0, "swing": 1, "win": 2}


class Outlook(Record):
    """How a deal stands.

    balance           influence-weighted tendency of all people, confirmed marks only; claimed_balance: all marks
    majority          that balance is ours
    control, claimed  the value of deal control, confirmed and claimed; zone: win, swing or loss
    stages, calls     per method: the stage that has evidence (0: none yet), and the verdict
    open_marks        judgements that were made and do not count yet
    """

    balance: Annotated[int, Rises()] = 0
    claimed_balance: Annotated[int, Rises()] = 0
    majority: Annotated[bool, Rises({False: 0, True: 1})] = False
    control: str = ""
    claimed: str = ""
    zone: Annotated[Literal["loss", "swing", "win"], Rises(ZONE_STEPS)] = "loss"
    stages: Annotated[dict[Id, int], Rises()] = Field(default_factory=dict)
    calls: Annotated[dict[Id, Call], Rises(CALL_STEPS)] = Field(default_factory=dict)
    open_marks: int = 0


def outlook(deal: Opportunity) -> Outlook:
    """Compute it from the sheets as they are."""
    balance = deal.people.balance
    stages, calls = {}, {}
    for name, sheet in deal.methods.items():
        if isinstance(sheet, LadderSheet):
            stages[name] = sheet.method.height(sheet.stage.id) if sheet.stage else 0
        elif isinstance(sheet, ChecklistSheet):
            calls[name] = verdict(sheet).call
    return Outlook(
        balance=balance.net,
        claimed_balance=balance.claimed,
        majority=balance.majority,
        control=str(deal.control.confirmed),
        claimed=str(deal.control.claimed),
        zone=deal.control.confirmed.zone,
        stages=stages,
        calls=calls,
        open_marks=sum(mark.state == "unconfirmed" for _, mark in judged(deal)),
    )
