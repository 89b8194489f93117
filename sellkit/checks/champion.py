"""M62: the champion test, response modes, win-results and red flags."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.people.champion import ChampionPlan
from sellkit.models.people.stakeholder import PersonRef

LITTLE_INFLUENCE = 2


@check("M62-champion-overclaimed", ChampionPlan, "warning")
def champion_overclaimed(plan: ChampionPlan) -> Iterator[At]:
    """Called a champion before all four tests are confirmed."""
    for ally in plan.allies:
        if ally.claimed.given == "champion" and ally.kind != "champion":
            yield at(f"allies/{ally.id}/claimed", **_named(plan, ally.person), count=len(ally.missing))


@check("M62-coach-overclaimed", ChampionPlan, "warning")
def coach_overclaimed(plan: ChampionPlan) -> Iterator[At]:
    """Called a coach, and it is confirmed that they tell us nothing."""
    for ally in plan.allies:
        if ally.claimed.given == "coach" and ally.informs.settled is False:
            yield at(f"allies/{ally.id}/claimed", **_named(plan, ally.person))


@check("M62-untested", ChampionPlan, "warning")
def untested(plan: ChampionPlan) -> Iterator[At]:
    """Influence, selling for us and a stake of their own are there; nothing was asked that costs them something."""
    for ally in plan.allies:
        if ally.untested and not ally.asked_for.strip():
            yield at(f"allies/{ally.id}/asked-for", **_named(plan, ally.person))


@check("M62-influence-disagrees", ChampionPlan, "warning")
def influence_disagrees(plan: ChampionPlan) -> Iterator[At]:
    """Said to have influence here, rated as a bystander on the same sheet."""
    for ally in plan.allies:
        person = plan.person(ally.person)
        influence = person.influence.given if person else None
        if ally.has_influence.given and influence is not None and influence <= LITTLE_INFLUENCE:
            yield at(f"allies/{ally.id}/has-influence", **_named(plan, ally.person), influence=influence)


@check("M62-no-champion", ChampionPlan, "warning")
def no_champion(plan: ChampionPlan) -> Iterator[At]:
    """Every ally has failed one of the tests; none is a champion or can still become one."""
    if plan.allies and all(ally.failed for ally in plan.allies):
        yield at(f"allies/{plan.allies[0].id}/claimed", count=len(plan.allies))


@check("M62-win-missing", ChampionPlan, "warning")
def win_missing(plan: ChampionPlan) -> Iterator[At]:
    """A business result is written down, and not what this person wins by it. "Not known yet" is an answer."""
    for row in plan.win_results:
        if (row.result.given or "").strip() and not (row.win.value or "").strip():
            yield at(f"win-results/{row.id}/win", **_named(plan, row.person))


@check("M62-mode-without-move", ChampionPlan, "hint")
def mode_without_move(plan: ChampionPlan) -> Iterator[At]:
    """How they take the offer is known; what we do about it is not written down."""
    for row in plan.win_results:
        if row.mode.known and not row.move.strip():
            yield at(f"win-results/{row.id}/move", **_named(plan, row.person))


@check("M62-flag-unanswered", ChampionPlan, "warning")
def flag_unanswered(plan: ChampionPlan) -> Iterator[At]:
    """Every red flag is set against a strength or an action."""
    for flag in plan.red_flags:
        if flag.what.strip() and not flag.answered:
            yield at(f"red-flags/{flag.id}/action")


@check("M62-flag-action-unowned", ChampionPlan, "hint")
def flag_action_unowned(plan: ChampionPlan) -> Iterator[At]:
    """An action against a red flag is somebody's."""
    for flag in plan.red_flags:
        if flag.action.strip() and not flag.owner.strip():
            yield at(f"red-flags/{flag.id}/owner")


def _named(plan: ChampionPlan, person_id: str) -> dict[str, str]:
    person = plan.person(person_id) or PersonRef(id=person_id)
    return {"person": person.label, "person_id": person.id}
