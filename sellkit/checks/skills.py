"""M51: what a review of somebody's skills says against itself."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.methods.skills import MOMENTS, SkillReview, growth

FAR = 2  # levels apart from which two views are more than a matter of taste


@check("M51-overconfident", SkillReview, "warning")
def overconfident(review: SkillReview) -> Iterator[At]:
    """Somebody puts themselves two levels above what the coach has seen."""
    for skill in growth(review):
        after, before = skill.overconfident_after, skill.overconfident_before
        last = ("after", after) if after is not None else ("before", before)
        if last[1] is not None and last[1] >= FAR:
            yield at(f"{last[0]}/own/{skill.skill}", levels=last[1])


@check("M51-underrates", SkillReview, "hint")
def underrates(review: SkillReview) -> Iterator[At]:
    """Somebody puts themselves two levels below what the coach has seen."""
    for skill in growth(review):
        if skill.overconfident_after is not None and skill.overconfident_after <= -FAR:
            yield at(f"after/own/{skill.skill}", levels=-skill.overconfident_after)


@check("M51-fell", SkillReview, "warning")
def fell(review: SkillReview) -> Iterator[At]:
    """The coach saw less after the course than before it: one of the two looks was wrong, or the yardstick moved."""
    for skill in growth(review):
        if skill.gain is not None and skill.gain < 0:
            yield at(f"after/coach/{skill.skill}", levels=-skill.gain)


@check("M51-no-coach", SkillReview, "warning")
def no_coach(review: SkillReview) -> Iterator[At]:
    """Somebody has judged themselves on most skills, and no coach has on any: a gain cannot be shown."""
    for moment in MOMENTS:
        view = review.at(moment)
        own = [skill for skill, level in view.own.items() if level != "unknown"]
        if 2 * len(own) > len(review.method.items) and not any(judged.known for judged in view.coach.values()):
            yield at(f"{moment}/coach/{own[0]}", count=len(own))


@check("M51-no-before", SkillReview, "hint")
def no_before(review: SkillReview) -> Iterator[At]:
    """There is a look after the course and none before it, so nothing can be compared."""
    seen = {moment: [s for s, judged in review.at(moment).coach.items() if judged.known] for moment in MOMENTS}
    if seen["after"] and not seen["before"]:
        yield at(f"before/coach/{seen['after'][0]}")
