"""M16: triggers that somebody follows up, and initiations that are more than a reason on paper."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.account.triggers import TriggerLog


@check("M16-initiation-without-person", TriggerLog, "warning")
def initiation_without_person(log: TriggerLog) -> Iterator[At]:
    """Somebody wants the project: a reason that nobody holds moves nothing."""
    for initiation in log.initiations:
        if initiation.reason.known and not initiation.stakeholders:
            yield at(f"initiations/{initiation.id}/stakeholders", reason=initiation.label)


@check("M16-initiation-without-trigger", TriggerLog, "warning")
def initiation_without_trigger(log: TriggerLog) -> Iterator[At]:
    """Something set the project off: without it there is no reason for it to happen now."""
    for initiation in log.initiations:
        if initiation.reason.known and not initiation.triggers:
            yield at(f"initiations/{initiation.id}/triggers", reason=initiation.label)


@check("M16-initiation-without-motive", TriggerLog, "hint")
def initiation_without_motive(log: TriggerLog) -> Iterator[At]:
    """The stated reason is not yet the motive: what do those behind it want? "Not known yet" is an answer."""
    for initiation in log.initiations:
        if initiation.reason.known and initiation.motive.value is None:
            yield at(f"initiations/{initiation.id}/motive", reason=initiation.label)


@check("M16-unknown-trigger", TriggerLog, "error")
def unknown_trigger(log: TriggerLog) -> Iterator[At]:
    """A trigger that an initiation names stands in the log."""
    ids = {trigger.id for trigger in log.triggers}
    for initiation in log.initiations:
        for trigger in initiation.triggers:
            if trigger not in ids:
                yield at(f"initiations/{initiation.id}/triggers", other=trigger)


@check("M16-trigger-missed", TriggerLog, "warning")
def trigger_missed(log: TriggerLog) -> Iterator[At]:
    """A trigger is older than a year, and nothing was made of it."""
    for trigger in log.missed(log.as_of) if log.as_of else ():
        yield at(f"triggers/{trigger.id}/action", trigger=trigger.label, on=str(trigger.on))


@check("M16-trigger-without-facts", TriggerLog, "hint")
def trigger_without_facts(log: TriggerLog) -> Iterator[At]:
    """A kind of change alone is a guess: what happened, and when? Told in one remark."""
    bare = [row for row in log.triggers if row.kind.known and not (row.facts.strip() and row.on)]
    if bare:
        yield at(f"triggers/{bare[0].id}/{'on' if bare[0].facts.strip() else 'facts'}", count=len(bare))


@check("M16-other-unnamed", TriggerLog, "hint")
def other_unnamed(log: TriggerLog) -> Iterator[At]:
    """A kind of the group's own has a name."""
    for trigger in log.triggers:
        if trigger.kind.given == "other" and not trigger.name.strip():
            yield at(f"triggers/{trigger.id}/name")
