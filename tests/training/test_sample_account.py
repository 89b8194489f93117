"""The account of the sample deal: the same in both languages, and instructive in the way its file says."""

import pytest

from sellkit.checks.registry import run
from sellkit.models.paths import leaves, references
from sellkit.models.text import LANGUAGES
from sellkit.training import places
from sellkit.training.accounts import example
from sellkit.training.deals import example as deals

TOLD = {"M13-mode-against-control", "M15-post-without-contact", "M16-trigger-missed", "M67-review-overdue"}


def remarks(language: str) -> list[tuple[str, str]]:
    """What the checks warn of in the account itself, not in its deal."""
    found = [finding for finding in run(example(language)) if not finding.place.startswith("opportunities/")]
    return [(finding.code, finding.place) for finding in found if finding.severity != "hint"]


def test_both_languages_have_the_same_leaves_and_the_same_remarks() -> None:
    chinese, english = ([leaf.path for leaf in leaves(example(language))] for language in LANGUAGES)
    assert chinese == english
    assert remarks("zh-CN") == remarks("en")


def test_the_checks_warn_of_what_its_file_announces() -> None:
    assert {code for code, _ in remarks("en")} == TOLD
    said = places.content("accounts", "lanting.yaml").read_text(encoding="utf-8").partition("heard:")[0]
    assert all(code in said for code in TOLD)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_holds_the_deal_on_its_later_day_and_the_deals_people(language: str) -> None:
    account, (_, later) = example(language), deals(language)
    assert account.opportunities == (later,)
    assert account.people.people == later.people.people
    known = {person.id for person in account.people.people}
    assert {reference.person for reference in references(account)} <= known
