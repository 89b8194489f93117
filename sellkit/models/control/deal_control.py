"""M43: the sheet of deal control. What the seller claims, what coaches confirm, and who exactly has been won."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from sellkit.models.base import Id, Judged, PersonId, Record, Rises, Rows
from sellkit.models.control.coach import Coach, CoachWord
from sellkit.models.control.value import ELEMENTS, GROUPS, ControlValue, ElementId, Group, Scheme, group_of

State = Literal["open", "unknown", "denied", "claimed", "confirmed"]
# Why a claimed element is not confirmed, in the order in which one would mend it.
Lack = Literal["evidence", "certainty", "people", "coach", "coaches-disagree", "coach-denies"]
YesNo = Annotated[Judged[bool], Rises({False: 0, True: 1})]


class ControlElement(Record):
    """One element: what the seller claims, with the evidence and who says so when, and the coaches' words on it."""

    id: ElementId
    claimed: YesNo = Field(default_factory=Judged[bool])
    words: Rows[CoachWord] = ()


class Voice(Record):
    """One person in this deal, and how far they are won; the Firsts and the Win rest on such people.

    inside         belongs to the decision structure (决策结构) of this deal; an outsider never counts for F3
    key            a key person of that structure
    finds_us_best  sees our value match as the highest (F1); helps: actively helps us plan and get the deal (F2), which
                   is more than being friendly; chose_us: has chosen us (F3)
    """

    id: PersonId
    inside: bool | None = None
    key: bool = False
    finds_us_best: YesNo = Field(default_factory=Judged[bool])
    helps: YesNo = Field(default_factory=Judged[bool])
    chose_us: YesNo = Field(default_factory=Judged[bool])


class Standing(NamedTuple):
    """How one element stands; `lacks` says why a claim is not confirmed."""

    state: State
    lacks: tuple[Lack, ...] = ()


class DealControl(Record):
    """Deal control (控单力): which elements of C136 or C139 hold in one deal, claimed and confirmed.

    id, deal, seller  the sheet in a history or a portfolio; what the deal is called; who claims
    as_of             the day the sheet speaks of; coaches' words after it are not heard
    top               the one person with whom the decision ends: W is about them, and F1 needs them
    voices            the people of the decision structure, and others who speak for us

    An element is *confirmed* if the seller claims it, explicitly and with something to rest on (M60), if a listed coach
    says that it holds and none says that it does not (coaches who disagree: the lower value), and if the people are
    there whom it is about: W a named top person who has not said no; F1 the top person and every key person; F2 at
    least one key person who actively helps; F3 more than half of the decision structure. A coach's latest word counts.
    Everything else that the seller says yes to is *claimed* and never counted as confirmed.
    Raises ValueError for two rows with one id. Source: the C139 and C136 methods of deal control.
    """

    id: Id = "deal"
    deal: str = ""
    seller: str = ""
    scheme: Scheme = "C139"
    as_of: date | None = None
    elements: Rows[ControlElement] = ()
    coaches: Rows[Coach] = ()
    top: PersonId | None = None
    voices: Rows[Voice] = ()

    # what is on the sheet

    def element(self, id: ElementId) -> ControlElement:
        """The element with this id, blank if nobody has written about it."""
        return self._by_id.get(id) or ControlElement(id=id)

    def coach(self, id: str) -> Coach | None:
        """The coach with this id, or None."""
        return next((coach for coach in self.coaches if coach.id == id), None)

    def voice(self, person: str | None) -> Voice | None:
        """What is known about one person, or None."""
        return next((voice for voice in self.voices if voice.id == person), None)

    def inside(self, voice: Voice) -> bool:
        """Belongs to the decision structure; key people and the top person do unless marked otherwise."""
        return (voice.key or voice.id == self.top) if voice.inside is None else voice.inside

    @property
    def structure(self) -> tuple[Voice, ...]:
        """The decision structure: all but those marked as outsiders, so that no majority leaves anybody out."""
        return tuple(voice for voice in self.voices if voice.inside is not False)

    @property
    def key_people(self) -> tuple[Voice, ...]:
        """The key people of the structure besides the top person."""
        return tuple(voice for voice in self.structure if voice.key and voice.id != self.top)

    @property
    def majority(self) -> int:
        """How many of the structure are more than half of it."""
        return len(self.structure) // 2 + 1

    @property
    def choosers(self) -> tuple[Voice, ...]:
        """Members of the structure who have chosen us, confirmed."""
        return tuple(voice for voice in self.structure if self.inside(voice) and voice.chose_us.settled)

    def words(self, id: ElementId) -> Mapping[str, CoachWord]:
        """The latest word of each listed coach on an element up to `as_of`; of two on one day the lower."""
        return self._heard.get(id) or {}

    # how it stands

    def claims(self, id: ElementId) -> bool:
        """The seller says that it holds."""
        return self.standings.get(id, _OPEN).state in ("claimed", "confirmed")

    def confirms(self, id: ElementId) -> bool:
        """It is confirmed."""
        return self.standings.get(id, _OPEN).state == "confirmed"

    @cached_property
    def standings(self) -> Mapping[ElementId, Standing]:
        """How each element of the scheme stands, in the order W, F, C."""
        return {id: self._standing(id) for id in ELEMENTS[self.scheme]}

    @property
    def claimed(self) -> ControlValue:
        """The value that the seller claims."""
        return ControlValue.of(self.scheme, (id for id in self.standings if self.claims(id)))

    @property
    def confirmed(self) -> ControlValue:
        """The value that counts."""
        return ControlValue.of(self.scheme, (id for id in self.standings if self.confirms(id)))

    @property
    def inflation(self) -> Mapping[Group, int]:
        """Claimed less confirmed, per group."""
        unconfirmed = [group_of(id) for id, standing in self.standings.items() if standing.state == "claimed"]
        return {group: unconfirmed.count(group) for group in GROUPS}

    @property
    def disputed(self) -> tuple[ElementId, ...]:
        """Elements on which one coach says yes and another no."""
        return tuple(id for id in self.standings if {word.holds for word in self.words(id).values()} >= {True, False})

    def people_won(self, id: ElementId) -> bool:
        """Those whom the element is about are named, and have done what it says; true for every Clear."""
        top, key = self.voice(self.top), self.key_people
        outsider = top is not None and top.inside is False
        if id == "w":
            refused = top is not None and (top.chose_us.given, top.helps.given) == (False, False)
            return self.top is not None and not outsider and not refused
        if id == "f1":
            named = top is not None and not outsider and bool(key)
            return named and all(voice.finds_us_best.settled for voice in (top, *key) if voice is not None)
        if id == "f2":
            return any(voice.helps.settled for voice in key)
        return id != "f3" or len(self.choosers) >= self.majority

    def _standing(self, id: ElementId) -> Standing:
        mark = self.element(id).claimed
        if mark.given is not True:
            return Standing("open" if mark.value is None else "denied" if mark.known else "unknown")
        heard = {word.holds for word in self.words(id).values()} - {"unknown"}
        lacks: dict[Lack, bool] = {
            "evidence": not mark.backed,
            "certainty": mark.backed and not mark.confirmed,
            "people": not self.people_won(id),
            "coach": not heard,
            "coaches-disagree": heard == {True, False},
            "coach-denies": heard == {False},
        }
        missing = tuple(lack for lack, true in lacks.items() if true)
        return Standing("claimed" if missing else "confirmed", missing)

    @cached_property
    def _by_id(self) -> Mapping[str, ControlElement]:
        return {element.id: element for element in self.elements}

    @cached_property
    def _heard(self) -> Mapping[str, Mapping[str, CoachWord]]:
        return {element.id: self._latest(element) for element in self.elements}

    def _latest(self, element: ControlElement) -> dict[str, CoachWord]:
        said: dict[str, CoachWord] = {}
        for word in element.words:
            late = self.as_of is not None and word.on is not None and word.on > self.as_of
            if word.holds is None or late or word.coach not in self._coach_ids:
                continue
            before = said.get(word.coach)
            if before is None or word.weight > before.weight:
                said[word.coach] = word
        return said

    @cached_property
    def _coach_ids(self) -> frozenset[str]:
        return frozenset(coach.id for coach in self.coaches)


_OPEN = Standing("open")
