"""What the coach's console shows and does, without a widget: dictionaries in, dictionaries out.

The screen sends two things. Edits are judgements (`judge`); each is on disk before its id is acknowledged. Commands
are everything else (`run`). Afterwards the screen is given `queue()`, `current()` and `value()` anew.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from sellkit.desk import gradebook, queue
from sellkit.desk.console_show import banks, earlier, groups, other, passages, plain, title_of
from sellkit.desk.errors import AlreadyReleased, JudgementRefused, RegisterUnavailable
from sellkit.desk.importing import ImportReport, import_files, refuse_unread
from sellkit.desk.overlay import criteria_of, levels_given
from sellkit.desk.records import STATES, now
from sellkit.desk.register import MAX_COMMENT, WHOLE, Register
from sellkit.desk.scoring import NO_KEY, score
from sellkit.errors import SellkitError
from sellkit.training import shelf
from sellkit.training.labels import Labels
from sellkit.training.submission import MAX_BYTES, Submission
from sellkit.training.words import Words

Picture = Callable[[Submission, str], str]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a command wants said or handed over besides the new screen.

    tell      one sentence for the bottom of the screen; `undo` names a submission whose release can be taken back
    download  file name, media type and content for the browser to save
    """

    tell: str = ""
    kind: Literal["", "error"] = ""
    undo: int = 0
    download: tuple[str, str, bytes] | None = None


@dataclass
class ConsoleState:
    """One coach at one console.

    register  where everything is kept
    assessor  the name that judgements are kept under; two coaches must not share it
    language  of the console; feedback keeps the trainee's
    picture   draws a submission as SVG text in a language; the console shows it as an image, in which nothing runs
    key       names the browser's own store of unsaved judgements
    """

    register: Register
    assessor: str
    language: str
    picture: Picture | None = None
    key: str = "console"
    filter: queue.Filter = field(default_factory=queue.Filter)
    id: int = 0
    _page_after: int = 0
    _imported: ImportReport = field(default_factory=ImportReport)
    _scored: tuple[int, int] = (0, 0)
    _saved_at: str = ""
    _late: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.use_language(self.language)
        waiting = queue.page(self.register, queue.Filter(state="to-judge"), limit=1)
        first = waiting or queue.page(self.register, self.filter, limit=1)
        self.id = first[0].id if first else 0
        self._turn_to(self.id)

    def use_language(self, language: str) -> None:
        """Show everything in another language; nothing else changes."""
        self.words = Words(language)
        self.language = language

    # -- what the screen shows ---------------------------------------------------------------------------------

    def spec(self) -> dict[str, Any]:
        """Everything static in this language."""
        return {
            "language": self.language,
            "text": {**self.words.under("views.kit."), **self.words.under("desk."), **self.words.under("labels.")},
            "assessor": self.assessor,
            "max_bytes": MAX_BYTES,
            "key": f"{self.key}/{self.assessor}",
        }

    def queue(self) -> dict[str, Any]:
        """The rows of the page, the filter and what it can be set to, and how far the work is."""
        rows = queue.page(self.register, self.filter, self._page_after, queue.PAGE + 1)
        shown = rows[: queue.PAGE]
        twice = queue.namesakes(self.register, (row.id for row in shown))
        counted = queue.progress(self.register, self.filter)
        exercises, teams = queue.choices(self.register)
        return {
            "rows": [
                {
                    **plain(row),
                    "name": told_apart(row.name, row.author, row.id in twice),
                    "exercise": self._title(row.exercise),
                }
                for row in shown
            ],
            "filter": asdict(self.filter),
            "states": [
                {"id": state, "name": self.words.say(f"desk.state.{state}"), "n": counted.by_state[state]}
                for state in STATES
            ],
            "exercises": [{"id": id, "name": self._title(id)} for id in exercises],
            "teams": teams,
            "all": counted.all,
            "done": counted.done,
            "before": bool(shown) and queue.neighbour(self.register, self.filter, shown[0].id, -1) is not None,
            "after": len(rows) > queue.PAGE,
        }

    def current(self) -> dict[str, Any]:
        """The answer on the table; empty if there is none."""
        if not self.id:
            return {}
        row = self.register.row(self.id)
        submission = self.register.submission(self.id)
        stored = self.register.card(self.id)
        failed = ""
        if stored is None:
            report = score(self.register, [self.id])
            failed = "".join(self.words.error(error) for _, error in report.failed)
            stored = self.register.card(self.id)
        exercise = shelf.exercise(submission.exercise)
        labels = Labels(exercise, shelf.case(exercise.case_id), self.words)
        judgements = self.register.judgements(self.id)
        criteria = criteria_of(stored, judgements, submission.answers, labels) if stored else ()
        others = [item for item in judgements if item.assessor != self.assessor]
        bank = banks(self.register, submission.exercise)
        total = sum(c.points for c in criteria if c.points is not None)
        shown = {
            "id": self.id,
            "name": told_apart(
                submission.author.name, submission.author.id, bool(queue.namesakes(self.register, [self.id]))
            ),
            "team": submission.author.team,
            "exercise": labels.title,
            "attempt": submission.attempt,
            "at": row["at"],
            "language": submission.language,
            "state": row["state"],
            "state_name": self.words.say(f"desk.state.{row['state']}"),
            "total": round(total, 2) if stored else None,
            "maximum": round(sum(c.maximum for c in criteria), 2) if stored else None,
            "rubric_version": stored.rubric_version if stored else "",
            "notice": self._notice(failed, stored.key_version if stored else ""),
            "previous": queue.neighbour(self.register, self.filter, self.id, -1) or 0,
            "next": queue.neighbour(self.register, self.filter, self.id, 1) or 0,
            "earlier": earlier(self.register, self.id, submission),
            "picture": self.picture(submission, self.language) if self.picture else "",
            "criteria": [
                {
                    "id": c.id,
                    "title": c.title,
                    "points": c.points,
                    "maximum": c.maximum,
                    "items": [plain(item) for item in c.items],
                    "levels": [plain(level) for level in c.levels],
                    "others": [other(item, c.says(item.level)) for item in others if item.criterion == c.id],
                    "bank": bank.get(c.id, []),
                }
                for c in criteria
            ],
            "bank": {WHOLE: bank.get(WHOLE, [])},
            "others": {WHOLE: [other(item, "") for item in others if item.criterion == WHOLE]},
            "answer": groups(submission, labels),
        }
        shown["passages"] = passages(shown, labels)
        return shown

    def value(self) -> dict[str, Any]:
        """This assessor's own judgements of the answer on the table, as the screen's answers."""
        if not self.id:
            return {}
        mine = [item for item in self.register.judgements(self.id) if item.assessor == self.assessor]
        return {f"{self.id}/{item.criterion}": {"value": item.level, "note": item.comment} for item in mine}

    def imported(self) -> dict[str, Any]:
        """What became of the files of the last import."""
        compared, by_hand = self._scored
        said = [self.words.say("desk.import-scored", n=compared)] if compared else []
        said += [self.words.say("desk.import-by-hand", n=by_hand)] if by_hand else []
        return {
            "files": self._imported.files,
            "new": len(self._imported.new),
            "known": len(self._imported.known),
            "refused": [{"file": r.file, "reason": r.reason(self.words)} for r in self._imported.refused],
            "scoring": " ".join(said),
        }

    def status(self) -> dict[str, Any]:
        """When the last judgement reached the disk."""
        return {"state": "saved", "at": self._saved_at, "message": "", "undo": False, "redo": False}

    # -- what the coach does -----------------------------------------------------------------------------------

    def judge(self, edits: Iterable[Mapping[str, Any]]) -> tuple[list[str], SellkitError | None]:
        """Keep judgements that the screen sent: the ids that are settled, and the last error.

        What the disk or a release holds up is not settled: it stays in the browser and is sent again. What can never
        be kept (no such level, criterion or answer) is settled without effect, or it would come back for ever.
        """
        settled: list[str] = []
        fault: SellkitError | None = None
        for edit in edits:
            id, field = str(edit["id"]), str(edit["field"])
            try:
                self._judge(field, edit["to"] or {})
            except (AlreadyReleased, RegisterUnavailable) as error:
                self._late.setdefault(field, []).append(id)
                fault = error
                continue
            except SellkitError as error:
                fault = error
            else:
                self._saved_at = now()
            # An edit holds the whole judgement, so it also settles older ones of its field that had to wait.
            settled += [*self._late.pop(field, []), id]
        return settled, fault

    def _judge(self, field: str, to: Mapping[str, Any]) -> None:
        number, _, criterion = field.partition("/")
        level, comment = to.get("value"), to.get("note") or ""
        id = int(number) if number.isdecimal() and len(number) < 10 else 0
        if isinstance(level, bool) or not isinstance(level, int | float | None) or not isinstance(comment, str):
            raise JudgementRefused("desk-judgement-refused", place=criterion, limit=MAX_COMMENT)
        if level is not None:
            stored = self.register.card(id)
            exercise = shelf.exercise(self.register.row(id)["exercise"])
            if stored is None or level not in levels_given(stored, exercise.rubric, criterion):
                raise JudgementRefused("desk-judgement-refused", place=criterion, limit=MAX_COMMENT)
        self.register.judge(id, criterion, self.assessor, level, comment)

    def run(self, command: Mapping[str, Any]) -> list[Reply]:
        """Do what a button or key asks. Mistakes come back as replies, in the coach's language."""
        act = self._commands().get(str(command.get("do")))
        if act is None:
            return []
        try:
            return act(command) or []
        except SellkitError as error:
            return [Reply(self.words.error(error), kind="error")]

    def _commands(self) -> dict[str, Callable[[Mapping[str, Any]], list[Reply] | None]]:
        return {
            "open": lambda c: self.open(_number(c)),
            "next": lambda _: self._step(1),
            "previous": lambda _: self._step(-1),
            "filter": self._set_filter,
            "page": lambda c: self._turn_page(-1 if c.get("step") == -1 else 1),
            "release": lambda c: self._release(_number(c)),
            "return": lambda c: self._return(_number(c), str(c.get("note") or "")),
            "reopen": lambda c: self._reopen(_number(c)),
            "import": self._import,
            "import-clear": lambda _: self._clear_import(),
            "export": lambda c: [self.export("csv" if c.get("kind") == "csv" else "xlsx")],
            "language": lambda c: self.use_language(str(c.get("to", ""))),
            "refresh": lambda _: self._refresh(),
        }

    def open(self, id: int) -> None:
        """Put an answer on the table. Raises `NoSuchSubmission`."""
        self.register.row(id)
        self.id = id

    def _step(self, step: Literal[1, -1]) -> None:
        found = queue.neighbour(self.register, self.filter, self.id, step)
        if found is not None:
            self.id = found
            shown = queue.page(self.register, self.filter, self._page_after, queue.PAGE)
            if found not in {row.id for row in shown}:
                self._turn_to(found)

    def _set_filter(self, command: Mapping[str, Any]) -> None:
        wanted = command.get("filter")
        wanted = wanted if isinstance(wanted, dict) else {}
        state = wanted.get("state")
        self.filter = queue.Filter(
            exercise=str(wanted.get("exercise") or "")[:161],
            team=str(wanted.get("team") or "")[:200],
            state=state if state in STATES else "",
            text=str(wanted.get("text") or "")[:100],
        )
        self._page_after = 0
        if not self.id:
            self._refresh()

    def _turn_page(self, step: Literal[1, -1]) -> None:
        shown = queue.page(self.register, self.filter, self._page_after, queue.PAGE)
        if shown:
            self._page_after = shown[-1].id if step == 1 else queue.page_before(self.register, self.filter, shown[0].id)

    def _turn_to(self, id: int) -> None:
        rows = queue.page_around(self.register, self.filter, id)
        self._page_after = rows[0].id - 1 if rows else 0

    def _release(self, id: int) -> list[Reply]:
        self.register.release(id, self.assessor)
        return [Reply(self.words.say("desk.released-to", name=self._name(id)), undo=id)]

    def _return(self, id: int, note: str) -> list[Reply]:
        self.register.send_back(id, self.assessor, note)
        return [Reply(self.words.say("desk.returned-to", name=self._name(id)), undo=id)]

    def _reopen(self, id: int) -> list[Reply]:
        self.register.reopen(id, self.assessor)
        return [Reply(self.words.say("desk.reopened"))]

    def _import(self, command: Mapping[str, Any]) -> None:
        """Files that the browser read: `[{name, size, text}]`; text is None where it did not read them."""
        sent = [file for file in command.get("files") or () if isinstance(file, dict)]
        read: list[tuple[str, bytes]] = []
        unread = []
        for file in sent:
            name, text = str(file.get("name"))[:300], file.get("text")
            if isinstance(text, str):
                read.append((name, text.encode(errors="replace")))
            else:
                unread.append(refuse_unread(name, file.get("size")))
        report = import_files(self.register, read)
        report.refused += unread
        self._imported.add(report)
        if report.ids:
            scored = score(self.register, report.ids)
            self._scored = (self._scored[0] + scored.compared, self._scored[1] + scored.by_hand)
        if command.get("last"):
            self._refresh()

    def _clear_import(self) -> None:
        self._imported, self._scored = ImportReport(), (0, 0)

    def _refresh(self) -> None:
        """Look again at what came in; an empty table takes the first answer that waits."""
        if not self.id:
            first = queue.page(self.register, self.filter, limit=1)
            self.id = first[0].id if first else 0

    def export(self, kind: Literal["csv", "xlsx"]) -> Reply:
        """The grade book as a file for the browser."""
        sheets = gradebook.tables(self.register, self.words, self._title)
        name = f"{self.words.say('desk.book.file')}-{now()[:10]}.{kind}"
        said = self.words.say("desk.export-done")
        if kind == "csv":
            return Reply(said, download=(name, "text/csv", gradebook.to_csv(sheets[0])))
        return Reply(said, download=(name, XLSX, gradebook.to_xlsx(sheets)))

    def _name(self, id: int) -> str:
        return self.register.row(id)["name"] or self.words.say("desk.nameless")

    def _notice(self, failed: str, key_version: str) -> str:
        if failed:
            return self.words.say("desk.not-scored", reason=failed)
        return self.words.say("desk.by-hand") if key_version == NO_KEY else ""

    def _title(self, exercise: str) -> str:
        return title_of(exercise, self.words.language)


def told_apart(name: str, author: str, twice: bool) -> str:
    """The name; where somebody else has the same, also the end of the person's code (the grade book has all of it)."""
    return f"{name} #{author[-4:]}" if name and twice else name


def _number(command: Mapping[str, Any]) -> int:
    id = command.get("id")
    return id if isinstance(id, int) and 0 < id < 10**9 else 0
