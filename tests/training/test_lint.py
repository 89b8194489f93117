"""The case checker: every fault at once, each with file, line, what is wrong and what to do."""

from pathlib import Path

import pytest

from sellkit.training import methods
from sellkit.training.lint import Fault, check_case, checked
from sellkit.training.refusals import NotFound
from sellkit.training.words import Words

from ..conftest import ROOT


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


@pytest.mark.parametrize(
    ("old", "new", "key", "place"),
    [
        ("person: olsen", "person: nobody", "lint-person-unknown", "person"),
        ("patience: 4", "patience: 0", "content-too-low", "patience"),
        ("case: harbour", "case: port", "id-not-path", ""),
        ("patience: 4", "patience: [", "yaml-broken", ""),
    ],
)
def test_a_simulated_customer_is_checked_with_its_case(copy: Path, old: str, new: str, key: str, place: str) -> None:
    persona = copy / "cases/harbour/personas/updown.yaml"
    persona.parent.mkdir()
    text = (ROOT / "exercises/homebody/personas/updown.yaml").read_text("utf-8")
    persona.write_text(text.replace("case: homebody\nperson: updown", "case: harbour\nperson: olsen"), "utf-8")
    assert faults(copy) == []
    edit(persona, old, new)
    found = faults(copy)[0]
    assert (found.file, found.error.key, found.place) == ("harbour/personas/updown.yaml", key, place)


CASE, MAP, KEY = "cases/harbour/case.yaml", "cases/harbour/map.yaml", "keys/harbour/map.yaml"
DEAL, DEAL_KEY = "cases/harbour/deal.yaml", "keys/harbour/deal.yaml"
CHAIN_KEY, PLANS_KEY = "keys/harbour/chain.yaml", "keys/harbour/plans.yaml"
MINUTES = "cases/harbour/dossier/en/minutes.md"


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "place"),
    [
        (CASE, "seller:", "colour: blue\nseller:", "content-unknown-key", "colour"),
        (CASE, "reports_to: olsen", "reports_to: nobody", "lint-person-unknown", "people.3.reports_to"),
        (CASE, "reports_to: null", "reports_to: olsen", "lint-person-loop", ""),
        (CASE, "id: lund", "id: olsen", "lint-id-twice", "people"),
        (CASE, "rank: 5", "rank: 9", "content-too-high", "people.0.rank"),
        (CASE, "id: lund", "id: ../lund", "content-not-a-name", "people.2.id"),
        (CASE, "kind: mail", "kind: telegram", "content-not-one-of", "documents.1.kind"),
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
        (CASE, "{en: Timetable Planner, zh-CN: 船期计划员}", "Planner", "content-not-record", "people.3.title"),
        (MAP, "minutes: 20", "minutes: many", "content-not-number", "minutes"),
        (MAP, "people: [berg, olsen, lund, dahl]", "people: berg", "content-not-list", "people"),
        (MAP, "minutes: 20", "minutes: 0", "content-too-low", "minutes"),
        (MAP, "weight: 40", "weight: 41", "content-weights", "rubric"),
        (MAP, "compare: lines", "compare: guess", "content-not-one-of", "rubric.criteria.2.auto.compare"),
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
        (DEAL, "method: harbour-check\n", "", "content-method-kind", "method"),
        (DEAL, "method: harbour-check", "method: harbour-chart", "content-no-such", "method"),
        (
            MAP,
            "kind: relationship-map",
            "kind: relationship-map\nmethod: harbour-check",
            "content-method-kind",
            "method",
        ),
        (DEAL, "stage: open", "stage: shut", "content-no-such", "stage"),
        (DEAL, "method: harbour-check", "method: harbour-steps", "lint-no-subjects", "subjects"),
        (DEAL, "id: rival", "id: us", "method-reserved", "subjects"),
        (DEAL_KEY, "value: heard, cites: [minutes.p2]", "value: loud, cites: [minutes.p2]", "lint-value", "person"),
        (DEAL_KEY, "person/rival", "person/other", "lint-field-unknown", ""),
    ],
)
def test_a_fault_is_found_where_it_is(copy: Path, file: str, old: str, new: str, key: str, place: str) -> None:
    edit(copy / file, old, new)
    found = [fault for fault in faults(copy) if fault.error.key == key]
    assert place in {fault.place for fault in found}
    for language in ("en", "zh-CN"):
        words = Words(language)
        assert all(fault.says(words) and fault.next(words) for fault in found)


def test_a_method_beside_the_case_is_known_while_the_case_is_checked(copy: Path) -> None:
    method = copy / "cases/methods/harbour-check.yaml"
    method.rename(method.with_name("pier-check.yaml"))
    edit(method.with_name("pier-check.yaml"), "id: harbour-check", "id: pier-check")
    edit(copy / DEAL, "method: harbour-check", "method: pier-check")
    (found,) = checked(str(copy / "cases/harbour"), copy / "keys/harbour")
    assert found.faults == []
    with pytest.raises(NotFound):
        methods.method("pier-check")


def test_an_exercise_on_a_faulty_method_leads_to_the_check_of_methods(copy: Path) -> None:
    edit(copy / "cases/methods/harbour-check.yaml", "met_from: seen", "met_from: felt")
    line = edit(copy / DEAL, "method: harbour-check", "method: pier-check")
    (copy / "cases/methods/harbour-check.yaml").rename(copy / "cases/methods/pier-check.yaml")
    (found,) = checked(str(copy / "cases/harbour"), copy / "keys/harbour")
    (fault,) = [fault for fault in found.faults if fault.error.key == "content-method-faulty"]
    assert fault.line == line
    assert "sellkit method check" in fault.next(Words("en"))


def test_no_fault_hides_behind_another(copy: Path) -> None:
    """A fault in the case, in the exercise and in the key: what refers to their sound parts is checked all the same."""
    edit(copy / CASE, "rank: 5", "rank: 9")
    edit(copy / CASE, "reports_to: olsen", "reports_to: nobody")
    edit(copy / MAP, "minutes: 20", "minutes: 0\ncolour: blue")
    edit(copy / KEY, "cites: [minutes.p3]", "cites: []")
    edit(copy / KEY, "berg/attitude", "holm/attitude")
    assert {(fault.error.key, fault.place) for fault in faults(copy)} >= {
        ("content-too-high", "people.0.rank"),
        ("lint-person-unknown", "people.3.reports_to"),
        ("content-too-low", "minutes"),
        ("content-unknown-key", "colour"),
        ("lint-no-passage", "answers.lund/attitude.cites"),
        ("lint-field-unknown", ""),
    }


def test_an_exercise_without_a_key_is_told_where_keys_are_checked(copy: Path) -> None:
    (copy / KEY).unlink()
    assert [(fault.error.key, fault.file) for fault in faults(copy)] == [
        ("lint-key-missing", "solutions/harbour/map.yaml")
    ]
    assert check_case(copy / "cases/harbour") == []


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


def test_cases_are_found_by_folder_by_id_and_all_together(copy: Path) -> None:
    keys = copy / "solutions"
    (copy / "keys").rename(keys)
    folder = copy / "cases/harbour"
    for asked in (folder, copy / "cases"):
        assert list(checked(str(asked))) == [("harbour", keys / "harbour", [])]
    for asked in ("harbour", ""):
        assert [(found.case, found.faults) for found in checked(asked)] == [("harbour", [])]
    edit(folder / "case.yaml", "rank: 5", "rank: 9")
    assert [len(found.faults) for found in checked(str(folder))] == [1]
    with pytest.raises(NotFound):
        list(checked("nowhere"))


def test_an_exercise_that_is_listed_but_not_there_is_told(copy: Path) -> None:
    line = edit(copy / "cases/index.yaml", "harbour/map", "harbour/typo")
    (found,) = checked(str(copy / "cases"), copy / "keys/harbour")
    assert [(fault.error.key, fault.file, fault.line) for fault in found.faults] == [
        ("lint-not-there", "index.yaml", line)
    ]


def test_keys_that_are_not_there_are_not_taken_for_sound(copy: Path) -> None:
    assert next(checked(str(copy / "cases/harbour"))).keys is None


def test_two_people_with_one_name_are_no_fault(copy: Path) -> None:
    edit(copy / CASE, "name: Eva Lund", "name: Anna Berg")
    assert faults(copy) == []


def test_markup_and_formulas_in_texts_are_plain_text(copy: Path) -> None:
    edit(copy / CASE, "name: Eva Lund", "name: '<script>alert(1)</script>'")
    edit(copy / CASE, "en: Head of Finance", "en: '=HYPERLINK(1)'")
    assert faults(copy) == []
