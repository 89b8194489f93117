"""M07, M10 and M11: where our time goes, how a relation is built, and how far it really is."""

import re
from collections.abc import Iterator

from sellkit.checks.registry import At, about, at, check
from sellkit.models.methods.grid import GridSheet
from sellkit.models.people.stakeholder import STAGE_STEPS, TRUST_STEPS, People, Stakeholder

# The least personal trust that a stage rests on.
TRUST_FOR = {"trusted": TRUST_STEPS["competent"], "allied": TRUST_STEPS["on-our-side"]}
BENEFIT = re.compile(
    r"\b(?:gifts?|presents?|vouchers?|dinners?|banquets?|hospitality|trips?|travel|holidays?|tickets?|golf|spa)\b"
    r"|礼品|礼物|送礼|宴请|请客|吃饭|旅游|度假|招待|门票|高尔夫|娱乐",
    re.ASCII | re.IGNORECASE,
)


@check("M07-key-person-without-plan", GridSheet, "warning")
def key_person_without_plan(sheet: GridSheet) -> Iterator[At]:
    """Power and interest, and nothing written down on what we do about them."""
    if sheet.method.id == "power-interest":
        for placement in sheet.within("manage-closely"):
            if not placement.note.strip():
                yield at(f"placements/{placement.key}/note")


@check("M07-nobody-to-manage", GridSheet, "hint")
def nobody_to_manage(sheet: GridSheet) -> Iterator[At]:
    """Everybody is placed, and nobody has both power and interest: then somebody is missing from the list."""
    if sheet.method.id == "power-interest" and sheet.placements:
        placed = all(sheet.region(placement) is not None for placement in sheet.placements)
        if placed and not sheet.within("manage-closely"):
            yield at(f"placements/{sheet.placements[0].key}/y", count=len(sheet.placements))


@check("M10-benefit-sought", People, "warning")
def benefit_sought(people: People) -> Iterator[At]:
    """Gifts or hospitality are planned for somebody who looks for a personal benefit."""
    for action in people.actions:
        person = people.person(action.person)
        if person is not None and _seeks_benefit(person) and BENEFIT.search(action.what):
            yield about(person, "action")


@check("M11-stage-above-trust", People, "warning")
def stage_above_trust(people: People) -> Iterator[At]:
    """A relation of trust or alliance is claimed on less personal trust than it rests on."""
    for person in people.people:
        stage, trust = person.stage.given, person.trust.given
        if stage is not None and trust is not None and TRUST_STEPS[trust] < TRUST_FOR.get(stage, 0):
            yield about(person, "stage")


@check("M11-stage-without-contact", People, "warning")
def stage_without_contact(people: People) -> Iterator[At]:
    """More than an acquaintance is claimed with somebody whom none of us deals with."""
    for person in people.people:
        beyond = STAGE_STEPS[person.stage.given or "acquainted"] > STAGE_STEPS["acquainted"]
        if beyond and (person.coverage.given == "none" or person.direct_contact.given is False):
            yield about(person, "stage")


@check("M11-ally-not-for-us", People, "error")
def ally_not_for_us(people: People) -> Iterator[At]:
    """An ally who does not lean to us is none."""
    for person in people.people:
        tendency, support = person.tendency.given, person.support
        cool = (tendency is not None and tendency < 2) or (support is not None and support <= 0)
        if person.stage.given == "allied" and cool:
            yield about(person, "stage")


@check("M11-no-next-step", People, "hint")
def no_next_step(people: People) -> Iterator[At]:
    """The relation to somebody who decides is below trust, and nothing is planned that lifts it."""
    for person in people.people:
        low = person.stage.given in ("acquainted", "dating")
        if low and person.decides and not people.planned(person.id):
            yield about(person, "action")


def _seeks_benefit(person: Stakeholder) -> bool:
    return person.need.given == "physiological" or "physiological" in person.other_needs
