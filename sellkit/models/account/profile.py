"""M12: what we know of an account, block by block, and what is still missing."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import islice, pairwise
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, PlainSerializer

from sellkit.models.account.control_mode import POWERS, ControlMode, ControlReading, Power, control_mode
from sellkit.models.base import Id, Judged, Money, PersonId, Record, Rises, Rows
from sellkit.models.people.stakeholder import ATTITUDE_STEPS, FREQUENCY_STEPS, Attitude, ContactFrequency

Year = Annotated[int, Field(ge=1, le=9999)]
Count = Annotated[int, Field(ge=0)]
Figure = Annotated[float, Field(allow_inf_nan=False)]
SquareMetres = Annotated[float, Field(ge=0, allow_inf_nan=False)]

Answer = Literal["known", "unknown", "blank"]
BlockId = Literal["company", "control", "results", "direction", "departments", "projects", "systems", "team"]
# What a block asks for: fields of the profile, or a list and the columns that each of its rows needs.
BLOCKS: Mapping[BlockId, tuple[str, ...]] = {
    "company": ("ownership", "registered_capital", "listed", "headcount", "background"),
    "control": ("controls", "control_mode"),
    "results": ("years", "sales", "profit"),
    "direction": ("strategy", "culture"),
    "departments": ("departments", "head", "duties", "contact_frequency", "standing"),
    "projects": ("projects", "region", "phase"),
    "systems": ("systems", "supplier", "pushed_by", "attitude"),
    "team": ("owner", "team", "opened_on", "updated_on"),
}
Blocks = Annotated[frozenset[BlockId], PlainSerializer(sorted, when_used="json")]
LISTS = frozenset({"years", "departments", "projects", "systems"})


class Block(NamedTuple):
    """How far one block is: answers that are known, of those asked for; the places of those that are not known yet, and
    of those that are blank. "Not known yet" is honest, and still no answer to work with."""

    id: BlockId
    filled: int
    asked: int
    unknown: tuple[str, ...]
    blank: tuple[str, ...]

    @property
    def complete(self) -> bool:
        return self.filled == self.asked


class YearFigures(Record):
    """Sales and profit of one year, in `currency`, or in the profile's if that is left out. A loss is below zero."""

    id: Id
    year: Year | None = None
    sales: Judged[Figure] = Field(default_factory=Judged[Figure])
    profit: Judged[Figure] = Field(default_factory=Judged[Figure])
    currency: str = ""


class Owner(Record):
    """Who owns the company, and the share in per cent."""

    id: Id
    name: str = ""
    share: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None


class Department(Record):
    """A department: its head, how many work there, what it does; how often we talk, and how it stands to us."""

    id: Id
    name: str = ""
    head: PersonId | None = None
    headcount: Count | None = None
    duties: str = ""
    contact_frequency: Annotated[Judged[ContactFrequency], Rises(FREQUENCY_STEPS)] = Field(
        default_factory=Judged[ContactFrequency]
    )
    standing: Annotated[Judged[Attitude], Rises(ATTITUDE_STEPS)] = Field(default_factory=Judged[Attitude])


class Project(Record):
    """One of the customer's own projects, completed or running.

    product_class, customers, operation  what it offers, to whom, and in which mode it is run
    site_area, floor_area                in square metres; cycle: how long it takes; phase: where it is
    """

    id: Id
    name: str = ""
    running: bool | None = None
    region: str = ""
    product_class: str = ""
    customers: str = ""
    operation: str = ""
    site_area: SquareMetres | None = None
    floor_area: SquareMetres | None = None
    opens_on: date | None = None
    reputation: str = ""
    cycle: str = ""
    phase: str = ""


class SystemInUse(Record):
    """An information system: since which year, from whom, who pushed it and why, how it is seen and used today."""

    id: Id
    product: str = ""
    since: Year | None = None
    supplier: str = ""
    pushed_by: PersonId | None = None
    why: str = ""
    attitude: Annotated[Judged[Attitude], Rises(ATTITUDE_STEPS)] = Field(default_factory=Judged[Attitude])
    use: str = ""


class AccountProfile(Record):
    """Account profile (客户档案): what anybody of ours must know before talking to this customer.

    controls      what headquarters controls, by power: yes or no (M13); control_mode: the mode that the team claims
    nothing_there blocks for which we looked and there is nothing: an answer, unlike an empty list
    owner, team   who of ours looks after it; coaches: who on their side guides us
    updated_on    last brought up to date
    Raises ValueError for two rows of a list with one id. Source: C1 of the C136 tool.
    """

    ownership: Judged[str] = Field(default_factory=Judged[str])
    registered_capital: Judged[Money] = Field(default_factory=Judged[Money])
    currency: str = ""
    listed: Judged[bool] = Field(default_factory=Judged[bool])
    headcount: Judged[Count] = Field(default_factory=Judged[Count])
    background: Judged[str] = Field(default_factory=Judged[str])
    owners: Rows[Owner] = ()
    controls: dict[Power, Judged[bool]] = Field(default_factory=dict)
    control_mode: Judged[ControlMode] = Field(default_factory=Judged[ControlMode])
    years: Rows[YearFigures] = ()
    strategy: Judged[str] = Field(default_factory=Judged[str])
    culture: Judged[str] = Field(default_factory=Judged[str])
    departments: Rows[Department] = ()
    projects: Rows[Project] = ()
    systems: Rows[SystemInUse] = ()
    nothing_there: Blocks = frozenset()
    owner: str = ""
    team: tuple[str, ...] = ()
    coaches: tuple[PersonId, ...] = ()
    opened_on: date | None = None
    updated_on: date | None = None
    notes: str = ""
    as_of: date | None = None

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """How complete each block is. A list without rows is one blank; where there is nothing, nothing is asked."""
        found = []
        for id in BLOCKS:
            answers = {} if id in self.nothing_there else dict(self._answers(id))
            places: dict[Answer, list[str]] = {"blank": [], "unknown": [], "known": []}
            for place, state in answers.items():
                places[state].append(place)
            unknown, blank = tuple(places["unknown"]), tuple(places["blank"])
            found.append(Block(id, len(places["known"]), len(answers), unknown, blank))
        return tuple(found)

    @cached_property
    def control(self) -> ControlReading:
        """The mode that the confirmed powers of headquarters amount to; what is not confirmed is open."""
        held, left = self.powers(True), self.powers(False)
        return control_mode(held, [power for power in POWERS if power not in (*held, *left)])

    def powers(self, held: bool) -> tuple[Power, ...]:
        """The powers that headquarters holds, or leaves to the subsidiaries, on evidence."""
        return tuple(power for power in POWERS if power in self.controls and self.controls[power].settled is held)

    @property
    def currencies(self) -> tuple[str, ...]:
        """The currencies in which the years are told, each once."""
        return tuple(dict.fromkeys(found for row in self.years if (found := row.currency or self.currency)))

    @property
    def years_missing(self) -> tuple[int, ...]:
        """Years between the first and the last of which nothing is told: at most ten of them are named."""
        told = sorted({row.year for row in self.years if row.year is not None})
        gaps = (year for was, now in pairwise(told) for year in range(was + 1, now))
        return tuple(islice(gaps, 10))

    def _answers(self, block: BlockId) -> Iterator[tuple[str, Answer]]:
        """What a block asks for: each place, and whether something is there."""
        first, *columns = BLOCKS[block]
        if first not in LISTS:
            yield from ((_place(name), _there(getattr(self, name))) for name in BLOCKS[block])
            return
        rows = getattr(self, first)
        if not rows:
            yield first, "blank"
        for row in rows:
            yield from ((f"{first}/{row.id}/{_place(name)}", _there(getattr(row, name))) for name in columns)


def _place(field: str) -> str:
    return field.replace("_", "-")


def _there(value: Any) -> Answer:
    if isinstance(value, Judged):
        return _there(value.given) if value.known else "unknown" if value.value == "unknown" else "blank"
    if isinstance(value, dict):
        marks = [_there(value.get(power, Judged[bool]())) for power in POWERS]
        return "blank" if "blank" in marks else "unknown" if "unknown" in marks else "known"
    there = bool(value.strip()) if isinstance(value, str) else value not in (None, ())
    return "known" if there else "blank"
