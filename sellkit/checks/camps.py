"""M05: what the table of five dimensions claims to know, and where the rival's camp is ahead of ours."""

from collections.abc import Iterator

from sellkit.checks.registry import At, about, check
from sellkit.models.people.profile import FiveDimensionProfile


@check("M05-deep-contact-need-unknown", FiveDimensionProfile, "warning")
def deep_contact_need_unknown(profile: FiveDimensionProfile) -> Iterator[At]:
    """In-depth contact means knowing what somebody wants for themselves."""
    for person in profile.people:
        if person.coverage.given == "in-depth" and person.need.value == "unknown":
            yield about(person, "coverage")


@check("M05-neutral-never-met", FiveDimensionProfile, "hint")
def neutral_never_met(profile: FiveDimensionProfile) -> Iterator[At]:
    """Neutral is a finding; of somebody whom nobody has met and nobody speaks of, we know nothing."""
    for person in profile.people:
        neutral = person.attitude.given == "neutral" and not person.attitude.confirmed
        if neutral and person.coverage.given == "none":
            yield about(person, "attitude")


@check("M05-rival-ahead", FiveDimensionProfile, "warning")
def rival_ahead(profile: FiveDimensionProfile) -> Iterator[At]:
    """Somebody who decides leans further to the rival than to us."""
    for lean in profile.leans():
        person = profile.by_id[lean.person]
        if person.decides and lean.ours is not None and lean.rivals is not None and lean.rivals > lean.ours:
            yield about(person, "attitude")
