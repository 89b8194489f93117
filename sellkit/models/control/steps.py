"""M43: what to win next and who wins it, and where a sheet of deal control contradicts itself."""

from typing import Literal, NamedTuple

from sellkit.models.base import Id, Record
from sellkit.models.control.coach import INDEPENDENCE_STEPS, Coach
from sellkit.models.control.deal_control import DealControl, Lack, State, Voice
from sellkit.models.control.value import COACH_FOR, GATES, CoachKind, ElementId, Gate, group_of

Contradiction = Literal[
    "first-without-win", "win-without-person", "win-refused", "top-outside", "f1-incomplete", "f2-friendly",
    "f3-outsiders", "f3-minority", "clear-only",
]  # fmt: skip


class NextStep(Record):
    """The next element to win, in the order W, F, C, and who or what wins it.

    element, state, lacks  which element, how it stands, and why it is not confirmed yet
    gate                   the gate that it helps to open, None if its group has passed its gate
    people, needed         whom to win, and how many of them are enough; empty while nobody is named, and for a Clear
    coach_kind, coaches    the kind of coach who can tell, and those of this kind whom the sheet knows: who has not
                           spoken on it first, then by independence and record; empty: such a coach must be found
    """

    element: ElementId
    state: State
    lacks: tuple[Lack, ...] = ()
    gate: Gate | None = None
    people: tuple[Id, ...] = ()
    needed: int = 0
    coach_kind: CoachKind
    coaches: tuple[Id, ...] = ()


class Conflict(NamedTuple):
    """One contradiction: what it is, at which element it shows, and whom it is about."""

    kind: Contradiction
    element: ElementId
    people: tuple[str, ...] = ()


def next_step(sheet: DealControl) -> NextStep | None:
    """The first element that is not confirmed, in the order W, F, C; None when all are. Its gate and the value's next
    gate differ where two Firsts are enough for theirs and a third would still outweigh any Clear."""
    element = next((id for id in sheet.standings if not sheet.confirms(id)), None)
    if element is None:
        return None
    standing = sheet.standings[element]
    people, needed = whom_to_win(sheet, element)
    kind = COACH_FOR[sheet.scheme][element]
    return NextStep(
        element=element,
        state=standing.state,
        lacks=standing.lacks,
        gate=next((gate for gate in GATES if gate[-1] == group_of(element) and sheet.confirmed.short_of(gate)), None),
        people=people,
        needed=needed,
        coach_kind=kind,
        coaches=tuple(coach.id for coach in _to_ask(sheet, element, kind)),
    )


def contradictions(sheet: DealControl) -> tuple[Conflict, ...]:
    """What cannot be true together, in the order W, F, C. Only claims are questioned: a blank contradicts nothing."""
    return tuple(_on_the_win(sheet)) + tuple(_on_the_firsts(sheet)) + tuple(_on_the_clears(sheet))


def _on_the_win(sheet: DealControl) -> list[Conflict]:
    found: list[Conflict] = []
    for held in (sheet.claims, sheet.confirms):
        if not held("w") and (first := next((id for id in ("f2", "f3") if held(id)), None)) is not None:
            found.append(Conflict("first-without-win", first, (sheet.top,) if sheet.top else ()))
            break
    top = sheet.voice(sheet.top)
    if sheet.claims("w") and sheet.top is None:
        found.append(Conflict("win-without-person", "w"))
    if sheet.claims("w") and top is not None and (top.chose_us.given, top.helps.given) == (False, False):
        found.append(Conflict("win-refused", "w", (top.id,)))
    if top is not None and top.inside is False and (sheet.claims("w") or sheet.claims("f1")):
        found.append(Conflict("top-outside", "w" if sheet.claims("w") else "f1", (top.id,)))
    return found


def _on_the_firsts(sheet: DealControl) -> list[Conflict]:
    found: list[Conflict] = []
    if sheet.claims("f1") and not sheet.people_won("f1"):
        found.append(Conflict("f1-incomplete", "f1", whom_to_win(sheet, "f1")[0]))
    if sheet.claims("f2") and not sheet.people_won("f2"):
        found.append(Conflict("f2-friendly", "f2", whom_to_win(sheet, "f2")[0]))
    if sheet.claims("f3") and not sheet.people_won("f3"):
        outsiders = tuple(voice.id for voice in sheet.voices if voice.inside is False and voice.chose_us.given)
        kind: Contradiction = "f3-outsiders" if outsiders else "f3-minority"
        found.append(Conflict(kind, "f3", outsiders or whom_to_win(sheet, "f3")[0]))
    return found


def _on_the_clears(sheet: DealControl) -> list[Conflict]:
    value = sheet.claimed
    if value.short_of("6C") or value.wins or value.firsts:
        return []
    return [Conflict("clear-only", "c1")]


def whom_to_win(sheet: DealControl, element: ElementId) -> tuple[tuple[str, ...], int]:
    """Whom an element still needs, and how many of them are enough."""
    top, key = sheet.voice(sheet.top), sheet.key_people
    if element == "w":
        return ((sheet.top,), 1) if sheet.top else ((), 1)
    if element == "f1":
        asked = [sheet.top] if sheet.top and not (top and top.finds_us_best.settled) else []
        people = (*asked, *(voice.id for voice in key if not voice.finds_us_best.settled))
        return people, len(people) or int(not sheet.people_won("f1"))
    if element == "f2":
        return tuple(voice.id for voice in key if not voice.helps.settled), int(not sheet.people_won("f2"))
    if element == "f3":
        return _undecided(sheet), max(0, sheet.majority - len(sheet.choosers))
    return (), 0


def _undecided(sheet: DealControl) -> tuple[str, ...]:
    """Members of the structure who have not chosen us; those nearest to it first."""

    def far(voice: Voice) -> tuple[bool, bool, bool]:
        return (voice.chose_us.given is not True, not voice.helps.settled, not voice.finds_us_best.settled)

    chosen = {voice.id for voice in sheet.choosers}
    return tuple(voice.id for voice in sorted(sheet.structure, key=far) if voice.id not in chosen)


def _to_ask(sheet: DealControl, element: ElementId, kind: CoachKind) -> list[Coach]:
    heard = sheet.words(element)

    def rank(coach: Coach) -> tuple[bool, int, float]:
        steps = INDEPENDENCE_STEPS[coach.independence] if coach.independence else 0
        return (coach.id in heard, -steps, -(coach.reliability or 0.0))

    return sorted((coach for coach in sheet.coaches if coach.kind == kind), key=rank)
