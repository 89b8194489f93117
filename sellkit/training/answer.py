"""One answer: a value with what it rests on. Plain JSON data, cleaned and bounded before anything keeps it.

    {"value": …, "cites": ["minutes-sep.p3"], "confidence": "explicit", "note": "…"}

`value` is text, a list of ids, a statement `{"bank": id}` or `{"text": words}`, or "unknown": not known yet, which is
an answer. A field that is absent is blank, which is not.
"""

import re
from collections.abc import Mapping
from typing import Any

from sellkit.training.refusals import AnswerError

Answer = dict[str, Any]
Answers = Mapping[str, Answer]

UNKNOWN = "unknown"
CONFIDENCES = ("unclear", "inferred", "explicit", "agreed")
MAX_FIELD = 80
MAX_TEXT = 4_000
MAX_ITEMS = 60
MAX_FIELDS = 2_000

_FIELD = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*){0,4}")
_CITE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}\.[a-z0-9][a-z0-9-]{0,39}")
# control characters, lone surrogates and the marks that turn the reading direction: no screen or sheet shows them
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def is_field(field: object) -> bool:
    """True for a path such as `updown/reasons/2`."""
    return isinstance(field, str) and len(field) <= MAX_FIELD and _FIELD.fullmatch(field) is not None


def clean_text(text: str) -> str:
    """The text without characters that cannot be shown or stored."""
    if text.isascii() and text.isprintable():
        return text
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean_answer(field: str, raw: object) -> Answer:
    """A checked copy of an answer, without empty parts. Raises AnswerError naming the field and the part."""
    if not is_field(field):
        raise AnswerError("field-unknown", field=str(field)[:MAX_FIELD])
    if not isinstance(raw, dict) or "value" not in raw:
        raise AnswerError("answer-shape", place=field, field=field)
    answer: Answer = {"value": clean_value(field, raw["value"])}
    for part, given in raw.items():
        if part == "value" or given in (None, "", []):
            continue
        if part == "cites":
            answer["cites"] = clean_cites(field, given)
        elif part == "confidence":
            if given not in CONFIDENCES:
                raise AnswerError("answer-confidence", place=field, field=field)
            answer["confidence"] = given
        elif part == "note":
            answer["note"] = _text(field, given)
        else:
            raise AnswerError("answer-part", place=field, field=field, part=str(part)[:40])
    return answer


def clean_value(field: str, value: object) -> Any:
    """The value as text, list of ids, or statement. Raises AnswerError."""
    if isinstance(value, str):
        return _text(field, value)
    if isinstance(value, list):
        if len(value) > MAX_ITEMS or not all(isinstance(item, str) and len(item) <= MAX_FIELD for item in value):
            raise AnswerError("answer-list", place=field, field=field)
        return list(dict.fromkeys(clean_text(item) for item in value))
    if isinstance(value, dict) and len(value) == 1:
        ((part, given),) = value.items()
        if part in ("bank", "text") and isinstance(given, str):
            return {part: _text(field, given)}
    raise AnswerError("answer-value", place=field, field=field)


def clean_cites(field: str, cites: object) -> list[str]:
    """Passage ids, each once. Raises AnswerError."""
    if not isinstance(cites, list) or len(cites) > MAX_ITEMS:
        raise AnswerError("answer-cites", place=field, field=field)
    for cite in cites:
        if not isinstance(cite, str) or not _CITE.fullmatch(cite):
            raise AnswerError("answer-cites", place=field, field=field)
    return list(dict.fromkeys(cites))


def clean_answers(raw: object) -> dict[str, Answer]:
    """A whole flat map of answers. Raises AnswerError."""
    if not isinstance(raw, dict):
        raise AnswerError("answers-shape")
    if len(raw) > MAX_FIELDS:
        raise AnswerError("answers-too-many", limit=MAX_FIELDS)
    return {field: answer if _is_clean(field, answer) else clean_answer(field, answer) for field, answer in raw.items()}


def _is_clean(field: str, raw: Any) -> bool:
    """True for the common answer to which cleaning would do nothing. A short cut only: mass scoring reads millions."""
    try:
        value, cites = raw["value"], raw["cites"]
        if type(value) is dict:
            ((part, value),) = value.items()
            if part != "bank" and part != "text":
                return False
        elif type(value) is list:
            if len(value) > MAX_ITEMS or len(set(value)) < len(value):
                return False
            value = "".join(value)
            if len(value) > MAX_FIELD:
                return False
        return (
            type(value) is str
            and len(value) <= MAX_TEXT
            and value.isprintable()
            and type(cites) is list
            and (tuple(cites) in _cites_seen or _are_cites(cites))
            and (len(raw) == 2 or (len(raw) == 3 and raw["confidence"] in CONFIDENCES))
            and (field in _fields_seen or _is_learned(field))
        )
    except (KeyError, TypeError, ValueError):
        return False


def is_confirmed(answer: Answer | None) -> bool:
    """Known, cited, and explicit or agreed (M60)."""
    return (
        answer is not None
        and answer["value"] not in ("", [], UNKNOWN)
        and bool(answer.get("cites"))
        and answer.get("confidence") in ("explicit", "agreed")
    )


# What was found well formed: a course has some hundred fields, and its readers cite the same passages together.
_fields_seen: set[str] = set()
_cites_seen: set[tuple[str, ...]] = set()
_MOST_SEEN, _FEW = 20_000, 6  # who sends made-up names fills no memory


def _is_learned(field: str) -> bool:
    """Look at a field letter by letter, and remember it if it is well formed."""
    if not is_field(field):
        return False
    if len(_fields_seen) < _MOST_SEEN:
        _fields_seen.add(field)
    return True


def _are_cites(cites: list[str]) -> bool:
    """Look at each passage letter by letter; remember them together if all are well formed and none stands twice."""
    if not 0 < len(cites) <= MAX_ITEMS or len(set(cites)) < len(cites) or not all(map(_CITE.fullmatch, cites)):
        return False
    if len(cites) <= _FEW and len(_cites_seen) < _MOST_SEEN:
        _cites_seen.add(tuple(cites))
    return True


def _text(field: str, value: object) -> str:
    if not isinstance(value, str):
        raise AnswerError("answer-value", place=field, field=field)
    if len(value) > MAX_TEXT:
        raise AnswerError("answer-too-long", place=field, field=field, limit=MAX_TEXT)
    return clean_text(value)
