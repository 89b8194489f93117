"""M30, M31 and M61: what a checklist says against itself, and what any sheet of a method leaves open."""

from collections.abc import Iterable, Iterator
from datetime import date

from sellkit.checks.registry import At, at, check
from sellkit.models.methods.checklist import ChecklistSheet, Mark
from sellkit.models.methods.grid import GridSheet
from sellkit.models.methods.head import US
from sellkit.models.methods.table import TableSheet
from sellkit.models.text import Text

STALE_DAYS = 30  # deals move; what was true a month ago is asked again
# Whom MEDDPICC has to know by which stage; they are told by name, all others in one remark.
KNOWN_BY = {"champion": "vision", "economic-buyer": "qualify"}


@check("M30-rests-on-guesses", ChecklistSheet, "warning")
def rests_on_guesses(sheet: ChecklistSheet) -> Iterator[At]:
    """A group looks met, and only because of answers that nothing confirms."""
    for group in sheet.method.groups:
        ours = [sheet.mark(item.id) for item in group.items]
        looks = [mark for mark in ours if sheet.method.meets(mark.judged.given)]
        proved = [mark for mark in looks if mark.judged.confirmed]
        if 2 * len(looks) > len(ours) >= 2 * len(proved):
            guess = next(mark for mark in looks if not mark.judged.confirmed)
            yield at(guess.key, group=group.name, count=len(looks) - len(proved))


@check("M30-worth-it-without-reason", ChecklistSheet, "error")
def worth_it_without_reason(sheet: ChecklistSheet) -> Iterator[At]:
    """The deal is worth everything to us, and nobody can say what forces the customer to act."""
    if sheet.method.id == "opportunity-assessment":
        worth = [item.id for group in sheet.method.groups if group.id == "worth" for item in group.items]
        reason = sheet.mark("compelling-reason")
        if all(_looks_met(sheet, item) for item in worth) and not sheet.method.meets(reason.judged.given):
            yield at(reason.key)


@check("M30-rival-blank", ChecklistSheet, "warning")
def rival_blank(sheet: ChecklistSheet) -> Iterator[At]:
    """We are judged on most items, and a rival on none."""
    if 2 * len(_answered(sheet)) > len(sheet.method.items):
        for rival in sheet.rivals:
            if not _answered(sheet, rival.id):
                yield at(Mark(item=next(iter(sheet.method.items)), party=rival.id).key, rival=rival.name or rival.id)


@check("M30-no-rival", ChecklistSheet, "hint")
def no_rival(sheet: ChecklistSheet) -> Iterator[At]:
    """Everything is judged for us and there is nobody to compare with: to do nothing is a rival too."""
    if sheet.method.rivals and not sheet.rivals and len(_answered(sheet)) == len(sheet.method.items):
        yield at("rivals")


@check("M30-all-in-our-favour", ChecklistSheet, "warning")
def all_in_our_favour(sheet: ChecklistSheet) -> Iterator[At]:
    """No minus and no question mark on the whole sheet: too rosy to be a judgement."""
    if sheet.method.rivals and all(_looks_met(sheet, item) for item in sheet.method.items):
        yield at(next(iter(sheet.method.items)), count=len(sheet.method.items))


@check("M31-question-skipped", ChecklistSheet, "hint")
def question_skipped(sheet: ChecklistSheet) -> Iterator[At]:
    """A finer sieve was begun while a question of a coarser one is blank; "not known yet" would be an answer."""
    if sheet.method.id == "ten-questions":
        order = list(sheet.method.items)
        answered = _answered(sheet)
        begun = [group for group in sheet.method.groups if any(item.id in answered for item in group.items)]
        before = order[: order.index(begun[-1].items[0].id)] if begun else []
        if skipped := [item for item in before if item not in answered]:
            yield at(skipped[0], items=_names(sheet, skipped))


@check("M61-zero", ChecklistSheet, "error")
def zero(sheet: ChecklistSheet) -> Iterator[At]:
    """What may not fail has failed, on evidence: it stops the deal whatever the rest says."""
    for item in sheet.zeros():
        yield at(item, item=sheet.method.items[item].name)


@check("M61-below-minimum", ChecklistSheet, "warning")
def below_minimum(sheet: ChecklistSheet) -> Iterator[At]:
    """The stage asks for more than is confirmed; told in one remark that leads to the first."""
    named = {item for item in KNOWN_BY if _not_known_in_time(sheet, item)}
    short = [item for item in sheet.below_minimum() if item not in named]
    if short and _answered(sheet):
        yield at(short[0], items=_names(sheet, short))


@check("M61-no-champion", ChecklistSheet, "warning")
def no_champion(sheet: ChecklistSheet) -> Iterator[At]:
    """The customer has a vision, and nobody inside sells for us when we are away."""
    if _not_known_in_time(sheet, "champion"):
        yield at("champion")


@check("M61-economic-buyer-unknown", ChecklistSheet, "error")
def economic_buyer_unknown(sheet: ChecklistSheet) -> Iterator[At]:
    """The solution is being evaluated, and we do not know who can release the money."""
    if _not_known_in_time(sheet, "economic-buyer"):
        yield at("economic-buyer")


@check("M61-must-open", ChecklistSheet, "hint")
def must_open(sheet: ChecklistSheet) -> Iterator[At]:
    """Most of the sheet is answered, and what decides it is still blank or not known."""
    if 2 * len(_answered(sheet)) > len(sheet.method.items):
        musts = [item.id for item in sheet.method.items.values() if item.must]
        if still := [item for item in musts if not sheet.mark(item).judged.known]:
            yield at(still[0], items=_names(sheet, still))


@check("M61-out-of-date", ChecklistSheet, "hint")
def out_of_date(sheet: ChecklistSheet) -> Iterator[At]:
    """The last answer is older than a month."""
    dated = [mark for mark in sheet.marks if mark.on is not None and mark.judged.value is not None]
    if dated and sheet.as_of is not None:
        last = max(dated, key=lambda mark: (mark.on or date.min, mark.key))
        days = (sheet.as_of - last.on).days if last.on else 0
        if days > STALE_DAYS:
            yield at(last.key, days=days)


@check("M60-half-placed", GridSheet, "hint")
def half_placed(sheet: GridSheet) -> Iterator[At]:
    """Others have their place on the grid, and these lie nowhere yet: a coordinate is blank or not known."""
    current = sheet.current()
    nowhere = [placement for placement in current if sheet.region(placement) is None]
    if nowhere and len(nowhere) < len(current):
        first = nowhere[0]
        yield at(f"{first.key}/{'y' if first.x.known else 'x'}", count=len(nowhere))


@check("M60-cell-blank", TableSheet, "hint")
def cell_blank(sheet: TableSheet) -> Iterator[At]:
    """A row was begun, and a cell that every row needs is blank; told in one remark that leads to the first."""
    begun = {row.id for row in sheet.rows if row.cells}
    blank = [(row, column) for row, column in sheet.blank() if row in begun]
    if blank:
        row, column = blank[0]
        yield at(f"rows/{row}/{column}", count=len(blank))


def _names(sheet: ChecklistSheet, items: Iterable[str]) -> tuple[Text, ...]:
    return tuple(sheet.method.items[item].name for item in items)


def _answered(sheet: ChecklistSheet, party: str = US) -> set[str]:
    """Items with an answer, "not known yet" among them."""
    return {item for item in sheet.method.items if sheet.mark(item, party).judged.value is not None}


def _looks_met(sheet: ChecklistSheet, item: str) -> bool:
    return sheet.method.meets(sheet.mark(item).judged.given)


def _not_known_in_time(sheet: ChecklistSheet, item: str) -> bool:
    stages = [stage.id for stage in sheet.method.stages]
    if sheet.method.id != "meddpicc" or sheet.stage is None or not _answered(sheet) - {item}:
        return False
    level = sheet.mark(item).judged.given
    late = stages.index(sheet.stage) >= stages.index(KNOWN_BY[item])
    return late and (level is None or sheet.method.fails(level))
