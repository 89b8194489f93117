"""M08 and M09: the six contact roles, and the needs table with its points of resonance."""

from collections.abc import Iterator

from sellkit.checks.registry import At, about, check
from sellkit.models.people.contact_roles import guards_only, unfilled
from sellkit.models.people.needs_table import copied, found
from sellkit.models.people.stakeholder import People, Stakeholder

LISTS = ("company_needs", "personal_needs", "resonance_points")


@check("M08-role-unfilled", People, "hint")
def role_unfilled(people: People) -> Iterator[At]:
    """Everybody's contact roles were judged, and some of the six are nobody's."""
    judged = bool(people.people) and all(person.contact_roles.value is not None for person in people.people)
    if judged and (missing := unfilled(people.people)):
        yield about(people.people[0], "contact-roles", count=len(missing))


@check("M08-gatekeeper-as-decider", People, "warning")
def gatekeeper_as_decider(people: People) -> Iterator[At]:
    """Who keeps the door is treated as if they decided."""
    for person in people.people:
        treated = person.decides or "key-decision-maker" in (person.functions.given or ())
        if treated and guards_only(person):
            yield about(person, "contact-roles")


@check("M08-decider-no-contact", People, "warning")
def decider_no_contact(people: People) -> Iterator[At]:
    """The decider is known, and none of us deals with them."""
    for person in people.people:
        absent = (
            person.coverage.given == "none"
            or person.direct_contact.given is False
            or person.contact_frequency.given == "none"
        )
        if "decider" in (person.contact_roles.given or ()) and absent:
            yield about(person, "direct-contact")


@check("M09-support-without-resonance", People, "warning")
def support_without_resonance(people: People) -> Iterator[At]:
    """+2 or more means common ground; where the table of needs is begun, it has to name some."""
    begun = _begun(people, "resonance_points")
    for person in people.people:
        if begun and (person.tendency.given or 0) >= 2 and found(person.resonance_points).state != "listed":
            yield about(person, "resonance-points", tendency=f"{person.tendency.given:+d}")


@check("M09-decider-needs-unknown", People, "warning")
def decider_needs_unknown(people: People) -> Iterator[At]:
    """We cannot say what somebody who decides wants for themselves; "looked for, not found" would be an answer."""
    begun = _begun(people, "personal_needs")
    for person in people.people:
        if begun and _decides(person) and found(person.personal_needs).state in ("blank", "unknown"):
            yield about(person, "personal-needs")


@check("M09-need-copied", People, "warning")
def need_copied(people: People) -> Iterator[At]:
    """The company's need was written down again as the personal one."""
    for person in people.people:
        if copied(person):
            yield about(person, "personal-needs")


@check("M09-list-empty", People, "hint")
def list_empty(people: People) -> Iterator[At]:
    """A list that was begun and holds nothing says neither "not known yet" nor "looked for, not found"."""
    for person in people.people:
        for field in LISTS:
            if found(getattr(person, field)).state == "empty":
                yield about(person, field.replace("_", "-"))


def _begun(people: People, field: str) -> bool:
    return any(getattr(person, field).value is not None for person in people.people)


def _decides(person: Stakeholder) -> bool:
    return person.decides or "decider" in (person.contact_roles.given or ())
