"""M43, calibration: what a team's own closed deals say about the value of a deal, with intervals and with restraint."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Literal, get_args

from pydantic import Field

from sellkit.models.base import Id, Record
from sellkit.models.control.closed_deals import By, ClosedDeal, ClosedDeals, Reading
from sellkit.models.control.value import ELEMENTS, GATES, ControlValue, Gate, Scheme
from sellkit.models.control.win_rate import MIN_DEALS, Finding, Rate, judge

# Confirmed (or claimed) elements, first and last of each point of the calibration curve.
ELEMENT_BANDS = ((0, 2), (3, 5), (6, 8), (9, 11), (12, 13))
CHANCE_BANDS = 5

# At each gate and short of it, with all gates passed, and in each zone.
Situation = Literal["1W", "0W", "2F", "0-1F", "6C", "0-5C", "1W2F6C", "win", "swing", "loss"]
SITUATIONS: tuple[Situation, ...] = get_args(Situation)


class PublishedClaim(Record):
    """A figure that others publish, never this team's chance.

    about   the situation it speaks of
    among   "won": the share of deals in it that were won; "lost": the share of lost deals that were in it
    rate    the published share, 0–1; deals: how many it rests on, None if nobody says
    scheme  for which scheme it was published
    """

    id: Id
    about: Situation
    among: Literal["won", "lost"] = "won"
    rate: Annotated[float, Field(ge=0, le=1)]
    deals: int | None = None
    scheme: Scheme


# 31 : 1 and 1 : 12 are odds of won to lost. Where they come from stands in content/deal-control/claims.yaml.
CLAIMS: tuple[PublishedClaim, ...] = (
    PublishedClaim(id="with-win", about="1W", rate=31 / 32, deals=550, scheme="C139"),
    PublishedClaim(id="without-win", about="0W", rate=1 / 13, deals=316, scheme="C139"),
    PublishedClaim(id="lost-unclear", about="0-5C", among="lost", rate=0.83, deals=309, scheme="C139"),
    PublishedClaim(id="all-gates", about="1W2F6C", rate=0.99, scheme="C136"),
)


class ClaimBeside(Record):
    """A published claim beside our own deals, and what these say about it."""

    claim: PublishedClaim
    ours: Rate
    finding: Finding


class Band(Record):
    """One point of a calibration curve: deals with `low` to `high` elements, or stated chances (0–1), and how many were
    won. `stated` is the mean stated chance, None on a curve by elements."""

    low: float
    high: float
    stated: float | None = None
    rate: Rate


class SellerCalibration(Record):
    """How a seller's claims stand against the coaches' word.

    deals        closed deals with a reading that a coach has rated
    inflated     the share of these in which the seller claimed something that no coach confirmed
    claimed      elements in all these deals; confirmed likewise
    overclaimed  elements per deal that were claimed and not confirmed; None below MIN_DEALS
    forecasts    deals with a stated chance; `stated` is its mean, `won` the share won
    brier        mean squared distance of the stated chance from what came: 0 is perfect, 0.25 is for always "half";
                 these three are None below MIN_DEALS forecasts
    """

    seller: str
    deals: int
    inflated: Rate
    claimed: int = 0
    confirmed: int = 0
    overclaimed: float | None = None
    forecasts: int = 0
    stated: float | None = None
    won: float | None = None
    brier: float | None = None


class Calibration(Record):
    """What a table of closed deals says.

    deals, left_out  deals that count, and those without a usable reading (none early enough, or no coach asked)
    situations       win rate in each situation: at and short of each gate, with all gates passed, in each zone
    claims           the published claims beside it
    curve            won by number of elements; forecast: won by stated chance; sellers: by name
    """

    scheme: Scheme
    by: By
    deals: int
    left_out: int
    situations: dict[Situation, Rate]
    claims: tuple[ClaimBeside, ...]
    curve: tuple[Band, ...]
    forecast: tuple[Band, ...]
    sellers: tuple[SellerCalibration, ...]


def situations(value: ControlValue) -> frozenset[Situation]:
    """All situations that a value is in."""
    passed = value.passed
    found: set[Situation] = {value.zone}
    short: Mapping[Gate, Situation] = {"1W": "0W", "2F": "0-1F", "6C": "0-5C"}
    found |= {gate if gate in passed else short[gate] for gate in GATES}
    if len(passed) == len(GATES):
        found.add("1W2F6C")
    return frozenset(found)


def calibrate(
    table: ClosedDeals, *, scheme: Scheme = "C139", by: By = "confirmed", days_before: int = 1
) -> Calibration:
    """Learn from the closed deals of one scheme.

    by           the value that coaches confirmed, or the one that sellers claimed
    days_before  only readings at least so many days older than the end count, for what is written down once the end is
                 known foretells nothing; of these the last. Each deal counts once
    """
    mine = [(deal, deal.reading(days_before)) for deal in table.deals if deal.scheme == scheme]
    read = [(deal, reading) for deal, reading in mine if reading is not None]
    counted = [(deal, held) for deal, reading in read if (held := reading.held(by)) is not None]
    valued = [(deal.won, situations(ControlValue.of(scheme, held))) for deal, held in counted]
    found: dict[Situation, Rate] = {
        situation: _rate(won for won, within in valued if situation in within) for situation in SITUATIONS
    }
    lost = [within for won, within in valued if not won]
    return Calibration(
        scheme=scheme,
        by=by,
        deals=len(counted),
        left_out=len(mine) - len(counted),
        situations=found,
        claims=tuple(_beside(claim, found, lost) for claim in CLAIMS),
        curve=tuple(
            Band(low=low, high=high, rate=_rate(deal.won for deal, held in counted if low <= len(held) <= high))
            for low, high in ELEMENT_BANDS
            if low <= len(ELEMENTS[scheme])
        ),
        forecast=_forecast(read),
        sellers=tuple(_seller(name, read) for name in sorted({deal.seller for deal, _ in read})),
    )


def _rate(outcomes: Iterable[bool]) -> Rate:
    listed = list(outcomes)
    return Rate(deals=len(listed), won=sum(listed))


def _beside(
    claim: PublishedClaim, found: Mapping[Situation, Rate], lost: Sequence[frozenset[Situation]]
) -> ClaimBeside:
    ours = found[claim.about] if claim.among == "won" else _rate(claim.about in within for within in lost)
    return ClaimBeside(claim=claim, ours=ours, finding=judge(claim.rate, ours))


def _forecast(read: Sequence[tuple[ClosedDeal, Reading]]) -> tuple[Band, ...]:
    stated = [(deal.won, reading.chance) for deal, reading in read if reading.chance is not None]
    bands = []
    for band in range(CHANCE_BANDS):
        within = [(won, chance) for won, chance in stated if min(int(chance * CHANCE_BANDS), CHANCE_BANDS - 1) == band]
        bands.append(
            Band(
                low=band / CHANCE_BANDS,
                high=(band + 1) / CHANCE_BANDS,
                stated=sum(chance for _, chance in within) / len(within) if within else None,
                rate=_rate(won for won, _ in within),
            )
        )
    return tuple(bands)


def _seller(name: str, read: Sequence[tuple[ClosedDeal, Reading]]) -> SellerCalibration:
    theirs = [(deal, reading) for deal, reading in read if deal.seller == name]
    rated = [(reading.claimed, reading.confirmed) for _, reading in theirs if reading.confirmed is not None]
    stated = [(deal.won, reading.chance) for deal, reading in theirs if reading.chance is not None]
    over = sum(len(claimed - confirmed) for claimed, confirmed in rated)
    told = len(stated) >= MIN_DEALS
    return SellerCalibration(
        seller=name,
        deals=len(rated),
        inflated=_rate(bool(claimed - confirmed) for claimed, confirmed in rated),
        claimed=sum(len(claimed) for claimed, _ in rated),
        confirmed=sum(len(confirmed) for _, confirmed in rated),
        overclaimed=over / len(rated) if len(rated) >= MIN_DEALS else None,
        forecasts=len(stated),
        stated=sum(chance for _, chance in stated) / len(stated) if told else None,
        won=sum(won for won, _ in stated) / len(stated) if told else None,
        brier=sum((chance - won) ** 2 for won, chance in stated) / len(stated) if told else None,
    )
