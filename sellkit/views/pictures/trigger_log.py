"""Triggers and initiations (M16) as a picture: what happened, latest first, and what came of each."""

from collections.abc import Iterable, Mapping
from datetime import date

from sellkit.models.account.triggers import Initiation, Trigger, TriggerLog
from sellkit.models.base import Judged
from sellkit.models.text import HABITS
from sellkit.views.pictures import marks
from sellkit.views.pictures.drawing import Drawing
from sellkit.views.pictures.plan_parts import Column, card, heading, legend, pill
from sellkit.views.pictures.style import ACCENT, ACCENT_SOFT, ERROR, INK, MUTED, WARN, Element, document, el, text_width
from sellkit.views.pictures.vision_grid import Explains

PAD, GAP, DAY_W = 16, 10, 104


def trigger_log_svg(
    record: TriggerLog, words: Explains, *, names: Mapping[str, str] | None = None, width: float = 1180
) -> str:
    """The log as SVG text: a card for each trigger with what it led to, then the initiations.

    `names` are those of people and deals, by id; `width` 390 suits a phone.
    """
    drawing = _Drawing(record, words, names or {}, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.triggers.title"))


class _Drawing(Drawing[Explains]):
    """One drawing in the making."""

    def __init__(self, record: TriggerLog, words: Explains, names: Mapping[str, str], width: float) -> None:
        super().__init__(words, width)
        self.record, self.names = record, names
        self.untouched = {trigger.id for trigger in record.untouched()}

    def elements(self) -> list[Element]:
        """Everything from the title to the signs."""
        record = self.record
        head, self.y = heading(self._say("title"), self._summary(), self.width)
        drawn = list(head)
        for trigger in sorted(record.triggers, key=lambda each: each.on or date.min, reverse=True):
            drawn += self._trigger(trigger)
        if record.initiations:
            title = Column(self.left, self.y + 8, self.wide)
            title.text(self._say("initiations"), 16, font_weight=700)
            drawn += title.drawn
            self.y = title.y + 10
        for initiation in record.initiations:
            drawn += self._initiation(initiation)
        if record.triggers or record.initiations:
            signs, self.y = legend(self._signs(), self.left, self.y + 4, self.width)
            drawn += signs
        return drawn

    def _say(self, key: str, **params: object) -> str:
        return self.words.say(f"boards.triggers.{key}", **params)

    def _summary(self) -> list[str]:
        record = self.record
        if not record.triggers and not record.initiations:
            return [self._say("empty")]
        lines = [self._say("sum", count=len(record.triggers), untouched=len(self.untouched))]
        if record.as_of and (missed := record.missed(record.as_of)):
            lines.append(self._say("missed", what=self._join(each.label for each in missed)))
        return lines

    def _trigger(self, trigger: Trigger) -> list[Element]:
        """Day and kind on the left, what happened in the middle, what came of it on the right; on a phone below."""
        top = self.y + PAD
        when = Column(self.left + PAD, top, self.wide - 2 * PAD if self.narrow else DAY_W)
        when.text(trigger.on.isoformat() if trigger.on else self._say("no-day"), 13, font_weight=600)
        half = (self.wide - DAY_W - 4 * PAD) / 2
        x = self.left + PAD if self.narrow else self.left + 2 * PAD + DAY_W
        what = Column(x, when.y + 4 if self.narrow else top - 4, self.wide - 2 * PAD if self.narrow else half)
        what.badge(*self._badge(trigger), self._kind(trigger), gap=0, font_weight=600)
        what.text(trigger.label, 15, gap=4, font_weight=600)
        if trigger.facts != trigger.label:
            what.text(trigger.facts, 13, gap=2, most=4)
        what.text(self._labelled("who", self._join(map(self._name, trigger.who))), 12, gap=3, most=2, fill=MUTED)
        x = self.left + PAD if self.narrow else what.x + half + PAD
        came = Column(x, what.y + 8 if self.narrow else top - 2, what.width)
        self._outcome(trigger, came)
        height = max(when.y, what.y, came.y) + PAD - self.y
        grave = trigger.id in self.untouched
        look = {"stroke": ERROR, "stroke_width": 1.6, "stroke_dasharray": "6 4"} if grave else {}
        drawn = [card(self.left, self.y, self.wide, height, **look), *when.drawn, *what.drawn, *came.drawn]
        self.y += height + GAP
        return drawn

    def _outcome(self, trigger: Trigger, column: Column) -> None:
        """What may be needed, what is done, and which deal or initiation came of it."""
        column.text(self._labelled("need", trigger.need), 13, most=3)
        column.text(self._labelled("action", trigger.action), 13, gap=2, most=3)
        if trigger.by and trigger.action.strip():
            late = self.record.as_of is not None and trigger.by < self.record.as_of and trigger.deal is None
            told = self._say("late" if late else "by", on=trigger.by.isoformat())
            column.text(told, 12, gap=2, fill=ERROR if late else MUTED, font_weight=600 if late else 400)
        led = [each.label for each in self.record.initiations if trigger.id in each.triggers]
        column.text(self._labelled("led-to", self._join(led)), 13, gap=2, most=3)
        if trigger.deal is not None:
            self._pill(self._say("deal", deal=self.names.get(trigger.deal, trigger.deal)), column, ACCENT)
        if trigger.id in self.untouched:
            old = self.record.as_of is not None and trigger.old(self.record.as_of)
            self._pill(self._say("missed-one" if old else "untouched"), column, ERROR if old else WARN)

    def _pill(self, text: str, column: Column, ink: str) -> None:
        """A short word in a pill; what is too long for one stands as a line."""
        if text_width(text, 12) + 16 > column.width:
            column.text(text, 13, gap=4, most=2, font_weight=600, fill=ink)
            return
        column.drawn.append(pill(text, column.x, column.y + 18, ink=ink, anchor="start"))
        column.space(32)

    def _initiation(self, initiation: Initiation) -> list[Element]:
        column = Column(self.left + PAD, self.y + PAD - 2, self.wide - 2 * PAD)
        column.text(self._mark(initiation.reason) or initiation.id, 15, font_weight=600)
        by = {trigger.id: trigger.label for trigger in self.record.triggers}
        for key, text in (
            ("set-off", self._join(by.get(each, each) for each in initiation.triggers)),
            ("behind", self._join(map(self._name, initiation.stakeholders))),
            ("motive", self._mark(initiation.motive)),
            ("effect", self._mark(initiation.effect)),
        ):
            column.text(self._labelled(key, text), 13, gap=3)
        if initiation.deal is not None:
            self._pill(self._say("deal", deal=self.names.get(initiation.deal, initiation.deal)), column, ACCENT)
        height = column.y + PAD - self.y
        drawn = [card(self.left, self.y, self.wide, height, fill=ACCENT_SOFT, stroke=ACCENT), *column.drawn]
        self.y += height + GAP
        return drawn

    def _badge(self, trigger: Trigger) -> tuple[marks.Badge, marks.State]:
        state = marks.state(trigger.kind.value, trigger.kind.confirmed)
        if trigger.kind.given is None:
            return marks.Badge("square", "?" if state == "unknown" else "", colour=MUTED), state
        signs = {level["id"]: level["sign"] for level in self.words.scale("trigger-kind")}
        return marks.Badge("square", signs[trigger.kind.given], colour=INK), state

    def _kind(self, trigger: Trigger) -> str:
        given = trigger.kind.given
        return self.words.level("trigger-kind", given) if given else self._say("kind-open")

    def _mark(self, mark: Judged[str]) -> str:
        if mark.state in ("blank", "unknown"):
            return self._say("unknown") if mark.state == "unknown" else ""
        return str(mark.given) if mark.confirmed else self._say("open", what=mark.given)

    def _labelled(self, key: str, text: str) -> str:
        return self._say(key) + HABITS[self.words.language].colon + text if text.strip() else ""

    def _name(self, person: str) -> str:
        return self.names.get(person, person)

    def _join(self, texts: Iterable[str]) -> str:
        return HABITS[self.words.language].comma.join(text for text in texts if text.strip())

    def _signs(self) -> list[tuple[Element, str]]:
        sample = marks.Badge("square", "1")
        dashed = el("rect", x=1, y=3, width=24, height=20, rx=5, fill="none", stroke=ERROR, stroke_dasharray="6 4")
        return [
            (marks.draw(sample, "firm", 0, 0), self._say("sign.firm")),
            (marks.draw(sample, "open", 0, 0), self.words.say("boards.legend.open")),
            (dashed, self._say("sign.untouched")),
        ]
