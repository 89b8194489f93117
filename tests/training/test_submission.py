"""A submission is sealed; what is not one, or was changed, is refused with place, reason and next step."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from sellkit.training import shelf, submission
from sellkit.training.journal import Journal
from sellkit.training.refusals import SubmissionRefused
from sellkit.training.submission import MAX_BYTES, SCHEMA, Submission, digest, read_submission, submit
from sellkit.training.words import Words


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal.open(tmp_path / "map.jsonl", {"exercise": "harbour/map"}, "per")
    journal.append("berg/attitude", None, {"value": "supporter", "cites": ["minutes.p1"], "confidence": "explicit"})
    journal.append("lund/attitude", None, {"value": "unknown", "note": "她对新系统存疑？"})
    return journal


@pytest.fixture
def sealed(journal: Journal) -> Submission:
    return hand_in(journal)


def hand_in(journal: Journal, name: str = "Per Olsen") -> Submission:
    return submit(journal, shelf.exercise("harbour/map"), shelf.case("harbour"), "en", "p-1", name, "Blue")


def resealed(parts: dict[str, Any]) -> bytes:
    """What somebody sends who knows how the seal is made."""
    return json.dumps({**parts, "hash": digest(parts)}).encode()


def refused(raw: bytes) -> SubmissionRefused:
    with pytest.raises(SubmissionRefused) as refusal:
        read_submission(raw)
    for language in ("en", "zh-CN"):
        assert Words(language).error(refusal.value)
    return refusal.value


def test_what_is_handed_in_is_what_was_on_disk(journal: Journal, sealed: Submission) -> None:
    assert (sealed.answers, sealed.journal_head) == (journal.answers, journal.head)
    assert (sealed.exercise, sealed.case_version, sealed.rubric_version, sealed.attempt) == ("harbour/map", 1, 1, 1)


def test_a_file_comes_back_as_the_same_submission(sealed: Submission) -> None:
    assert read_submission(sealed.to_json().encode()) == sealed
    assert Submission.model_validate_json(sealed.to_json()) == sealed


def test_a_file_as_it_was_written_takes_the_short_way(sealed: Submission) -> None:
    """Thousands are read at a time, and nearly all of them are such."""
    assert submission._untouched(sealed.to_json().encode()) == sealed.parts()


def test_a_file_that_was_only_laid_out_anew_keeps_its_seal(sealed: Submission) -> None:
    parts = dict(reversed(json.loads(sealed.to_json()).items()))
    assert read_submission(b"\xef\xbb\xbf" + json.dumps(parts, indent=4).encode()) == sealed


def test_a_second_submission_is_a_new_attempt(journal: Journal, sealed: Submission) -> None:
    journal.submit({"id": sealed.id})
    second = hand_in(journal)
    assert (second.attempt, second.id != sealed.id) == (2, True)


def test_the_file_name_sorts_and_fits_every_file_system(sealed: Submission) -> None:
    assert sealed.filename == f"harbour.map_p-1_01_{sealed.id[:8]}.json"


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "=HYPERLINK(1)", "../../etc", "后藤良", "a" * 500, "a\x00b\ud800"]
)
def test_any_name_is_kept_as_harmless_text(journal: Journal, name: str) -> None:
    sealed = hand_in(journal, name)
    assert read_submission(sealed.to_json().encode()).author.name == sealed.author.name
    assert len(sealed.author.name) <= 200


def changed(sealed: Submission, **parts: Any) -> dict[str, Any]:
    return {**sealed.parts(), **parts}


@pytest.mark.parametrize(
    ("change", "key", "place"),
    [
        ({"exercise": "../../etc/passwd"}, "submission-part", "exercise"),
        ({"exercise": "harbour/../map"}, "submission-part", "exercise"),
        ({"id": "../x"}, "submission-part", "id"),
        ({"case": "..", "extra": 1}, "submission-part", "case"),
        ({"extra": 1}, "submission-part", "extra"),
        ({"language": "fr"}, "submission-part", "language"),
        ({"attempt": 0}, "submission-part", "attempt"),
        ({"attempt": True}, "submission-part", "attempt"),
        ({"at": "2024-02-31T00:00:00Z"}, "submission-part", "at"),
        ({"at": "yesterday"}, "submission-part", "at"),
        ({"author": {"id": "p/1"}}, "submission-part", "author.id"),
        ({"author": "Per"}, "submission-part", "author"),
        ({"answers": []}, "submission-answer", "answers"),
        ({"answers": {"../x": {"value": "a"}}}, "submission-answer", "answers"),
        ({"answers": {"berg/attitude": {"value": 3}}}, "submission-answer", "berg/attitude"),
        ({"answers": {"berg/attitude": {"value": "x", "points": 9}}}, "submission-answer", "berg/attitude"),
        ({"answers": {f"f{n}": {"value": "x"} for n in range(2001)}}, "submission-answer", "answers"),
        ({"schema": "sellkit.submission/2"}, "submission-newer", "schema"),
        ({"schema": "sellkit.submission/0"}, "submission-schema", "schema"),
        ({"schema": "sellkit.submission/zwei"}, "submission-schema", "schema"),
        ({"schema": "other/1"}, "submission-no-schema", "schema"),
        ({"schema": None}, "submission-no-schema", "schema"),
    ],
)
def test_a_part_that_cannot_be_right_is_named(sealed: Submission, change: dict[str, Any], key: str, place: str) -> None:
    refusal = refused(resealed(changed(sealed, **change)))
    assert (refusal.key, refusal.place) == (key, place)


def test_a_key_that_stands_twice_is_found_under_a_seal_that_fits(sealed: Submission) -> None:
    body = sealed.to_json().rpartition(',"hash":')[0].replace('"attempt":1', '"attempt":2,"attempt":1') + "}"
    raw = f'{body[:-1]},"hash":"{sha256(body.encode()).hexdigest()}"}}'
    assert refused(raw.encode()).key == "submission-key-twice"


@pytest.mark.parametrize(
    "shuffled",
    [
        lambda parts: dict(reversed(parts.items())),
        lambda parts: parts | {"author": dict(reversed(parts["author"].items()))},
        lambda parts: parts | {"answers": dict(reversed(parts["answers"].items()))},
        lambda parts: (
            parts | {"answers": {field: dict(reversed(answer.items())) for field, answer in parts["answers"].items()}}
        ),
    ],
    ids=["parts", "author", "answers", "an answer"],
)
def test_one_content_has_one_seal_so_parts_in_another_order_need_the_same(
    sealed: Submission, shuffled: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    """Else the same answers could come in twice, and what was taken in could not be handed on."""
    parts = json.loads(sealed.to_json())
    del parts["hash"]
    body = json.dumps(shuffled(parts), ensure_ascii=False, separators=(",", ":"))
    assert json.loads(body) == parts
    own = f'{body[:-1]},"hash":"{sha256(body.encode()).hexdigest()}"}}'
    assert refused(own.encode()).key == "submission-hash"
    assert read_submission(f'{body[:-1]},"hash":"{sealed.hash}"}}'.encode()) == sealed


def test_a_changed_answer_breaks_the_seal(sealed: Submission) -> None:
    assert refused(sealed.to_json().replace('"supporter"', '"sponsor"').encode()).key == "submission-hash"
    parts = sealed.parts()
    del parts["hash"]
    assert refused(json.dumps(parts).encode()).key == "submission-hash"


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "submission-truncated"),
        (b"hello", "submission-not-json"),
        (b"[]", "submission-not-object"),
        (b'"x"', "submission-not-object"),
        (b"\xff\xfe\x00", "submission-not-utf8"),
        (b'{"a": NaN}', "submission-number"),
        (b'{"a": -Infinity}', "submission-number"),
        (b'{"a": ' + b"9" * 9000 + b"}", "submission-number"),
        (b'{"a": 1, "a": 2}', "submission-key-twice"),
        (b'{"a": {"b": 1, "b": 1}}', "submission-key-twice"),
        (b"[" * 100_000, "submission-too-deep"),
        (b'{"a":' * 100_000, "submission-too-deep"),
        (b"{}", "submission-no-schema"),
        (b'{"schema": "' + SCHEMA.encode() + b'", "hash": ' + b"[" * 500 + b"]" * 500 + b"}", "submission-hash"),
        (b" " * (MAX_BYTES + 1), "submission-too-large"),
        (b'{"a": "' + b"x" * 50_000_000 + b'"}', "submission-too-large"),
    ],
)
def test_a_file_that_is_no_submission_is_refused(raw: bytes, key: str) -> None:
    assert refused(raw).key == key


def test_wherever_a_file_breaks_off_it_is_called_truncated(sealed: Submission) -> None:
    raw = sealed.to_json().encode()
    keys = {refused(raw[:end]).key for end in range(0, len(raw) - 1, 7)}
    assert keys <= {"submission-truncated", "submission-not-utf8"}
    assert "submission-truncated" in keys


def test_an_older_schema_is_migrated_step_by_step(sealed: Submission, monkeypatch: pytest.MonkeyPatch) -> None:
    def to_one(parts: dict[str, Any]) -> dict[str, Any]:
        renamed = {("author" if name == "person" else name): value for name, value in parts.items()}
        renamed["schema"] = SCHEMA
        return {**renamed, "hash": digest(renamed)}

    old = {("person" if name == "author" else name): value for name, value in sealed.parts().items()}
    old["schema"] = "sellkit.submission/0"
    assert refused(resealed(old)).key == "submission-schema"
    monkeypatch.setitem(submission.MIGRATIONS, "sellkit.submission/0", to_one)
    assert read_submission(resealed(old)).author == sealed.author


def test_a_migration_that_leads_nowhere_is_no_endless_loop(sealed: Submission, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(submission.MIGRATIONS, "sellkit.submission/0", lambda parts: parts)
    assert refused(resealed(changed(sealed, schema="sellkit.submission/0"))).key == "submission-schema"
