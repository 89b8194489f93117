"""M19: what the customer's business wants to reach and by which work: "result, by work" (通过…来…)."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sellkit.models.base import Id, Judged, PassageId, Record, Rows

InitiativeKind = Literal["revenue", "cost"]


class Initiative(Record):
    """One business initiative (业务发展方针) in two parts.

    result  the business result: measurable, dated, with a reason to act now
    work    the planned business work that brings it about; broad, and never our product
    kind    does it raise revenue or lower cost; owner: id of the person who answers for it
    priority  how the customer itself ranks it, 1 the first
    Source: the two-part statement of account-planning courses.
    """

    PLACES: ClassVar[Mapping[str, str]] = {"kind": "class"}

    id: Id
    result: str = ""
    work: str = ""
    kind: Judged[InitiativeKind] = Field(default_factory=Judged[InitiativeKind])
    owner: Judged[str] = Field(default_factory=Judged[str])
    priority: Annotated[int, Field(ge=1)] | None = None
    cites: tuple[PassageId, ...] = ()

    @property
    def started(self) -> bool:
        """At least one half is written."""
        return bool(self.result.strip() or self.work.strip())


class InitiativeList(Record):
    """The initiatives of one opportunity; exactly one of them leads. `people` are the ids that may own one."""

    MAIN: ClassVar[str] = "initiatives"

    initiatives: Rows[Initiative] = ()
    leading: Judged[str] = Field(default_factory=Judged[str])
    people: tuple[Id, ...] = ()

    @property
    def started(self) -> tuple[Initiative, ...]:
        """The slots in which something is written."""
        return tuple(initiative for initiative in self.initiatives if initiative.started)
