"""What stands in each block of the account profile (M12): facts, the powers of headquarters, years, rows."""

from collections.abc import Callable, Mapping
from typing import Any

from sellkit.models.account.control_mode import POWERS
from sellkit.models.account.profile import AccountProfile, BlockId, YearFigures
from sellkit.models.base import Judged
from sellkit.models.text import HABITS
from sellkit.views.pictures.plan_parts import Column
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import ACCENT, ACCENT_TINT, CARD, ERROR, INK, MUTED, WARN, el, label, text_width

MOST_ROWS = 40
BAR_H, LEAST_BAR = 16, 120


class Blocks:
    """Fills the blocks of one profile."""

    def __init__(self, profile: AccountProfile, words: Says, people: Mapping[str, str]) -> None:
        self.profile, self.words, self.people = profile, words, people
        self.habits = HABITS[words.language]

    def fill(self, block: BlockId) -> Callable[[Column], None]:
        """What writes the inside of a block into a column."""
        filled: dict[BlockId, Callable[[Column], None]] = {
            "company": self._company,
            "control": self._control,
            "results": self._results,
            "direction": self._direction,
            "departments": self._departments,
            "projects": self._projects,
            "systems": self._systems,
            "team": self._team,
        }
        return filled[block]

    def _say(self, key: str, /, **params: object) -> str:
        return self.words.say(f"boards.account.{key}", **params)

    def _fact(self, column: Column, key: str, text: str, *, open: bool = False) -> None:
        """A line "name: what"; what is not confirmed says so."""
        if text:
            tail = self._say("open") if open else ""
            column.text(f"{self._say(f'field.{key}')}{self.habits.colon}{text}{tail}", 13, gap=5, most=4)

    def _judged(self, column: Column, key: str, mark: Judged[Any], shown: Callable[[Any], str] = str) -> None:
        if mark.value == "unknown":
            self._fact(column, key, self._say("not-known"))
        elif mark.given is not None:
            self._fact(column, key, shown(mark.given), open=not mark.confirmed)

    def _company(self, column: Column) -> None:
        profile = self.profile
        self._judged(column, "ownership", profile.ownership)
        self._judged(column, "capital", profile.registered_capital, lambda money: self._money(money, profile.currency))
        self._judged(column, "listed", profile.listed, lambda listed: self._say("yes" if listed else "no"))
        self._judged(column, "headcount", profile.headcount, lambda count: f"{count:,}")
        self._judged(column, "background", profile.background)
        shares = [f"{owner.name or owner.id} {owner.share or 0:g}%" for owner in profile.owners]
        self._fact(column, "owners", self.habits.comma.join(shares))

    def _control(self, column: Column) -> None:
        profile = self.profile
        for power in POWERS:
            mark = profile.controls.get(power, Judged[bool]())
            if mark.value is not None:
                sign = {True: "✓", False: "×", None: "?"}[mark.given]
                tail = "" if mark.confirmed or mark.given is None else self._say("open")
                column.text(f"{sign}  {self.words.level('headquarters-control', power)}{tail}", 13, gap=4)
        reading = profile.control
        if reading.mode:
            text = self._say("mode", mode=self.words.level("control-mode", reading.mode))
            column.text(text, 14, gap=8, font_weight=700, fill=ACCENT)
        elif reading.nearest:
            near = self._say("or").join(self.words.level("control-mode", mode) for mode in reading.nearest)
            column.text(self._say("mode-unclear", near=near), 13, gap=8, most=3, font_weight=600, fill=WARN)
        if profile.control_mode.given and profile.control_mode.given != reading.mode:
            claimed = self.words.level("control-mode", profile.control_mode.given)
            column.text(self._say("mode-claimed", mode=claimed), 13, gap=4, most=2, fill=MUTED)

    def _results(self, column: Column) -> None:
        rows = sorted(self.profile.years, key=lambda row: row.year or 0)[-MOST_ROWS:]
        most = max((abs(row.sales.given or 0) for row in rows), default=0)
        room = column.width - 60 - max((text_width(self._figures(row), 12) for row in rows), default=0)
        for row in rows:
            self._year(column, row, most, room)
        if len(self.profile.currencies) > 1:
            column.text(self._say("two-currencies"), 12, gap=6, most=2, font_weight=600, fill=ERROR)

    def _figures(self, row: YearFigures) -> str:
        sales, profit = row.sales.given, row.profit.given
        told = "–" if sales is None else self._money(sales, row.currency or self.profile.currency)
        return told + ("" if profit is None else "  ·  " + self._say("profit", sum=self._money(profit, "")))

    def _year(self, column: Column, row: YearFigures, most: float, room: float) -> None:
        """A bar for the sales, dashed while they are not confirmed; the figures behind it, or below on a phone."""
        below = room < LEAST_BAR
        longest = column.width - 48 if below else room
        wide = max(longest * max(row.sales.given or 0, 0) / most if most else 0, 2)
        firm = row.sales.confirmed
        column.space(8)
        column.drawn += [
            label(str(row.year or "?"), column.x, column.y + 13, 13, font_weight=600),
            el("rect", x=column.x + 48, y=column.y, width=wide, height=BAR_H, rx=3,
               fill=ACCENT_TINT if firm else CARD, stroke=ACCENT, stroke_dasharray=None if firm else "4 3"),
        ]  # fmt: skip
        column.space(BAR_H)
        if below:
            column.text(self._figures(row), 12, gap=2, fill=MUTED)
        else:
            column.drawn.append(label(self._figures(row), column.x + 56 + wide, column.y - 3, 12, fill=INK))

    def _direction(self, column: Column) -> None:
        self._judged(column, "strategy", self.profile.strategy)
        self._judged(column, "culture", self.profile.culture)

    def _row(self, column: Column, name: str, *facts: str) -> None:
        column.text(name, 13, gap=8, most=2, font_weight=600)
        column.text("  ·  ".join(fact for fact in facts if fact), 12, most=4, fill=MUTED)

    def _departments(self, column: Column) -> None:
        for row in self.profile.departments[:MOST_ROWS]:
            head = self._say("head", who=self._who(row.head)) if row.head else ""
            staff = self._say("staff", count=row.headcount) if row.headcount is not None else ""
            contact = self._level("contact-frequency", row.contact_frequency, "contact")
            standing = self._level("attitude", row.standing, "standing")
            self._row(column, row.name or row.id, head, staff, row.duties.strip(), contact, standing)

    def _projects(self, column: Column) -> None:
        for row in self.profile.projects[:MOST_ROWS]:
            state = {None: "", True: self._say("running"), False: self._say("completed")}[row.running]
            opens = self._say("opens", on=row.opens_on.isoformat()) if row.opens_on else ""
            facts = (row.region, row.product_class, row.phase, row.operation, row.customers)
            self._row(column, row.name or row.id, state, *(fact.strip() for fact in facts), opens)

    def _systems(self, column: Column) -> None:
        for row in self.profile.systems[:MOST_ROWS]:
            since = self._say("since", year=row.since) if row.since else ""
            pushed = self._say("pushed-by", who=self._who(row.pushed_by)) if row.pushed_by else ""
            attitude = self._level("attitude", row.attitude, "seen-as")
            self._row(column, row.product or row.id, row.supplier.strip(), since, pushed, attitude, row.use.strip())

    def _team(self, column: Column) -> None:
        profile = self.profile
        self._fact(column, "owner", profile.owner.strip())
        self._fact(column, "team", self.habits.comma.join(profile.team))
        self._fact(column, "coaches", self.habits.comma.join(map(self._who, profile.coaches)))
        self._fact(column, "opened", profile.opened_on.isoformat() if profile.opened_on else "")
        self._fact(column, "updated", profile.updated_on.isoformat() if profile.updated_on else "")
        self._fact(column, "notes", profile.notes.strip())

    def _level(self, scale: str, mark: Judged[Any], key: str) -> str:
        if mark.given is None:
            return ""
        return self._say(key, level=self.words.level(scale, mark.given)) + ("" if mark.confirmed else self._say("open"))

    def _who(self, person: str | None) -> str:
        return self.people.get(person or "", person or "")

    def _money(self, amount: float, currency: str) -> str:
        return f"{amount:,.0f} {currency}".strip().replace("-", "−")
