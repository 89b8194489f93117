"""M05: five dimensions of every stakeholder in one table: what we know, where the gaps are, what to do about whom."""

from typing import Annotated, Literal

from sellkit.models.base import Id, Record, State, Theirs
from sellkit.models.people.stakeholder import People, Stakeholder

Dimension = Literal["need", "adaptability", "decision_focus", "coverage", "attitude"]
DIMENSIONS: tuple[Dimension, ...] = ("need", "adaptability", "decision_focus", "coverage", "attitude")


class Row(Record):
    """One person's line in the coverage picture: how far each dimension is."""

    person: Id
    states: dict[Dimension, State]


class Lean(Record):
    """How far one person stands towards us and towards the competitor, in attitude steps −2 … +2."""

    person: Id
    ours: int | None
    rivals: int | None


class FiveDimensionProfile(People):
    """Five-dimension profile (五维模型): need, attitude to change, decision focus, coverage, attitude to us.

    rivals  the same table as the competitor would fill it in, with coverage and attitude towards *them*
    Source: five-dimension analysis as taught in key-account courses in China; need after Maslow, change after Rogers.
    """

    rivals: Annotated[tuple[Stakeholder, ...], Theirs()] = ()

    def picture(self) -> tuple[Row, ...]:
        """People × dimensions with the state of each mark."""
        return tuple(
            Row(person=person.id, states={name: getattr(person, name).state for name in DIMENSIONS})
            for person in self.people
        )

    def gaps(self) -> tuple[tuple[str, Dimension], ...]:
        """Where information is missing: blank or "not known yet", as (person, dimension)."""
        return tuple(
            (row.person, name)
            for row in self.picture()
            for name in DIMENSIONS
            if row.states[name] in ("blank", "unknown")
        )

    def leans(self) -> tuple[Lean, ...]:
        """Our camp beside the competitor's, for the people who stand in both tables."""
        theirs = {person.id: person for person in self.rivals}
        return tuple(
            Lean(person=person.id, ours=person.support, rivals=theirs[person.id].support)
            for person in self.people
            if person.id in theirs
        )


def incomplete(person: Stakeholder) -> tuple[Dimension, ...]:
    """The dimensions of this person that are blank or "not known yet"."""
    return tuple(name for name in DIMENSIONS if not getattr(person, name).known)
