"""M21: the coverage plan of an account: nobody of weight is forgotten, and what was planned is done."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from sellkit.checks.registry import At, at, check
from sellkit.models.account.account import Account
from sellkit.models.people.next_actions import has_power
from sellkit.models.people.stakeholder import Action


@check("M21-weight-forgotten", Account, "hint")
def weight_forgotten(account: Account) -> Iterator[At]:
    """Steps are planned for some, and people of weight are left out here and in every deal; told in one remark."""
    planned = {action.person for action in _actions(account)}
    forgotten = [person for person in account.people.people if has_power(person) and person.id not in planned]
    if planned and forgotten:
        first = forgotten[0]
        yield at(f"people/{first.id}/action", person=first.label, person_id=first.id, count=len(forgotten))


@check("M21-step-overdue", Account, "warning")
def step_overdue(account: Account) -> Iterator[At]:
    """The day of a step has passed: it was done and not taken out, or it was not done."""
    for action in account.people.actions if account.as_of else ():
        day = _day(action.by)
        person = account.people.person(action.person)
        if person is not None and action.what.strip() and day is not None and account.as_of and day < account.as_of:
            yield at(f"people/{person.id}/action", person=person.label, person_id=person.id, on=day.isoformat())


def _actions(account: Account) -> Iterator[Action]:
    sheets = (account.people, *(deal.people for deal in account.opportunities))
    return (action for action in chain.from_iterable(sheet.actions for sheet in sheets) if action.what.strip())


def _day(written: str) -> date | None:
    """A day, or None where something else is written."""
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        return None
