"""M60: whatever does not count yet, as a question for somebody who can answer it."""

from collections.abc import Mapping
from typing import Literal

from sellkit.models.base import Id, Judged, Record
from sellkit.models.paths import judged
from sellkit.models.people.stakeholder import People, Stakeholder

# From here on people help us: they are asked about others, and about what nobody has said yet.
HELPS_FROM = 2


class OpenQuestion(Record):
    """One mark that counts nowhere yet, and who can make it count.

    path   its place; state: answered with "not known yet", or given and not confirmed
    about  the person whose mark it is, if it is somebody's
    ask    the person to be asked, by id; witness: or whoever was named as having said it, in the words of the sheet
    Both are empty where nobody is known to ask: then somebody has to be found.
    """

    path: str
    state: Literal["unknown", "unconfirmed"]
    about: Id | None = None
    ask: Id | None = None
    witness: str = ""

    @property
    def nobody(self) -> bool:
        """There is nobody to ask yet."""
        return self.ask is None and not self.witness


def open_questions(record: Record) -> tuple[OpenQuestion, ...]:
    """What is answered and does not count: neither explicit nor agreed, or with nothing to look up. In the order of the
    sheet; blanks are not asked about, for nobody has looked at them.

    Whom to ask, the first that there is: whoever is named as the witness; for a mark on a person who does not help us,
    somebody who does (tendency +2 or better on evidence, the strongest first); the person, if we talk to them.
    Source: evidence practice of this course; the choice of whom to ask is ours.
    """
    people = _people(record)
    helpers = sorted(filter(_helps, people.values()), key=lambda each: -(each.tendency.settled or 0))
    return tuple(
        _question(path, mark, people, helpers)
        for path, mark in judged(record)
        if mark.state in ("unknown", "unconfirmed")
    )


def _question(
    path: str, mark: Judged[object], people: Mapping[str, Stakeholder], helpers: list[Stakeholder]
) -> OpenQuestion:
    about = next((people[part] for part in path.split("/")[:2] if part in people), None)
    state: Literal["unknown", "unconfirmed"] = "unknown" if mark.state == "unknown" else "unconfirmed"
    asked: str | None = None
    if not mark.witness.strip():
        other = next((each.id for each in helpers if each is not about), None)
        talks = about is not None and bool(about.covered)
        asked = about.id if about is not None and talks and (_helps(about) or other is None) else other
    return OpenQuestion(
        path=path, state=state, about=about.id if about else None, ask=asked, witness=mark.witness.strip()
    )


def _helps(person: Stakeholder) -> bool:
    return (person.tendency.settled or 0) >= HELPS_FROM


def _people(record: Record) -> Mapping[str, Stakeholder]:
    held = record if isinstance(record, People) else getattr(record, "people", None)
    return held.by_id if isinstance(held, People) else {}
