"""A submission: the answers as handed in, sealed with a hash, as a file that anybody may have tampered with."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import sha256
from itertools import combinations
from typing import Annotated, Any, Literal
from uuid import uuid4

from pydantic import Field, PlainValidator, ValidationError, field_validator
from pydantic_core import from_json, to_json

from sellkit.models.base import Record
from sellkit.models.text import Language
from sellkit.training import ledger
from sellkit.training.answer import Answer, clean_answers, clean_text
from sellkit.training.case import Case
from sellkit.training.exercise import Exercise
from sellkit.training.ids import Version
from sellkit.training.journal import Journal
from sellkit.training.refusals import AnswerError, SubmissionRefused

SCHEMA: Literal["sellkit.submission/1"] = "sellkit.submission/1"
MAX_BYTES = 2_000_000

# From an older schema's data to the next one's; `read_submission` walks them until it reaches SCHEMA.
MIGRATIONS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {}

ShortText = Annotated[str, Field(max_length=200)]
Plain = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$")]
Digest = Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]


class Author(Record):
    """Who hands in: a person, or a team. `id` is the person's code; names are free text and shown as text."""

    id: Plain
    name: ShortText = ""
    team: ShortText = ""

    @field_validator("name", "team")
    @classmethod
    def _printable(cls, text: str) -> str:
        return clean_text(text)


class Submission(Record):
    """One attempt.

    id            names this attempt everywhere
    attempt       1, 2, 3 … of this author at this exercise
    at            UTC, ISO 8601 with Z
    answers       field → answer, as in a sheet
    journal_head  last hash of the journal: proof that this is what was on disk
    hash          SHA-256 over everything else, as canonical JSON
    """

    schema_: Annotated[Literal["sellkit.submission/1"], Field(alias="schema", repr=False)] = SCHEMA
    id: Plain
    exercise: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}/[a-z0-9][a-z0-9-]{0,39}$")]
    exercise_version: Version
    case: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
    case_version: Version
    rubric_version: Version
    language: Language
    author: Author
    attempt: Annotated[int, Field(ge=1, le=10_000, strict=True)]
    at: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$")]
    answers: Annotated[dict[str, Answer], PlainValidator(clean_answers)]
    journal_head: Digest
    hash: Digest

    @field_validator("at")
    @classmethod
    def _real_date(cls, at: str) -> str:
        datetime.fromisoformat(at)
        return at

    def to_json(self) -> str:
        """The file's content: sorted and without spaces, as it was sealed, the seal last."""
        parts = self.parts()
        seal = parts.pop("hash")
        return f'{_SORTED.encode(parts)[:-1]},"hash":"{seal}"}}'

    def parts(self) -> dict[str, Any]:
        """Plain data, the hash last."""
        return self.model_dump(mode="json", by_alias=True)

    @property
    def filename(self) -> str:
        """A name that sorts and says who handed in what, in any file system."""
        return f"{self.exercise.replace('/', '.')}_{self.author.id}_{self.attempt:02d}_{self.id[:8]}.json"


def submit(
    journal: Journal, exercise: Exercise, case: Case, language: Language, author: str, name: str = "", team: str = ""
) -> Submission:
    """Seal the answers of a journal as its next attempt. Write `Journal.submit(receipt)` once it is delivered."""
    journal.refresh()
    parts: dict[str, Any] = {
        "schema": SCHEMA,
        "id": uuid4().hex,
        "exercise": exercise.id,
        "exercise_version": exercise.version,
        "case": case.id,
        "case_version": case.version,
        "rubric_version": exercise.rubric.version,
        "language": language,
        "author": {"id": author, "name": clean_text(name)[:200], "team": clean_text(team)[:200]},
        "attempt": 1 + sum(entry.kind == "submit" for entry in journal.entries),
        "at": ledger.now(),
        "answers": journal.answers,
        "journal_head": journal.head,
    }
    return Submission.model_validate({**parts, "hash": digest(parts)})


def digest(parts: Mapping[str, Any]) -> str:
    """SHA-256 of everything but the hash, as JSON with sorted keys and no spaces."""
    rest = {name: value for name, value in parts.items() if name != "hash"}
    return sha256(_SORTED.encode(rest).encode("utf-8", "surrogatepass")).hexdigest()


_SORTED = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_SEAL = len(',"hash":""}') + 64


def read_submission(raw: bytes) -> Submission:
    """Take a file's content in, or raise SubmissionRefused with the place and the way out."""
    if len(raw) > MAX_BYTES:
        raise SubmissionRefused("submission-too-large", limit=MAX_BYTES // 1_000_000)
    parts = _untouched(raw)
    try:
        if parts is None:
            parts = _migrated(_parsed(raw))
            if parts.get("hash") != digest(parts):
                raise SubmissionRefused("submission-hash", place="hash")
        return Submission.model_validate(parts)
    except ValidationError as error:
        detail = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(str(part)[:80] for part in detail["loc"])
        raise SubmissionRefused("submission-part", place=place, problem=detail["msg"]) from None
    except AnswerError as error:
        raise SubmissionRefused("submission-answer", place=error.place or "answers", problem=error.key) from None
    except RecursionError:
        raise SubmissionRefused("submission-too-deep") from None


def _untouched(raw: bytes) -> dict[str, Any] | None:
    """The data of a file that is byte for byte as `Submission.to_json` writes it, seal included; None for any other.

    Such a file needs no second look: written anew it is the same, so no key stands in it twice.
    """
    body = raw[:-_SEAL] + b"}"
    if raw[-_SEAL:-66] != b',"hash":"' or sha256(body).hexdigest().encode() != raw[-66:-2]:
        return None
    try:
        parts: Any = from_json(raw, allow_inf_nan=False)
        if not _as_written(parts):
            return None
        rest = {name: value for name, value in parts.items() if name != "hash"}
        return parts if to_json(rest) == body else None
    except ValueError:
        return None


def _as_written(parts: Any) -> bool:
    """True if every part stands where `Submission.to_json` puts it; False for whatever else was sealed."""
    try:
        fields = list(parts["answers"])
        return (
            tuple(parts) == _PARTS
            and parts["schema"] == SCHEMA
            and tuple(parts["author"]) == ("id", "name", "team")
            and fields == sorted(fields)
            and _SHAPES.issuperset(map(tuple, parts["answers"].values()))
        )
    except (TypeError, KeyError, AttributeError):
        return False


_PARTS = (*sorted((field.alias or name) for name, field in Submission.model_fields.items() if name != "hash"), "hash")
# An answer's parts in their order, whichever of them it has.
_SHAPES = {(*some, "value") for count in range(4) for some in combinations(("cites", "confidence", "note"), count)}


def _parsed(raw: bytes) -> dict[str, Any]:
    try:
        parts = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_each_once, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise SubmissionRefused("submission-not-utf8", place=f"byte {error.start}") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        if error.pos >= len(error.doc.rstrip()) - 1 or "Unterminated" in error.msg:
            raise SubmissionRefused("submission-truncated", place=place) from None
        raise SubmissionRefused("submission-not-json", place=place, problem=error.msg) from None
    except RecursionError:
        raise SubmissionRefused("submission-too-deep") from None
    except ValueError:  # a number of more digits than anybody can mean
        raise SubmissionRefused("submission-number") from None
    if not isinstance(parts, dict):
        raise SubmissionRefused("submission-not-object")
    return parts


def _migrated(parts: dict[str, Any]) -> dict[str, Any]:
    schema = parts.get("schema")
    for _ in range(len(MIGRATIONS) + 1):
        if schema == SCHEMA or not isinstance(schema, str) or schema not in MIGRATIONS:
            break
        parts = MIGRATIONS[schema](parts)
        schema = parts.get("schema")
    if schema == SCHEMA:
        return parts
    name, _, number = str(schema)[:60].partition("/")
    if name != SCHEMA.partition("/")[0]:
        raise SubmissionRefused("submission-no-schema", place="schema")
    newer = number.isascii() and number.isdigit() and len(number) < 9 and int(number) > 1
    raise SubmissionRefused(
        "submission-newer" if newer else "submission-schema", place="schema", schema=str(schema)[:60]
    )


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise SubmissionRefused("submission-key-twice", place=str(twice)[:80], name=str(twice)[:80])
    return found


def _no_constant(name: str) -> Any:
    raise SubmissionRefused("submission-number", place=name)


__all__ = ["MAX_BYTES", "SCHEMA", "Author", "Submission", "digest", "read_submission", "submit"]
