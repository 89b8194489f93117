"""M43 over time, and several deals side by side. What moved, what was only copied, and where to put the effort."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from sellkit.models.base import Id, Judged, Record, Rows
from sellkit.models.control.deal_control import DealControl
from sellkit.models.control.steps import NextStep, next_step
from sellkit.models.control.value import ControlValue, ElementId, Group, Zone, group_of


class Shift(Record):
    """What changed between two sheets of one deal.

    since, on      the two days; won, lost: elements that became confirmed, or no longer are
    claimed_anew   elements that the seller claims for the first time and no coach confirms yet
    steps          above 0 if the confirmed value rose, below if it fell, 0 if it stayed; likewise the zone
    """

    since: date | None = None
    on: date | None = None
    won: tuple[ElementId, ...] = ()
    lost: tuple[ElementId, ...] = ()
    claimed_anew: tuple[ElementId, ...] = ()
    steps: int = 0
    was: Zone
    now: Zone


class ControlHistory(Record):
    """One deal's control over time: a sheet for each review, with an `id` and `as_of` of its own.

    Raises ValueError for two reviews with one id. They may be given in any order; undated ones come first.
    """

    deal: str = ""
    reviews: Rows[DealControl] = ()

    @property
    def by_date(self) -> tuple[DealControl, ...]:
        """The sheets, earliest first."""
        return tuple(sorted(self.reviews, key=lambda sheet: sheet.as_of or date.min))

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """What changed from each sheet to the next."""
        sheets = self.by_date
        return tuple(shift(was, now) for was, now in pairwise(sheets))

    @property
    def copied(self) -> tuple[DealControl, ...]:
        """Sheets that claim something and bring, against the one before, no new evidence and no new word of a coach."""
        sheets = self.by_date
        return tuple(
            now
            for was, now in pairwise(sheets)
            if any(map(now.claims, now.standings))
            and all(_same(was, now, id) for id in now.standings if now.claims(id))
        )


class DealRow(Record):
    """One deal in a list of several: both values, zone and inflation, and what to do next."""

    id: Id
    deal: str = ""
    seller: str = ""
    claimed: ControlValue
    confirmed: ControlValue
    inflation: dict[Group, int]
    next_step: NextStep | None = None


class ControlPortfolio(Record):
    """Several deals side by side, one sheet each. Raises ValueError for two sheets with one id."""

    deals: Rows[DealControl] = ()

    @property
    def rows(self) -> tuple[DealRow, ...]:
        """The deals, those that we control best first; of two alike the less inflated one first."""
        rows = [
            DealRow(
                id=sheet.id,
                deal=sheet.deal,
                seller=sheet.seller,
                claimed=sheet.claimed,
                confirmed=sheet.confirmed,
                inflation=dict(sheet.inflation),
                next_step=next_step(sheet),
            )
            for sheet in self.deals
        ]
        return tuple(sorted(rows, key=_best_first))


def shift(was: DealControl, now: DealControl) -> Shift:
    """What changed from one sheet to the other. Of two schemes only W and the Firsts mean the same; `convert` first."""
    alike = [id for id in now.standings if was.scheme == now.scheme or group_of(id) != "C"]
    before, after = ({id for id in alike if sheet.confirms(id)} for sheet in (was, now))
    old, new = was.confirmed, now.confirmed
    return Shift(
        since=was.as_of,
        on=now.as_of,
        won=tuple(id for id in alike if id in after and id not in before),
        lost=tuple(id for id in alike if id in before and id not in after),
        claimed_anew=tuple(id for id in alike if now.claims(id) and not was.claims(id) and id not in after),
        steps=(new.order > old.order) - (new.order < old.order),
        was=old.zone,
        now=new.zone,
    )


def _same(was: DealControl, now: DealControl, id: ElementId) -> bool:
    return _basis(was, id) == _basis(now, id)


def _basis(sheet: DealControl, id: ElementId) -> tuple[object, ...]:
    """All that an element's claim rests on: evidence, coaches' words, and what its people have done."""
    mark = sheet.element(id).claimed
    voices: Iterable[Judged[bool]] = (
        mark for voice in sheet.voices for mark in (voice.finds_us_best, voice.helps, voice.chose_us)
    )
    said: Mapping[str, object] = {coach: (word.holds, word.on, word.says) for coach, word in sheet.words(id).items()}
    return (mark, dict(said), tuple(voices) if id[0] == "f" else ())


def _best_first(row: DealRow) -> tuple[object, ...]:
    wins, firsts, clears = row.confirmed.order
    return (-wins, -firsts, -clears, sum(row.inflation.values()), row.id)
