"""The cards on the time line of a purchase (M39): what a step is, and what a decision turns on."""

from collections.abc import Mapping

from sellkit.models.plan.purchase import DecisionProcess, DecisionStage, PurchasePlan, PurchaseStep
from sellkit.models.text import HABITS
from sellkit.views.pictures.plan_parts import Column, fit_badge, pill
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import ACCENT, ACCENT_SOFT, INK, MUTED, WARN, text_width


class DecisionCards:
    """Fills the cards of one purchase; `people` are names by id."""

    def __init__(self, record: DecisionProcess, words: Says, people: Mapping[str, str]) -> None:
        self.record, self.words, self.people = record, words, people

    def fill(self, row: DecisionStage | PurchaseStep, column: Column) -> dict[str, object]:
        """Write a row into its column; the answer is how its card looks."""
        return self._step(row, column) if isinstance(row, PurchaseStep) else self._stage(row, column)

    def _step(self, step: PurchaseStep, column: Column) -> dict[str, object]:
        say = self.words.say
        column.text(step.work.strip() or step.id, 14, most=2, font_weight=600)
        lead = [part for part in (self._name(step.lead) if step.lead else "", step.department.strip()) if part]
        others = [self._name(person) for person in step.stakeholders]
        comma = HABITS[self.words.language].comma
        if lead:
            column.text(say("boards.timeline.lead", who=comma.join(lead)), 12, gap=2, most=2, fill=MUTED)
        if others:
            column.text(say("boards.timeline.others", who=comma.join(others)), 12, gap=2, most=2, fill=MUTED)
        if not step.lead and not others:
            column.text(say("boards.timeline.nobody"), 12, gap=2, fill=WARN, font_weight=600)
        if isinstance(self.record, PurchasePlan) and step.id in self.record.prepares:
            column.text("→ " + self.record.prepares[step.id].label, 12, gap=2, most=1, fill=INK)
        return {}

    def _stage(self, stage: DecisionStage, column: Column) -> dict[str, object]:
        say = self.words.say
        tag = say("boards.timeline.award") if stage.awards else ""
        wide = text_width(tag, 12) + 24 if tag else 0
        column.width -= wide
        top = column.y
        column.text(stage.label, 14, most=2, font_weight=700)
        column.width += wide
        if tag:
            column.drawn.append(pill(tag, column.x + column.width, top + 9, ink=INK, ground=INK, anchor="end"))
        parts = (self._name(stage.decider) if stage.decider else "", stage.role.strip())
        who = " · ".join(part for part in parts if part)
        if who:
            column.text(say("boards.timeline.decides", who=who), 12, gap=2, most=2, fill=MUTED)
        else:
            column.text(say("boards.timeline.nobody-decides"), 12, gap=2, fill=WARN, font_weight=600)
        if stage.basis.strip():
            column.text(say("boards.timeline.basis", basis=stage.basis.strip()), 13, gap=2)
        else:
            column.text(say("boards.timeline.no-basis"), 12, gap=2, fill=WARN, font_weight=600)
        made, state = fit_badge(stage.fit)
        column.badge(made, state, self._fit(stage), fill=INK if stage.fit.known else MUTED)
        unprepared = isinstance(self.record, PurchasePlan) and stage in self.record.unprepared()
        if unprepared:
            column.text(say("boards.timeline.unprepared"), 12, gap=2, fill=WARN, font_weight=600)
        return {"fill": ACCENT_SOFT, "stroke": ACCENT, "stroke_width": 2.6 if stage.awards else 1.2}

    def _fit(self, stage: DecisionStage) -> str:
        if stage.fit.given is None:
            return self.words.say("boards.timeline.fit-unknown" if stage.fit.value else "boards.timeline.fit-blank")
        fit = self.words.level("decision-fit", stage.fit.given)
        return self.words.say("boards.timeline.fit" if stage.fit.confirmed else "boards.timeline.fit-open", fit=fit)

    def _name(self, person: str) -> str:
        return self.people.get(person, person)
