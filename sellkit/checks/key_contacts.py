"""M15: somebody who counts in each of the six posts."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.account.key_contacts import POSTS, KeyPeople


@check("M15-post-without-contact", KeyPeople, "warning")
def post_without_contact(people: KeyPeople) -> Iterator[At]:
    """Contacts are being listed, and there are posts in which none of them counts; told in one remark."""
    bare = [gap for gap in people.gaps() if not gap.contacts]
    if people.contacts and bare:
        yield at("contacts", count=len(bare), posts=len(POSTS))


@check("M15-post-short", KeyPeople, "hint")
def post_short(people: KeyPeople) -> Iterator[At]:
    """In an account that we operate one contact in a post is not enough: people change posts."""
    short = [gap for gap in people.gaps() if gap.contacts and gap.missing]
    if short:
        yield at("contacts", count=len(short), needed=people.needed)


@check("M15-unknown-contact", KeyPeople, "error")
def unknown_contact(people: KeyPeople) -> Iterator[At]:
    """Whoever is a contact is among the people of the account."""
    for contact in people.contacts:
        if contact.person not in people.by_id:
            yield at(f"contacts/{contact.id}/person", other=contact.person)


@check("M15-contact-not-met", KeyPeople, "warning")
def contact_not_met(people: KeyPeople) -> Iterator[At]:
    """A name on a list is no contact: somebody of ours has talked to them."""
    for contact in people.contacts:
        person = people.person(contact.person)
        if person is not None and person.coverage.given == "none":
            yield at(f"contacts/{contact.id}/person", person=person.label, person_id=person.id)
