"""The deal that comes as an example: whole, the same in both languages, and instructive in the way its files say."""

import re

import pytest

from sellkit.checks.registry import run
from sellkit.models.base import Judged
from sellkit.models.opportunity import Opportunity, Stakeholders
from sellkit.models.outlook import outlook
from sellkit.models.paths import leaves, references
from sellkit.models.people.stakeholder import Stakeholder
from sellkit.models.text import LANGUAGES
from sellkit.training import places
from sellkit.training.deals import example

DAYS = ("2026-03-02", "2026-04-20")
MARKS = [name for name in Stakeholder.model_fields if isinstance(getattr(Stakeholder(id="x"), name), Judged)]


def _marks(deal: Opportunity) -> list[object]:
    """Every answer that has no words of a language in it."""
    found: list[object] = []
    for leaf in leaves(deal):
        value, state = leaf.value, ""
        if isinstance(value, Judged):
            value, state = value.value, f"{value.state} {value.on}"
        worded = isinstance(value, str) and re.search(r"[\s\u4e00-\u9fff]|[A-Z][a-z]", value)
        worded = worded or hasattr(value, "text") or isinstance(value, tuple)
        found.append((leaf.path, "words" if worded else value, state))
    return found


def test_both_languages_have_the_same_marks_on_the_same_days() -> None:
    for chinese, english in zip(example("zh-CN"), example("en"), strict=True):
        assert [mark[0] for mark in _marks(chinese)] == [mark[0] for mark in _marks(english)]  # type: ignore[index]
        assert outlook(chinese) == outlook(english)
        assert [(each.code, each.place) for each in run(chinese)] == [(each.code, each.place) for each in run(english)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", [0, 1], ids=DAYS)
def test_every_sheet_is_filled(language: str, which: int) -> None:
    deal = example(language)[which]
    for name in (*deal.SHEETS, *deal.LISTS):
        assert getattr(deal, name) != getattr(Opportunity(id="blank"), name), name
    for name in Stakeholders.model_fields:
        assert getattr(deal.people, name), name
    assert set(deal.methods) == {
        "ssm-stages", "opportunity-assessment", "meddpicc", "ten-questions", "zero-rule", "mutual-plan",
        "power-interest",
    }  # fmt: skip


@pytest.mark.parametrize("which", [0, 1], ids=DAYS)
def test_every_person_has_every_mark(which: int) -> None:
    for person in example("en")[which].people.people:
        blank = [mark for mark in MARKS if getattr(person, mark).value is None]
        assert not blank, person.name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", [0, 1], ids=DAYS)
def test_every_mark_says_who_said_it_on_which_day_and_in_which_words(language: str, which: int) -> None:
    for leaf in leaves(example(language)[which]):
        if isinstance(leaf.value, Judged) and leaf.value.value is not None:
            assert all((leaf.value.witness, leaf.value.on, leaf.value.note)), leaf.path


@pytest.mark.parametrize("which", [0, 1], ids=DAYS)
def test_nobody_is_named_who_is_not_there(which: int) -> None:
    deal = example("en")[which]
    known = {person.id for person in deal.people.people}
    assert {found.person for found in references(deal)} <= known


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", [0, 1], ids=DAYS)
def test_the_checks_find_what_the_head_of_the_file_announces(language: str, which: int) -> None:
    text = places.content("deals", "park-platform", f"{DAYS[which]}.yaml").read_text("utf-8")
    head = text.partition("\nheard:")[0]
    assert {finding.code for finding in run(example(language)[which])} == set(re.findall(r"M\d\d-[a-z0-9-]+", head))


def test_the_deal_gets_better_and_its_claims_come_down_to_what_is_confirmed() -> None:
    earlier, later = map(outlook, example("en"))
    assert (earlier.claimed, earlier.control, earlier.zone) == ("1W3F9C", "0W1F6C", "loss")
    assert (later.claimed, later.control, later.zone) == ("0W2F9C", "0W2F9C", "swing")
