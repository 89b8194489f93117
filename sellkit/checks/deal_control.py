"""M43: claims that nothing carries, coaches whose word weighs little, and values that cannot be true together."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.control.deal_control import DealControl, Lack
from sellkit.models.control.history import ControlHistory
from sellkit.models.control.steps import Conflict, Contradiction, contradictions
from sellkit.models.control.value import ElementId

# A third of C136 or a quarter of C139: so many elements change the zone.
MUCH_INFLATION = 3
# The longest time between two reviews of a deal (tier C).
STALE_DAYS = 30
# One wrong word proves little.
ENOUGH_WORDS = 3


@check("M43-no-evidence", DealControl, "warning")
def no_evidence(sheet: DealControl) -> Iterator[At]:
    """An element is claimed, and neither a passage nor a witness stands behind it."""
    return _lacking(sheet, "evidence")


@check("M43-no-coach", DealControl, "warning")
def no_coach(sheet: DealControl) -> Iterator[At]:
    """The seller has evidence, and no coach was asked: the step that calibrates all others was skipped."""
    skipped = [id for id, standing in sheet.standings.items() if "coach" in standing.lacks]
    if skipped and any(sheet.element(id).claimed.confirmed for id in skipped):
        yield at(f"elements/{skipped[0]}/words", element=skipped[0].upper(), count=len(skipped))


@check("M43-coaches-disagree", DealControl, "warning")
def coaches_disagree(sheet: DealControl) -> Iterator[At]:
    """One coach says yes, another no; the lower value counts until it is settled."""
    for id in sheet.disputed:
        yield at(f"elements/{id}/words", element=id.upper())


@check("M43-coach-denies", DealControl, "error")
def coach_denies(sheet: DealControl) -> Iterator[At]:
    """We claim what every coach who spoke says is not so."""
    return _lacking(sheet, "coach-denies")


@check("M43-coach-ahead", DealControl, "hint")
def coach_ahead(sheet: DealControl) -> Iterator[At]:
    """A coach says that an element holds which the seller does not claim."""
    for id, standing in sheet.standings.items():
        heard = {word.holds for word in sheet.words(id).values()}
        if standing.state in ("open", "unknown", "denied") and True in heard and False not in heard:
            yield at(f"elements/{id}/claimed", element=id.upper())


@check("M43-inflation", DealControl, "warning")
def inflation(sheet: DealControl) -> Iterator[At]:
    """Coaches were asked, and much of what is claimed did not hold."""
    over = sum(sheet.inflation.values())
    heard = any(sheet.words(id) for id in sheet.standings if sheet.claims(id))
    if heard and over >= MUCH_INFLATION:
        first = next(id for id in sheet.standings if sheet.claims(id) and not sheet.confirms(id))
        yield at(f"elements/{first}/claimed", claimed=str(sheet.claimed), confirmed=str(sheet.confirmed), count=over)


@check("M43-first-without-win", DealControl, "warning")
def first_without_win(sheet: DealControl) -> Iterator[At]:
    """F2 or F3 with 0W: is this the right decider?"""
    return _conflict(sheet, "first-without-win", "claimed")


@check("M43-w-nobody", DealControl, "error")
def win_without_person(sheet: DealControl) -> Iterator[At]:
    """W is about one named person."""
    if any(conflict.kind == "win-without-person" for conflict in contradictions(sheet)):
        yield at("top")


@check("M43-w-refused", DealControl, "error")
def win_refused(sheet: DealControl) -> Iterator[At]:
    """W is claimed, and the same sheet says that the top person has neither chosen us nor helps."""
    for conflict in contradictions(sheet):
        if conflict.kind == "win-refused":
            yield at(f"voices/{conflict.people[0]}/chose-us", person_id=conflict.people[0])


@check("M43-top-outside", DealControl, "error")
def top_outside(sheet: DealControl) -> Iterator[At]:
    """The top decision maker belongs to the decision structure."""
    for conflict in contradictions(sheet):
        if conflict.kind == "top-outside":
            yield at(f"voices/{conflict.people[0]}/inside", person_id=conflict.people[0])


@check("M43-f1-incomplete", DealControl, "warning")
def f1_incomplete(sheet: DealControl) -> Iterator[At]:
    """F1 needs the top person and every key person."""
    return _conflict(sheet, "f1-incomplete", "claimed")


@check("M43-f2-friendly", DealControl, "warning")
def f2_friendly(sheet: DealControl) -> Iterator[At]:
    """F2 is claimed, and no key person is seen to help: friendly is not helping."""
    return _conflict(sheet, "f2-friendly", "claimed")


@check("M43-f3-outsiders", DealControl, "error")
def f3_outsiders(sheet: DealControl) -> Iterator[At]:
    """F3 counts members of the decision structure only, and without the outsiders there is no majority."""
    return _conflict(sheet, "f3-outsiders", "claimed")


@check("M43-f3-minority", DealControl, "warning")
def f3_minority(sheet: DealControl) -> Iterator[At]:
    """F3 is claimed, and fewer than half of the structure have confirmed that they chose us."""
    return _conflict(sheet, "f3-minority", "claimed")


@check("M43-clear-only", DealControl, "warning")
def clear_only(sheet: DealControl) -> Iterator[At]:
    """All is clear and nobody is won: a high C is not a win."""
    if any(conflict.kind == "clear-only" for conflict in contradictions(sheet)):
        yield at("elements/w/claimed", value=str(sheet.claimed))


@check("M43-stale", DealControl, "warning")
def stale(sheet: DealControl) -> Iterator[At]:
    """A confirmed element rests on words that are older than a review; without a day of the sheet nothing is old."""
    for id in _confirmed(sheet):
        days = [word.on for word in sheet.words(id).values() if word.holds is True and word.on is not None]
        if sheet.as_of is not None and days and (age := (sheet.as_of - max(days)).days) > STALE_DAYS:
            yield at(f"elements/{id}/words", element=id.upper(), days=age)


@check("M43-coach-dependent", DealControl, "warning")
def coach_dependent(sheet: DealControl) -> Iterator[At]:
    """A confirmed element rests on nobody but coaches who live by our claim."""
    for id in _confirmed(sheet):
        behind = [coach for coach in sheet.coaches if _says_yes(sheet, id, coach.id)]
        if all(coach.independence == "dependent" for coach in behind):
            yield at(f"elements/{id}/words", element=id.upper(), coach=behind[0].label)


@check("M43-coach-record", DealControl, "warning")
def coach_record(sheet: DealControl) -> Iterator[At]:
    """We rely on a coach who has been wrong more often than right."""
    for coach in sheet.coaches:
        record = coach.reliability
        relied = [id for id in _confirmed(sheet) if _says_yes(sheet, id, coach.id)]
        if relied and record is not None and record < 0.5 and (coach.told or 0) >= ENOUGH_WORDS:
            yield at(f"coaches/{coach.id}/right", coach=coach.label, right=coach.right or 0, told=coach.told or 0)


@check("M43-unknown-coach", DealControl, "error")
def unknown_coach(sheet: DealControl) -> Iterator[At]:
    """A word whose coach is not on the sheet is not heard."""
    for element in sheet.elements:
        for word in element.words:
            if sheet.coach(word.coach) is None:
                yield at(f"elements/{element.id}/words/{word.id}/coach", element=element.id.upper(), other=word.coach)


@check("M43-word-from-the-future", DealControl, "warning")
def word_from_the_future(sheet: DealControl) -> Iterator[At]:
    """A word that is younger than the sheet is not heard."""
    for element in sheet.elements:
        for word in element.words:
            if sheet.as_of is not None and word.on is not None and word.on > sheet.as_of:
                yield at(f"elements/{element.id}/words/{word.id}/on", element=element.id.upper())


@check("M43-not-in-scheme", DealControl, "hint")
def not_in_scheme(sheet: DealControl) -> Iterator[At]:
    """C136 has six Clears; what stands under C7 to C9 does not count there."""
    for element in sheet.elements:
        if element.id not in sheet.standings and element.claimed.value is not None:
            yield at(f"elements/{element.id}/claimed", element=element.id.upper())


@check("M43-copied", ControlHistory, "warning")
def copied(history: ControlHistory) -> Iterator[At]:
    """A later sheet repeats the value without a single new fact or word."""
    for sheet in history.copied:
        yield at(f"reviews/{sheet.id}/elements", value=str(sheet.claimed))


@check("M43-history-dates", ControlHistory, "warning")
def history_dates(history: ControlHistory) -> Iterator[At]:
    """Each of several sheets has a day, and no two have the same."""
    days = [sheet.as_of for sheet in history.reviews]
    for n, sheet in enumerate(history.reviews):
        if len(days) > 1 and (sheet.as_of is None or sheet.as_of in days[:n]):
            yield at(f"reviews/{sheet.id}/as-of")


@check("M43-history-schemes", ControlHistory, "warning")
def history_schemes(history: ControlHistory) -> Iterator[At]:
    """A value of C136 and one of C139 are no line: convert one of them."""
    sheets = history.by_date
    other = next((sheet for sheet in sheets if sheet.scheme != sheets[0].scheme), None)
    if other is not None:
        yield at(f"reviews/{other.id}/scheme", scheme=other.scheme, other=sheets[0].scheme)


def _lacking(sheet: DealControl, lack: Lack) -> Iterator[At]:
    for id, standing in sheet.standings.items():
        if lack in standing.lacks:
            yield at(f"elements/{id}/claimed", element=id.upper())


def _conflict(sheet: DealControl, kind: Contradiction, field: str) -> Iterator[At]:
    found: list[Conflict] = [conflict for conflict in contradictions(sheet) if conflict.kind == kind]
    for conflict in found:
        yield at(f"elements/{conflict.element}/{field}", element=conflict.element.upper(), count=len(conflict.people))


def _confirmed(sheet: DealControl) -> list[ElementId]:
    return [id for id in sheet.standings if sheet.confirms(id)]


def _says_yes(sheet: DealControl, id: ElementId, coach: str) -> bool:
    word = sheet.words(id).get(coach)
    return word is not None and word.holds is True
