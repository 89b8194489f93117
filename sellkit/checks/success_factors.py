"""M41: weights that hold together, the factors on which we trail, and the alarm."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.methods.head import US
from sellkit.models.plan.factor_version import TOP, Shift
from sellkit.models.plan.success_factors import SuccessFactors

WHOLE, ROUNDING = 100, 0.5


@check("M41-weights-sum", SuccessFactors, "warning")
def weights_sum(sheet: SuccessFactors) -> Iterator[At]:
    """All weights together are the whole choice."""
    version = sheet.current
    weights = [factor.weight for factor in version.factors if factor.weight is not None] if version else []
    if version and weights and len(weights) == len(version.factors) and abs(sum(weights) - WHOLE) > ROUNDING:
        yield at(f"versions/{version.id}/factors/{version.factors[0].id}/weight", total=f"{sum(weights):g}")


@check("M41-weight-missing", SuccessFactors, "hint")
def weight_missing(sheet: SuccessFactors) -> Iterator[At]:
    """Once some factors are weighted, all need a weight; told in one remark that leads to the first."""
    version = sheet.current
    bare = [factor for factor in version.factors if factor.weight is None] if version else []
    if version and bare and len(bare) < len(version.factors):
        yield at(f"versions/{version.id}/factors/{bare[0].id}/weight", factor=bare[0].label, count=len(bare))


@check("M41-top-not-clear", SuccessFactors, "hint")
def top_not_clear(sheet: SuccessFactors) -> Iterator[At]:
    """Equal weights everywhere single nothing out."""
    version = sheet.current
    if version and len(version.top) > TOP:
        yield at(f"versions/{version.id}/factors/{version.top[-1].id}/weight", count=len(version.top))


@check("M41-top-trailing", SuccessFactors, "warning")
def top_trailing(sheet: SuccessFactors) -> Iterator[At]:
    """One of the three most important factors, and a rival stands above us on it."""
    version = sheet.current
    for factor in version.top if version else ():
        ahead = sheet.ahead_of_us(factor)
        if version and ahead:
            rival = ahead[0].name or ahead[0].id
            yield at(_standing(version.id, factor.id), factor=factor.label, rival=rival)


@check("M41-top-unrated", SuccessFactors, "hint")
def top_unrated(sheet: SuccessFactors) -> Iterator[At]:
    """Standings are being given, and ours is missing on one of the three most important factors."""
    version = sheet.current
    if version and any(each.score.value is not None for factor in version.factors for each in factor.standings):
        for factor in version.top:
            if not factor.standing(US).known:
                yield at(_standing(version.id, factor.id), factor=factor.label)


@check("M41-top-entered", SuccessFactors, "warning")
def top_entered(sheet: SuccessFactors) -> Iterator[At]:
    """A factor is new among the three most important, and nobody has said what that means for us."""
    return _alarm(sheet, "enters")


@check("M41-top-left", SuccessFactors, "warning")
def top_left(sheet: SuccessFactors) -> Iterator[At]:
    """A factor is no longer among the three most important, and nobody has said what that means for us."""
    return _alarm(sheet, "leaves")


@check("M41-top-moved", SuccessFactors, "warning")
def top_moved(sheet: SuccessFactors) -> Iterator[At]:
    """Among the three most important a factor changed its place, and nobody has said what that means for us."""
    return _alarm(sheet, "moves")


@check("M41-top-reweighted", SuccessFactors, "warning")
def top_reweighted(sheet: SuccessFactors) -> Iterator[At]:
    """One of the three most important weighs at least five points more or less; nobody has said what that means."""
    return _alarm(sheet, "reweighted")


@check("M41-two-undated", SuccessFactors, "warning")
def two_undated(sheet: SuccessFactors) -> Iterator[At]:
    """Versions without a date have no order; one may still be in the making."""
    undated = [version for version in sheet.versions if version.on is None]
    if len(undated) > 1:
        yield at(f"versions/{undated[0].id}/on", count=len(undated))


def _alarm(sheet: SuccessFactors, kind: Shift) -> Iterator[At]:
    version = sheet.current
    if version is None or version.response.strip():
        return
    for change in sheet.alarm():
        if change.kind == kind:
            yield at(
                f"versions/{version.id}/response", factor=change.name,
                before=_number(change.before), now=_number(change.now),
                place_before=change.place_before or 0, place_now=change.place_now or 0,
            )  # fmt: skip


def _standing(version: str, factor: str) -> str:
    return f"versions/{version}/factors/{factor}/standings/{US}/score"


def _number(weight: float | None) -> str:
    return "0" if weight is None else f"{weight:g}"
