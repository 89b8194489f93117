"""M62: who is really a champion, how each person takes the offer, what they win, and what stands against red flags."""

from typing import Annotated, Literal

from pydantic import Field

from sellkit.models.base import Id, Judged, PersonId, Record, Rises, Rows
from sellkit.models.people.stakeholder import YES_STEPS, People

AllyKind = Literal["champion", "coach", "friendly-talker"]
ALLY_KINDS: tuple[AllyKind, ...] = ("champion", "coach", "friendly-talker")
ResponseMode = Literal["growth", "trouble", "even-keel", "overconfident"]
Test = Literal["has_influence", "sells_for_us", "own_stake", "delivered"]
TESTS: tuple[Test, ...] = ("has_influence", "sells_for_us", "own_stake", "delivered")


class Ally(Record):
    """Somebody of whom we think that they help us, and what the test says.

    has_influence  their word changes what others do
    sells_for_us   speaks for us when we are away
    own_stake      wins something of their own if we win
    asked_for      what we asked of them that costs political capital; delivered: they did it
    informs        tells us what we could not know from outside
    claimed        what the team takes them for
    """

    id: Id
    person: PersonId
    has_influence: Annotated[Judged[bool], Rises(YES_STEPS)] = Field(default_factory=Judged[bool])
    sells_for_us: Annotated[Judged[bool], Rises(YES_STEPS)] = Field(default_factory=Judged[bool])
    own_stake: Annotated[Judged[bool], Rises(YES_STEPS)] = Field(default_factory=Judged[bool])
    asked_for: str = ""
    delivered: Annotated[Judged[bool], Rises(YES_STEPS)] = Field(default_factory=Judged[bool])
    informs: Annotated[Judged[bool], Rises(YES_STEPS)] = Field(default_factory=Judged[bool])
    claimed: Judged[AllyKind] = Field(default_factory=Judged[AllyKind])

    @property
    def missing(self) -> tuple[Test, ...]:
        """What still has to be shown for a champion: not confirmed yet, or confirmed not to hold."""
        return tuple(test for test in TESTS if getattr(self, test).settled is not True)

    @property
    def failed(self) -> tuple[Test, ...]:
        """What is confirmed not to hold: no question to ask, but a reason to look for another champion."""
        return tuple(test for test in TESTS if getattr(self, test).settled is False)

    @property
    def untested(self) -> bool:
        """All three traits are confirmed, and nothing was asked yet that costs them something."""
        return self.missing == ("delivered",) and not self.failed

    @property
    def kind(self) -> AllyKind | None:
        """By what is confirmed, the first line that holds:

        champion         influence, sells for us, own stake, and delivered what cost political capital
        coach            gives us information
        friendly-talker  gives none, and at least one of the four tests has failed
        None             too little is confirmed to say
        """
        if not self.missing:
            return "champion"
        if self.informs.settled:
            return "coach"
        return "friendly-talker" if self.informs.settled is False and self.failed else None


class WinResult(Record):
    """What one person gets if we win, and how they take the offer now.

    mode    growth (sees a gap to a better result), trouble (sees a fault to mend), even keel (sees no gap),
            overconfident (thinks that things are better than they are)
    result  the business result; win: the personal win it gives this person, in their eyes
    move    what we do about it
    """

    id: Id
    person: PersonId
    mode: Judged[ResponseMode] = Field(default_factory=Judged[ResponseMode])
    result: Judged[str] = Field(default_factory=Judged[str])
    win: Judged[str] = Field(default_factory=Judged[str])
    move: str = ""


class RedFlag(Record):
    """Something that can cost us the deal, and what is set against it: a strength that we have, or an action.

    about   the person it hangs on, if there is one
    owner   who takes the action
    """

    id: Id
    what: str = ""
    about: PersonId | None = None
    strength: str = ""
    action: str = ""
    owner: str = ""

    @property
    def answered(self) -> bool:
        """A strength or an action is set against it."""
        return bool(self.strength.strip() or self.action.strip())


class ChampionPlan(People):
    """Champion test, response modes, win-results and red flags of one opportunity.

    Raises ValueError for two rows with one id. Source: strategic-selling school (Miller, Heiman: response modes,
    win-results, red flags) and the champion of MEDDIC, as this course teaches them.
    """

    allies: Rows[Ally] = ()
    win_results: Rows[WinResult] = ()
    red_flags: Rows[RedFlag] = ()

    @property
    def champions(self) -> tuple[Id, ...]:
        """Those who passed the whole test."""
        return tuple(ally.person for ally in self.allies if ally.kind == "champion")
