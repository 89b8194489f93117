"""M32: is there a number, a day, a consequence, and whose voice is it?"""

from collections.abc import Iterator

from sellkit.checks.initiative_words import has_date, has_measure
from sellkit.checks.registry import At, at, check
from sellkit.models.pain.compelling import UniqueValue, WhyNowWhyUs
from sellkit.models.pain.question_text import offers, pitches


@check("M32-no-date", WhyNowWhyUs, "warning")
def no_date(why: WhyNowWhyUs) -> Iterator[At]:
    """What can be done any day is done on no day."""
    if why.reason.begun and why.reason.by is None:
        yield at("reason/by")


@check("M32-no-number", WhyNowWhyUs, "warning")
def no_number(why: WhyNowWhyUs) -> Iterator[At]:
    """The effect on the business is a number with a unit."""
    if why.reason.begun and (not why.reason.effect.known or not why.reason.unit.strip()):
        yield at("reason/unit" if why.reason.effect.known else "reason/effect")


@check("M32-no-consequence", WhyNowWhyUs, "warning")
def no_consequence(why: WhyNowWhyUs) -> Iterator[At]:
    """If waiting costs nothing, waiting wins."""
    if why.reason.begun and not why.reason.delay.strip():
        yield at("reason/delay")


@check("M32-no-initiative", WhyNowWhyUs, "hint")
def no_initiative(why: WhyNowWhyUs) -> Iterator[At]:
    """A reason to act serves something that the customer has set out to do."""
    if why.reason.begun and why.reason.initiative is None:
        yield at("reason/initiative")


@check("M32-our-reason", WhyNowWhyUs, "warning")
def our_reason(why: WhyNowWhyUs) -> Iterator[At]:
    """The customer's reason, said by somebody of theirs: not our product, not our quarter's end."""
    reason = why.reason
    for field, text in (("forces", reason.forces.given or ""), ("delay", reason.delay), ("gain", reason.gain)):
        if pitches(text):
            yield at(f"reason/{field}")
    if reason.begun and reason.said_by is None:
        yield at("reason/said-by")


@check("M32-our-voice", WhyNowWhyUs, "warning")
def our_voice(why: WhyNowWhyUs) -> Iterator[At]:
    """A value that reads like our brochure is ours; the customer's has their words and their measure."""
    for value in why.values:
        for field, text in (("value", value.value), ("definition", value.definition)):
            if pitches(text):
                yield at(f"values/{value.id}/{field}")
        if offers(value.quote):
            yield at(f"values/{value.id}/quote")


@check("M32-nobody-said-it", WhyNowWhyUs, "warning")
def nobody_said_it(why: WhyNowWhyUs) -> Iterator[At]:
    """A value counts in the words of a named person of the customer."""
    for value in _begun(why):
        if value.said_by is None or not value.quote.strip():
            yield at(f"values/{value.id}/{'quote' if value.said_by else 'said-by'}")


@check("M32-not-measured", WhyNowWhyUs, "warning")
def not_measured(why: WhyNowWhyUs) -> Iterator[At]:
    """A value that cannot be measured cannot be missed; the measure has a number in it."""
    for value in _begun(why):
        if not (has_measure(value.measure) or has_date(value.measure)):  # "within two days" is a measure too
            yield at(f"values/{value.id}/measure")


@check("M32-no-comparison", WhyNowWhyUs, "warning")
def no_comparison(why: WhyNowWhyUs) -> Iterator[At]:
    """Unique means that others were looked at."""
    for value in _begun(why):
        if not value.differences:
            yield at(f"values/{value.id}/differences")


@check("M32-not-different", WhyNowWhyUs, "warning")
def not_different(why: WhyNowWhyUs) -> Iterator[At]:
    """What a rival offers as well is no unique value: each named rival needs its difference."""
    for value in _begun(why):
        for each in value.differences:
            if not each.text.strip():
                yield at(f"values/{value.id}/differences/{each.id}/text", rival=each.rival or each.id)


def _begun(why: WhyNowWhyUs) -> Iterator[UniqueValue]:
    return (value for value in why.values if value.value.strip())
