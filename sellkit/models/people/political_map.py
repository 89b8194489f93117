"""M38: who holds how much power for us and against us, who tips it, and the least that must change for a majority."""

from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from pydantic import Field

from sellkit.models.base import Id, Judged, PersonId, Record
from sellkit.models.people.stakeholder import People, Stakeholder
from sellkit.models.people.swaying import Movable, fewest_steps

Colour = Literal["green", "white", "red"]
HIGHEST, LOWEST = 3, -3


class Pull(Record):
    """What one person weighs in the balance.

    influence, tendency  as marked, confirmed or not; None while blank or "not known yet"
    counted  both marks are confirmed; only then does `pull` (influence × tendency) stand in the balance, else it would
             be added if both were confirmed as they are
    up, down what one step of tendency of this person does to the balance: their influence, or 0 at the end of the scale
    flips    one step alone wins us the majority ("wins") or costs us the one that we have ("loses")
    carries  we have a majority and would not have it without this person's pull
    """

    person: Id
    influence: int | None
    tendency: int | None
    counted: bool
    pull: int = 0
    up: int = 0
    down: int = 0
    flips: Literal["wins", "loses"] | None = None
    carries: bool = False


class Balance(Record):
    """The balance of power.

    ours, theirs  influence × tendency of those for us and of those against us; only confirmed marks count (M60)
    claimed       what `net` would be if every mark given held
    open          people who are not counted, because a mark is blank, "not known yet" or unconfirmed
    """

    ours: int = 0
    theirs: int = 0
    claimed: int = 0
    counted: tuple[Id, ...] = ()
    open: tuple[Id, ...] = ()

    @property
    def net(self) -> int:
        """Ours less theirs."""
        return self.ours - self.theirs

    @property
    def majority(self) -> bool:
        """More pulls for us than against us: `net` strictly above zero. A tie is no majority."""
        return self.net > 0

    @property
    def claims_majority(self) -> bool:
        """There would be a majority if every mark given held."""
        return self.claimed > 0


class Step(Record):
    """One step of tendency that one person is moved."""

    person: Id
    start: int
    end: int


class PoliticalMap(People):
    """Political map (政治地图): the same people as on the organisation chart, but this map our work can change.

    majority   the team's own statement: do we have a majority of power? It is held against the marks
    tipped_by  who, as the team sees it, tips the balance
    A person pulls with influence × tendency, 0–5 times −3 … +3. Source: political maps of the target-account schools;
    the balance and the least change are ours.
    """

    majority: Judged[bool] = Field(default_factory=Judged[bool])
    tipped_by: Judged[PersonId] = Field(default_factory=Judged[PersonId])

    @cached_property
    def balance(self) -> Balance:
        return balance(self.people)

    @cached_property
    def pulls(self) -> tuple[Pull, ...]:
        return pulls(self.people)

    @cached_property
    def tipping(self) -> tuple[Id, ...]:
        """Those who tip the balance, most influence first: a single step of theirs wins or loses the majority."""
        found = [pull for pull in self.pulls if pull.flips]
        return tuple(pull.person for pull in sorted(found, key=lambda pull: -(pull.influence or 0)))


def colour_of(tendency: int | None) -> Colour:
    """Green for us, red against us, white for neutral and for "not known yet"; the shade follows the number."""
    if not tendency:
        return "white"
    return "green" if tendency > 0 else "red"


def balance(people: Iterable[Stakeholder]) -> Balance:
    """Add up who pulls which way."""
    ours = theirs = claimed = 0
    counted, open_ = [], []
    for person in people:
        given = (person.influence.given or 0) * (person.tendency.given or 0)
        claimed += given
        if not _counts(person):
            open_.append(person.id)
            continue
        counted.append(person.id)
        ours += max(given, 0)
        theirs += max(-given, 0)
    return Balance(ours=ours, theirs=theirs, claimed=claimed, counted=tuple(counted), open=tuple(open_))


def pulls(people: Iterable[Stakeholder]) -> tuple[Pull, ...]:
    """Sensitivity: for everybody, in the order given, what one step of theirs does to the balance."""
    people = tuple(people)
    net = balance(people).net
    found = []
    for person in people:
        influence, tendency = person.influence.given, person.tendency.given
        if influence is None or tendency is None:
            found.append(Pull(person=person.id, influence=influence, tendency=tendency, counted=False))
            continue
        counted, pull = _counts(person), influence * tendency
        up, down = (influence if tendency < HIGHEST else 0), (influence if tendency > LOWEST else 0)
        wins, loses = counted and net <= 0 < net + up, counted and net > 0 >= net - down
        found.append(
            Pull(
                person=person.id,
                influence=influence,
                tendency=tendency,
                counted=counted,
                pull=pull,
                up=up,
                down=down,
                flips="wins" if wins else "loses" if loses else None,
                carries=counted and net > 0 >= net - pull,
            )
        )
    return tuple(found)


def least_steps(people: Iterable[Stakeholder]) -> tuple[Step, ...] | None:
    """The fewest one-step changes after which we have a majority; () if we have it, None if no change reaches it.

    Only people whose marks are confirmed are moved, and each by one step of tendency at a time, at most to +3. Among
    plans with equally few steps the easiest is taken: neutral people first, then those on our side, those against us
    last, and in each camp those nearest zero first (`swaying.ease`, added up over the steps); then those who stand
    earlier in the list.
    """
    counted = [person for person in people if _counts(person)]
    marks = [(person.id, person.influence.settled or 0, person.tendency.settled or 0) for person in counted]
    plan = fewest_steps(
        [Movable(influence, tendency, HIGHEST - tendency) for _, influence, tendency in marks],
        1 - sum(influence * tendency for _, influence, tendency in marks),
    )
    if plan is None:
        return None
    return tuple(
        Step(person=id, start=tendency + n, end=tendency + n + 1)
        for (id, _, tendency), steps in zip(marks, plan, strict=True)
        for n in range(steps)
    )


def _counts(person: Stakeholder) -> bool:
    return person.influence.confirmed and person.tendency.confirmed
