"""M12, M13: what we know of an account, and how its headquarters runs the group."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.account.control_mode import against
from sellkit.models.account.profile import AccountProfile

FULL = 100
# In a year a customer changes enough for what was written down to mislead.
STALE_DAYS = 365


@check("M12-block-incomplete", AccountProfile, "hint")
def block_incomplete(profile: AccountProfile) -> Iterator[At]:
    """A block was begun and has blanks; told in one remark that leads to the first. "Not known yet" is no blank."""
    begun = [block for block in profile.blocks if block.blank and len(block.blank) < block.asked]
    if begun:
        yield at(begun[0].blank[0], blocks=len(begun), count=sum(len(block.blank) for block in begun))


@check("M12-two-currencies", AccountProfile, "warning")
def two_currencies(profile: AccountProfile) -> Iterator[At]:
    """Figures that are compared with each other are told in one currency."""
    if len(profile.currencies) > 1:
        first, *_ = profile.currencies
        row = next(row for row in profile.years if (row.currency or profile.currency) not in ("", first))
        yield at(f"years/{row.id}/currency", one=first, other=row.currency or profile.currency)


@check("M12-negative-sales", AccountProfile, "error")
def negative_sales(profile: AccountProfile) -> Iterator[At]:
    """Profit can be below zero, sales cannot."""
    for row in profile.years:
        if row.sales.given is not None and row.sales.given < 0:
            yield at(f"years/{row.id}/sales", year=row.year or row.id)


@check("M12-years-missing", AccountProfile, "hint")
def years_missing(profile: AccountProfile) -> Iterator[At]:
    """Between the first and the last year no year is left out: the fall may lie just there."""
    if profile.years_missing:
        yield at("years", year=profile.years_missing[0], count=len(profile.years_missing))


@check("M12-year-twice", AccountProfile, "warning")
def year_twice(profile: AccountProfile) -> Iterator[At]:
    """A year has one set of figures."""
    seen: set[int] = set()
    for row in profile.years:
        if row.year in seen:
            yield at(f"years/{row.id}/year", year=row.year or row.id)
        seen |= {row.year} if row.year is not None else set()


@check("M12-shares-over-100", AccountProfile, "error")
def shares_over_100(profile: AccountProfile) -> Iterator[At]:
    """All owners together hold no more than everything; the owner with whom it becomes too much is named."""
    total = 0.0
    for owner in profile.owners:
        total += owner.share or 0
        if total > FULL + 1e-6:
            yield at(f"owners/{owner.id}/share", total=f"{sum(each.share or 0 for each in profile.owners):g}")
            return


@check("M12-out-of-date", AccountProfile, "hint")
def out_of_date(profile: AccountProfile) -> Iterator[At]:
    """A profile is brought up to date at least once a year."""
    if profile.as_of and profile.updated_on:
        days = (profile.as_of - profile.updated_on).days
        if days > STALE_DAYS:
            yield at("updated-on", days=days)


@check("M13-mode-against-control", AccountProfile, "warning")
def mode_against_control(profile: AccountProfile) -> Iterator[At]:
    """The claimed control mode is possible with what headquarters controls on evidence."""
    claimed = profile.control_mode.given
    powers = against(claimed, profile.powers(True), profile.powers(False)) if claimed else ()
    if powers:
        yield at(f"controls/{powers[0]}", count=len(powers))


@check("M13-mode-unclear", AccountProfile, "hint")
def mode_unclear(profile: AccountProfile) -> Iterator[At]:
    """Everything is confirmed about what headquarters controls, and it makes no mode: one of the marks is wrong."""
    reading = profile.control
    if reading.nearest and not reading.open:
        yield at(f"controls/{(reading.missing or reading.besides)[0]}")
