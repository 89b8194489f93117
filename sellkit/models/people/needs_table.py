"""M09: what each member of the project team needs, and where their view and ours meet."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from sellkit.models.base import Id, Judged, Record
from sellkit.models.people.stakeholder import BuyingRole, ContactFrequency, Findings, Stakeholder

ProjectInfluence = Literal["none", "medium", "high"]
FindingState = Literal["blank", "unknown", "not-found", "empty", "listed"]


class Found(Record):
    """What was found of one kind.

    state  blank (nobody answered), unknown (not looked into yet), not-found (looked for, nothing there), empty (a list
           was begun and holds nothing), listed
    """

    state: FindingState
    items: tuple[str, ...] = ()
    confirmed: bool = False


class NeedsRow(Record):
    """One person's line. Blank and unknown marks are None, apart from the three lists, whose `Found` says which."""

    person: Id
    title: str
    roles: tuple[BuyingRole, ...]
    project_influence: ProjectInfluence | None
    tendency: int | None
    direct_contact: bool | None
    frequency: ContactFrequency | None
    company_needs: Found
    personal_needs: Found
    resonance_points: Found


def needs_table(people: Iterable[Stakeholder]) -> tuple[NeedsRow, ...]:
    """The needs table (需求分析表) as a view of the people, in their order.

    A resonance point (项目共鸣点) is a view on a matter or a person that both sides share: the way in, the lead to
    deeper needs, and what a tendency rests on. Source: needs tables of key-account courses in China.
    """
    return tuple(
        NeedsRow(
            person=person.id,
            title=person.title,
            roles=tuple(sorted(person.buying_roles.given or (), key="UEDA".index)),
            project_influence=project_influence(person.influence.given),
            tendency=person.tendency.given,
            direct_contact=person.direct_contact.given,
            frequency=person.contact_frequency.given,
            company_needs=found(person.company_needs),
            personal_needs=found(person.personal_needs),
            resonance_points=found(person.resonance_points),
        )
        for person in people
    )


def project_influence(influence: int | None) -> ProjectInfluence | None:
    """The three words of the needs table for the number 0–5: 0–1 none, 2–3 medium, 4–5 high."""
    if influence is None:
        return None
    return "high" if influence >= 4 else "medium" if influence >= 2 else "none"


def found(judged: Judged[Findings]) -> Found:
    """Tell apart the five answers that a list can have; items of blanks only do not count as items."""
    value = judged.value
    if value is None:
        return Found(state="blank")
    if value == "unknown":
        return Found(state="unknown")
    if value == "not-found":
        return Found(state="not-found", confirmed=judged.confirmed)
    items = tuple(item for item in value if item.strip())
    return Found(state="listed" if items else "empty", items=items, confirmed=judged.confirmed)


def copied(person: Stakeholder) -> tuple[str, ...]:
    """Personal needs that are only the company's need written down again, as they stand there."""
    company = {_bare(item) for item in found(person.company_needs).items}
    return tuple(item for item in found(person.personal_needs).items if _bare(item) in company)


def _bare(text: str) -> str:
    """The words alone: width, case, spaces and punctuation make no other need of it."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()
