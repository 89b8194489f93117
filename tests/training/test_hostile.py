"""S1: ten thousand hostile submissions and case files. Each is refused with a reason or kept as plain text; none
crashes, hangs, or is executed. Seeded, so that a failure can be run again."""

import json
import random
import time
from pathlib import Path
from typing import Any

from sellkit.training import shelf
from sellkit.training.case import CaseHead
from sellkit.training.exercise import Exercise
from sellkit.training.grading import grade
from sellkit.training.key import KeyFile
from sellkit.training.refusals import ContentError, SubmissionRefused
from sellkit.training.submission import SCHEMA, digest, read_submission
from sellkit.training.yamlfile import read_yaml

PACK = Path(__file__).parent / "pack"
SUBMISSIONS, CASE_FILES = 7_000, 3_000
SLOWEST = 1.0  # seconds of processor time: a hang, not a slow machine

PARTS: dict[str, Any] = {
    "schema": SCHEMA,
    "id": "s1",
    "exercise": "harbour/map",
    "exercise_version": 1,
    "case": "harbour",
    "case_version": 1,
    "rubric_version": 1,
    "language": "en",
    "author": {"id": "p-1", "name": "Per", "team": ""},
    "attempt": 1,
    "at": "2024-03-04T10:00:00Z",
    "answers": {},
    "journal_head": "",
}
TEXTS = [
    "",
    "x",
    "unknown",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "\ud800",
    "\u202e",
    "\x00",
    "{0}",
]
TEXTS += ["a" * 5_000, "中文" * 50, "1e999", "%s%n", "supporter", "minutes.p1", "berg", "i1", "D"]
FIELDS = [
    "berg/attitude",
    "berg/roles",
    "olsen/influences",
    "leading",
    "../x",
    "a" * 90,
    "",
    "x//y",
    "BERG/x",
    "a/b/c/d/e/f",
]
PIECES = [
    b'"',
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b"NaN",
    b"1e999",
    b"\xff",
    b"\x00",
    b'"id":1,',
    b"[" * 3_000,
    b"9" * 6_000,
]
YAML_PIECES = [
    "&a ",
    "*a ",
    "!!python/object:os.system ",
    "!!binary ",
    "<<: *a\n",
    "- ",
    ": ",
    "? ",
    "| ",
    "> ",
    "'",
    '"',
    "\t",
    "\x00",
    "%YAML 3\n",
]
YAML_PIECES += [
    "---\n",
    "...\n",
    "[" * 500,
    "{a: " * 300,
    "\ufeff",
    "\u2028",
    "id: x\n",
    "id: ../../x\n",
    ".nan ",
    "9" * 500,
    "#",
    "null ",
    "\ud83d",
]


def junk(pick: random.Random, depth: int = 0) -> Any:
    kind = pick.randrange(9 if depth < 4 else 6)
    if kind < 3:
        return pick.choice(TEXTS)
    if kind < 6:
        return pick.choice([None, True, 0, -1, 10**30, 0.5, float("inf"), float("nan")])
    if kind == 6:
        return {
            pick.choice(["bank", "text", "value", "x", ""]): junk(pick, depth + 1) for _ in range(pick.randrange(3))
        }
    return [junk(pick, depth + 1) for _ in range(pick.randrange(4))]


def answer(pick: random.Random) -> Any:
    if pick.random() < 0.2:
        return junk(pick)
    parts = ["value", *pick.sample(["cites", "confidence", "note", "x"], pick.randrange(3))]
    good = {"value": pick.choice(TEXTS), "cites": ["minutes.p1"], "confidence": "explicit", "note": pick.choice(TEXTS)}
    return {part: good.get(part) if pick.random() < 0.6 else junk(pick) for part in parts}


def spaced(parts: dict[str, Any]) -> bytes:
    """As another program would write it."""
    return json.dumps({**parts, "hash": digest(parts)}).encode()


def sealed(parts: dict[str, Any]) -> bytes:
    """As the exercise page writes it, so that the reader's short cut is tried as well."""
    body = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return f'{body[:-1]},"hash":"{digest(parts)}"}}'.encode("utf-8", "surrogatepass")


def hostile_submission(pick: random.Random) -> bytes:
    parts = {**PARTS, "answers": {pick.choice(FIELDS): answer(pick) for _ in range(pick.randrange(4))}}
    if pick.random() < 0.4:
        parts[pick.choice([*PARTS, "extra"])] = junk(pick)
    raw = pick.choice([spaced, sealed])(parts)
    for _ in range(pick.choice([0, 0, 0, 1, 2])):
        at = pick.randrange(len(raw))
        raw = raw[:at] + pick.choice([*PIECES, b""]) + raw[at + pick.randrange(4) :]
    return raw[: pick.randrange(len(raw))] if pick.random() < 0.1 else raw


def hostile_yaml(pick: random.Random, text: str) -> bytes:
    for _ in range(pick.randrange(1, 5)):
        at = pick.randrange(len(text))
        text = text[:at] + pick.choice([*YAML_PIECES, ""]) + text[at + pick.choice([0, 0, 1, 40]) :]
    return text.encode("utf-8", "surrogatepass")


def test_hostile_submissions_are_refused_or_kept_as_text() -> None:
    pick, refused, slowest = random.Random(1), 0, 0.0
    key, exercise = shelf.key("harbour/map"), shelf.exercise("harbour/map")
    for _ in range(SUBMISSIONS):
        raw = hostile_submission(pick)
        begun = time.process_time()
        try:
            taken = read_submission(raw)
            taken.to_json().encode()
            assert 0 <= grade(taken.answers, key, exercise).total <= 100
        except SubmissionRefused:
            refused += 1
        slowest = max(slowest, time.process_time() - begun)
    assert SUBMISSIONS * 0.3 < refused < SUBMISSIONS
    assert slowest < SLOWEST


def test_hostile_case_files_are_refused_with_their_line() -> None:
    pick, refused, slowest = random.Random(2), 0, 0.0
    sources = [
        ("cases/harbour/case.yaml", CaseHead),
        ("cases/harbour/map.yaml", Exercise),
        ("keys/harbour/map.yaml", KeyFile),
    ]
    texts = [((PACK / path).read_text("utf-8"), model) for path, model in sources]
    for _ in range(CASE_FILES):
        text, model = pick.choice(texts)
        raw = hostile_yaml(pick, text)
        begun = time.process_time()
        try:
            shelf.validated(read_yaml("case.yaml", raw), model)  # type: ignore[type-var]  # one of three records
        except ContentError as refusal:
            refused += int(refusal.params["line"]) >= 1
        slowest = max(slowest, time.process_time() - begun)
    assert CASE_FILES * 0.3 < refused < CASE_FILES
    assert slowest < SLOWEST
