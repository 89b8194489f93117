"""M40: who else is in the deal, what each party can bring to bear, how the customer sees us, and what we do."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from sellkit.models.base import Id, Judged, PersonId, Record, Rises, Rows, each_once
from sellkit.models.methods.head import US, Party

Grade = Literal["low", "medium", "high"]
SwotKind = Literal["strength", "weakness", "opportunity", "threat"]
Strategy = Literal["frontal", "flanking", "fragment", "defend", "develop"]
Purpose = Literal["prove-value", "get-information", "insulate", "minimise-weakness", "emphasise-strength"]
MineWork = Literal["find", "clear", "lay"]
# Ours to theirs; infinitely many to none is no estimate.
Ratio = Annotated[float, Field(ge=0, le=100)]

GRADE_STEPS: dict[Grade, int] = {"low": 1, "medium": 2, "high": 3}


class Resource(Record):
    """A person, an event or a thing that reaches the customer, ours or a rival's.

    party           "us" or a rival's id; through: the person whom it moves
    chance, effect  how likely it can be used, and how much it would move: low, medium, high
    aim             what it is to bring; precondition: what must be in place first, `met` whether it is
    countermeasure  for a rival's: what we do about it
    """

    id: Id
    party: Id = US
    what: str = ""
    through: PersonId | None = None
    chance: Judged[Grade] = Field(default_factory=Judged[Grade])
    effect: Judged[Grade] = Field(default_factory=Judged[Grade])
    aim: str = ""
    precondition: str = ""
    met: Judged[bool] = Field(default_factory=Judged[bool])
    countermeasure: str = ""

    @property
    def pull(self) -> int | None:
        """Chance times effect, 1–9; None until both are confirmed."""
        chance, effect = self.chance.settled, self.effect.settled
        return None if chance is None or effect is None else GRADE_STEPS[chance] * GRADE_STEPS[effect]

    @property
    def ready(self) -> bool:
        """Nothing is needed first, or what is needed is confirmed to be in place."""
        return not self.precondition.strip() or self.met.settled is True


class SwotRow(Record):
    """What the customer sees in a party: `said_by` is the person through whose eyes it is seen."""

    id: Id
    kind: SwotKind | None = None
    text: str = ""
    party: Id = US
    said_by: PersonId | None = None
    on: date | None = None


class RivalMove(Record):
    """What a rival is likely to do next, how likely it is, and our answer."""

    id: Id
    party: Id
    what: str = ""
    by: date | None = None
    chance: Judged[Grade] = Field(default_factory=Judged[Grade])
    answer: str = ""


class CompetitiveAction(Record):
    """What we do, and what the rival will do then.

    purpose      prove value, get missing information, insulate from competition, minimise weakness, emphasise strength
    mine         find a mine (查雷: an objection or promise hidden against us), clear it (排雷), or lay one (埋雷: have
                 the customer ask, openly, what a rival cannot answer); None for other actions
    resource     id of the resource that is used; plan_action: id of the action in the sales plan (M42)
    """

    id: Id
    what: str = ""
    purpose: Purpose | None = None
    mine: MineWork | None = None
    owner: str = ""
    by: date | None = None
    resource: Id | None = None
    counter_move: str = ""
    plan_action: Id | None = None


class Rival(Party):
    """A competitor; `superiority` is the customer's view of us against it under today's criteria: 3 means that we count
    three times as much, 0.5 half as much."""

    superiority: Annotated[Judged[Ratio], Rises()] = Field(default_factory=Judged[Ratio])


class Competition(Record):
    """Competition (竞争分析): resources, SWOT as the customer sees it, the rivals' moves, our strategy and actions.

    in_place   we supply this customer today in what is being bought
    winnable   this round can still be won; next_round: the occasion after this one, if there is one
    criterion  what the customer would newly weigh, or weigh anew; backer: who on their side wants it
    part       the part of the purchase that fits us; expansion: how the part grows into the whole
    Raises ValueError for two rows of a list with one id. Source: C5 of the C136 tool, and the five strategies of the
    target-account school.
    """

    rivals: tuple[Rival, ...] = ()
    resources: Rows[Resource] = ()
    swot: Rows[SwotRow] = ()
    moves: Rows[RivalMove] = ()
    strategy: Strategy | None = None
    in_place: Judged[bool] = Field(default_factory=Judged[bool])
    winnable: Annotated[Judged[bool], Rises({True: 1, False: 0})] = Field(default_factory=Judged[bool])
    criterion: str = ""
    backer: PersonId | None = None
    part: str = ""
    expansion: str = ""
    next_round: str = ""
    actions: Rows[CompetitiveAction] = ()
    as_of: date | None = None

    @model_validator(mode="after")
    def _no_rival_is_us(self) -> Self:
        each_once("party", self.parties)
        return self

    @property
    def parties(self) -> tuple[str, ...]:
        """Us, and each rival."""
        return (US, *(rival.id for rival in self.rivals))

    def resources_of(self, party: str) -> tuple[Resource, ...]:
        """A party's resources, the strongest confirmed ones first."""
        return tuple(sorted((r for r in self.resources if r.party == party), key=lambda r: -(r.pull or 0)))

    def swot_of(self, party: str) -> tuple[SwotRow, ...]:
        """What the customer sees in a party."""
        return tuple(row for row in self.swot if row.party == party)

    def moves_of(self, party: str) -> tuple[RivalMove, ...]:
        """What a rival is expected to do."""
        return tuple(move for move in self.moves if move.party == party)

    def filled(self, rival: Rival) -> bool:
        """Something is written about a rival beyond its name."""
        rows = (self.resources_of(rival.id), self.swot_of(rival.id), self.moves_of(rival.id))
        return any(rows) or rival.superiority.value is not None
