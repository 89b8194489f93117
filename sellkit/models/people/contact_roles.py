"""M08: the six contact roles, and who fills them."""

from collections.abc import Iterable
from typing import get_args

from sellkit.models.base import Id
from sellkit.models.people.stakeholder import ContactRole, Stakeholder

CONTACT_ROLES: tuple[ContactRole, ...] = get_args(ContactRole)


def holders(people: Iterable[Stakeholder]) -> dict[ContactRole, tuple[Id, ...]]:
    """Who holds each of the six roles, as marked; a person can hold several, a role can be nobody's."""
    people = tuple(people)
    return {
        role: tuple(person.id for person in people if role in (person.contact_roles.given or ()))
        for role in CONTACT_ROLES
    }


def unfilled(people: Iterable[Stakeholder]) -> tuple[ContactRole, ...]:
    """The roles that nobody fills: somebody does the part in every purchase, we have not found them yet."""
    return tuple(role for role, held_by in holders(people).items() if not held_by)


def guards_only(person: Stakeholder) -> bool:
    """Marked as gatekeeper and not as decider: can keep us out, cannot let us win."""
    roles = person.contact_roles.given or frozenset()
    return "gatekeeper" in roles and "decider" not in roles
