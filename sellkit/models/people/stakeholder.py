"""M01: one person who matters in one opportunity. Every table and map of people is a view of this record."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, PlainSerializer

from sellkit.models.base import Id, Judged, Named, PersonId, Record, Rises, Rows

BuyingRole = Literal["U", "E", "D", "A"]
ContactRole = Literal["initiator", "decider", "influencer", "buyer", "gatekeeper", "user"]
Function = Literal["sponsor", "key-decision-maker", "coach"]
Adaptability = Literal["innovator", "visionary", "pragmatist", "conservative", "laggard"]
Attitude = Literal["sponsor", "supporter", "neutral", "non-supporter", "opponent"]
Coverage = Literal["none", "brief", "multiple", "in-depth"]
Circle = Literal["inner", "structure", "outside"]
NeedLevel = Literal["physiological", "safety", "belonging", "esteem", "self-actualisation"]
DecisionFocus = Literal["business", "technology", "finance", "relationship"]
ContactFrequency = Literal["none", "rare", "low", "normal", "frequent"]
RelationshipStage = Literal["acquainted", "dating", "trusted", "allied"]
PersonalTrust = Literal["reliable", "competent", "on-our-side"]
Score = Annotated[int, Field(ge=0, le=5)]
TendencyLevel = Annotated[int, Field(ge=-3, le=3)]

# How far each attitude stands from neutral; sales people read the marks * + = - X in this order.
ATTITUDE_STEPS: dict[Attitude, int] = {"sponsor": 2, "supporter": 1, "neutral": 0, "non-supporter": -1, "opponent": -2}
COVERAGE_STEPS: dict[Coverage, int] = {"none": 0, "brief": 1, "multiple": 2, "in-depth": 3}
STAGE_STEPS: dict[RelationshipStage, int] = {"acquainted": 1, "dating": 2, "trusted": 3, "allied": 4}
TRUST_STEPS: dict[PersonalTrust, int] = {"reliable": 1, "competent": 2, "on-our-side": 3}
YES_STEPS: dict[bool, int] = {False: 0, True: 1}
FREQUENCY_STEPS: dict[ContactFrequency, int] = {"none": 0, "rare": 1, "low": 2, "normal": 3, "frequent": 4}


def _each_once(values: tuple[DecisionFocus, ...]) -> tuple[DecisionFocus, ...]:
    if len(set(values)) < len(values):
        raise ValueError("each decision focus may be named once")
    return values


def _role_order(roles: frozenset[str]) -> list[str]:
    return sorted(roles, key="UEDA".index)


Roles = Annotated[frozenset[BuyingRole], PlainSerializer(_role_order, when_used="json")]
ContactRoles = Annotated[frozenset[ContactRole], PlainSerializer(sorted, when_used="json")]
Functions = Annotated[frozenset[Function], PlainSerializer(sorted, when_used="json")]
Focus = Annotated[tuple[DecisionFocus, ...], AfterValidator(_each_once)]
# "looked for, not found" is an answer of its own: neither "not known yet" nor an empty list.
Findings = tuple[str, ...] | Literal["not-found"]


class PersonRef(Named):
    """Who a person is and to whom they report; `reports_to` is another person's id or None."""

    title: str = ""
    reports_to: Id | None = None


class Stakeholder(PersonRef):
    """A person with every mark that the method puts on people.

    rank       0–5, formal position, read off the organisation chart
    influence  0–5, informal: 5 controls the outcome, 3–4 makes things happen, 1–2 watches, 0 does not know
    tendency   −3 (works for a competitor) … +3 (guides us)
    circle     inner (核心圈, lies inside the structure), structure (政治圈), outside (圈外)
    need       the leading need today; `other_needs` are present beside it, `earlier_needs` what led before
    company_needs, personal_needs, resonance_points  lists of text, or "not-found", or "unknown"
    stage      how far the relation is: acquainted 认识, dating 约会, trusted 信赖, allied 同盟 (M11)
    trust      how far they trust our people: reliable as a person, competent in the job, on their side in interest
    """

    PLACES: ClassVar[Mapping[str, str]] = {"buying_roles": "roles"}

    department: str = ""
    rank: Score | None = None
    buying_roles: Judged[Roles] = Field(default_factory=Judged[Roles])
    contact_roles: Judged[ContactRoles] = Field(default_factory=Judged[ContactRoles])
    functions: Judged[Functions] = Field(default_factory=Judged[Functions])
    influence: Judged[Score] = Field(default_factory=Judged[Score])
    need: Judged[NeedLevel] = Field(default_factory=Judged[NeedLevel])
    other_needs: frozenset[NeedLevel] = frozenset()
    earlier_needs: tuple[Judged[NeedLevel], ...] = ()
    adaptability: Judged[Adaptability] = Field(default_factory=Judged[Adaptability])
    decision_focus: Judged[Focus] = Field(default_factory=Judged[Focus])
    coverage: Annotated[Judged[Coverage], Rises(COVERAGE_STEPS)] = Field(default_factory=Judged[Coverage])
    attitude: Annotated[Judged[Attitude], Rises(ATTITUDE_STEPS)] = Field(default_factory=Judged[Attitude])
    circle: Judged[Circle] = Field(default_factory=Judged[Circle])
    tendency: Annotated[Judged[TendencyLevel], Rises()] = Field(default_factory=Judged[TendencyLevel])
    contact_frequency: Annotated[Judged[ContactFrequency], Rises(FREQUENCY_STEPS)] = Field(
        default_factory=Judged[ContactFrequency]
    )
    direct_contact: Annotated[Judged[bool], Rises(YES_STEPS)] = Field(default_factory=Judged[bool])
    company_needs: Judged[Findings] = Field(default_factory=Judged[Findings])
    personal_needs: Judged[Findings] = Field(default_factory=Judged[Findings])
    resonance_points: Judged[Findings] = Field(default_factory=Judged[Findings])
    stage: Annotated[Judged[RelationshipStage], Rises(STAGE_STEPS)] = Field(default_factory=Judged[RelationshipStage])
    trust: Annotated[Judged[PersonalTrust], Rises(TRUST_STEPS)] = Field(default_factory=Judged[PersonalTrust])

    @property
    def decides(self) -> bool:
        """Marked as decision maker or final approver."""
        return bool((self.buying_roles.given or frozenset()) & {"D", "A"})

    @property
    def support(self) -> int | None:
        """Attitude in steps from neutral, −2 … +2; None while it is blank or unknown."""
        attitude = self.attitude.given
        return None if attitude is None else ATTITUDE_STEPS[attitude]

    @property
    def covered(self) -> bool | None:
        """Contact beyond brief; None while coverage is blank or unknown."""
        coverage = self.coverage.given
        return None if coverage is None else COVERAGE_STEPS[coverage] > COVERAGE_STEPS["brief"]


class Action(Record):
    """What we will do about one person: who does it, what, why, and by when (ISO date)."""

    KEYS: ClassVar[frozenset[str]] = frozenset({"person"})

    person: PersonId
    what: str
    why: str = ""
    owner: str = ""
    by: str = ""


class People(Record):
    """The people of one opportunity and what we plan to do about them."""

    MAIN: ClassVar[str] = "people"

    people: Rows[Stakeholder] = ()
    actions: tuple[Action, ...] = ()

    def person(self, person_id: str | None) -> Stakeholder | None:
        """The person with this id, or None."""
        return None if person_id is None else self.by_id.get(person_id)

    @cached_property
    def by_id(self) -> Mapping[str, Stakeholder]:
        """Everybody by id."""
        return {person.id: person for person in self.people}

    def planned(self, person_id: str) -> bool:
        """Somebody has written down what to do about this person."""
        return any(action.person == person_id and action.what.strip() for action in self.actions)
