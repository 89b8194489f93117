"""The case checker: every fault at once, each with file, line, what is wrong and what to do."""

from pathlib import Path

import pytest

from sellkit.training.lint import Fault, check_case, check_installed
from sellkit.training.words import Words


def faults(pack: Path) -> list[Fault]:
    return check_case(pack / "cases/harbour", pack / "keys/harbour")


def edit(file: Path, old: str, new: str) -> int:
    """Replace a piece of a file; returns the line it stands on."""
    text = file.read_text("utf-8")
    assert old in text, f"{file.name} has changed: {old!r} is gone"
    file.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_sound_case_has_no_faults(copy: Path) -> None:
    assert faults(copy) == []
    assert check_installed("harbour") == []


CASE, MAP, KEY = "cases/harbour/case.yaml", "cases/harbour/map.yaml", "keys/harbour/map.yaml"
CHAIN_KEY, PLANS_KEY = "keys/harbour/chain.yaml", "keys/harbour/plans.yaml"
MINUTES = "cases/harbour/dossier/en/minutes.md"


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "place"),
    [
        (CASE, "seller:", "colour: blue\nseller:", "content-unknown-key", "colour"),
        (CASE, "reports_to: olsen", "reports_to: nobody", "lint-person-unknown", "people.3.reports_to"),
        (CASE, "reports_to: null", "reports_to: olsen", "lint-person-loop", ""),
        (CASE, "id: lund", "id: olsen", "lint-id-twice", "people"),
        (CASE, "rank: 5", "rank: 9", "content-wrong-value", "people.0.rank"),
        (CASE, "id: lund", "id: ../lund", "content-wrong-value", "people.2.id"),
        (CASE, "kind: mail", "kind: telegram", "content-wrong-value", "documents.1.kind"),
        (
            CASE,
            "{en: Timetable Planner, zh-CN: 船期计划员}",
            "{en: Timetable Planner}",
            "content-no-language",
            "people.3.title.zh-CN",
        ),
        (CASE, "zh-CN: 船期计划员", "zh-CN: ''", "content-no-language", "people.3.title.zh-CN"),
        (CASE, "id: mail,", "id: letter,", "dossier-missing", ""),
        (CASE, "id: harbour", "id: port", "id-not-path", ""),
        (MINUTES, "{#p1}", "{#p9}", "lint-passages-differ", ""),
        (MINUTES, "{#p1}", "", "dossier-no-id", ""),
        (MINUTES, "# Monday", "![logo](x.png)\n\n# Monday", "dossier-link", ""),
        (MAP, "minutes: 20", "minutes: 0", "content-wrong-value", "minutes"),
        (MAP, "weight: 40", "weight: 41", "content-wrong-value", "rubric"),
        (MAP, "compare: lines", "compare: guess", "content-wrong-value", "rubric.criteria.2.auto.compare"),
        (
            MAP,
            "{en: Some, zh-CN: 有一些}",
            "{zh-CN: 有一些}",
            "content-no-language",
            "rubric.criteria.3.levels.1.says.en",
        ),
        (
            MAP,
            "people: [berg, olsen, lund, dahl]",
            "people: [berg, olsen, lund, dahl, holm]",
            "lint-person-unknown",
            "people.4",
        ),
        (MAP, "id: harbour/map", "id: harbour/maps", "id-not-path", ""),
        (MAP, 'of: "*/roles"', 'of: "*/rolls"', "lint-criterion-empty", ""),
        (KEY, "cites: [minutes.p3]", "cites: []", "lint-no-passage", "answers.lund/attitude.cites"),
        (KEY, ", cites: [minutes.p3]", "", "lint-no-passage", "answers.lund/attitude.cites"),
        (KEY, "cites: [minutes.p3]", "cites: [minutes.p7]", "lint-passage-unknown", "lund/attitude"),
        (KEY, "lund/attitude", "holm/attitude", "lint-field-unknown", ""),
        (KEY, "value: non-supporter", "value: grumpy", "lint-value", "lund/attitude"),
        (KEY, "case_version: 1", "case_version: 2", "lint-version", ""),
        (KEY, "exercise: harbour/map", "exercise: harbour/chain", "id-not-path", ""),
        (
            KEY,
            "why: {en: She signs., zh-CN: 她签字。}",
            "why: {en: She signs.}",
            "content-no-language",
            "answers.berg/roles.why.zh-CN",
        ),
        (PLANS_KEY, ", zh-CN: [[夜]]}", "}", "lint-no-terms", "i2/work"),
        (PLANS_KEY, "[[fuel]", "[[diesel]", "lint-key-short", ""),
    ],
)
def test_a_fault_is_found_where_it_is(copy: Path, file: str, old: str, new: str, key: str, place: str) -> None:
    edit(copy / file, old, new)
    found = [fault for fault in faults(copy) if fault.error.key == key]
    assert place in {fault.place for fault in found}
    for language in ("en", "zh-CN"):
        words = Words(language)
        assert all(fault.says(words) and fault.next(words) for fault in found)


def test_a_fault_knows_its_line(copy: Path) -> None:
    line = edit(copy / CASE, "rank: 1}", "rank: tall}")
    assert next((fault.file, fault.line) for fault in faults(copy)) == ("harbour/case.yaml", line)


def test_all_faults_are_listed_at_once_even_beside_broken_yaml(copy: Path) -> None:
    edit(copy / MAP, "people: [", "people: [[")
    edit(copy / MINUTES, "{#p2}", "")
    edit(copy / CHAIN_KEY, "value: leaf", "value: twig")
    (copy / "cases/harbour/dossier/en/mail.md").unlink()
    (copy / "keys/harbour/old.yaml").write_text("schema: 1\n", "utf-8")
    assert {fault.error.key for fault in faults(copy)} >= {
        "yaml-broken",
        "dossier-no-id",
        "lint-value",
        "dossier-missing",
        "lint-no-exercise",
    }


POINTS = ("lint-sample-points", "lint-sample-total")
SAMPLE = """samples:
  - id: half
    title: {en: Half of it, zh-CN: 一半}
    language: en
    answers: {berg/attitude: {value: supporter}}
    total: 5
    criteria: {attitude: 5, judgement: 0}
"""


@pytest.mark.parametrize(
    ("old", "new", "keys"),
    [
        ("", "", set()),
        ("total: 5", "total: 6", {"lint-sample-total"}),
        ("attitude: 5", "attitude: 10", {"lint-sample-points"}),
        ("attitude: 5", "altitude: 5", {"lint-sample-points"}),
        ("berg/attitude", "berg/altitude", {"lint-field-unknown", *POINTS}),
        (
            "supporter}",
            "supporter, cites: [minutes.p8]}",
            {"lint-passage-unknown", "lint-sample-points", "lint-sample-total"},
        ),
    ],
)
def test_a_sample_must_earn_what_its_author_worked_out(copy: Path, old: str, new: str, keys: set[str]) -> None:
    edit(copy / KEY, "samples: []\n", SAMPLE.replace(old, new) if old else SAMPLE)
    assert {fault.error.key for fault in faults(copy)} == keys


def test_a_folder_without_a_case_says_so(tmp_path: Path) -> None:
    assert [fault.error.key for fault in check_case(tmp_path)] == ["lint-not-a-case"]


def test_a_case_can_be_checked_without_its_keys(copy: Path) -> None:
    assert check_case(copy / "cases/harbour") == []


def test_two_people_with_one_name_are_no_fault(copy: Path) -> None:
    edit(copy / CASE, "name: Eva Lund", "name: Anna Berg")
    assert faults(copy) == []


def test_markup_and_formulas_in_texts_are_plain_text(copy: Path) -> None:
    edit(copy / CASE, "name: Eva Lund", "name: '<script>alert(1)</script>'")
    edit(copy / CASE, "en: Head of Finance", "en: '=HYPERLINK(1)'")
    assert faults(copy) == []
