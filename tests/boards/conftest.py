"""Boards on a page of their own, with people and answers that a trainee could have given."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from sellkit.training.words import Words
from sellkit.views.pain_chain import PainChainBoard, pain_chain_spec
from sellkit.views.relationship_map import RelationshipMapBoard, relationship_map_spec

from .stage import Stage

PEOPLE = [
    {"id": "berg", "name": "Ada Berg", "title": "Chief Executive", "reports_to": None},
    {"id": "holm", "name": "Eva Holm", "title": "Chief Operating Officer", "reports_to": "berg"},
    {"id": "lund", "name": "Bo Lund", "title": "Vice President Sales", "reports_to": "holm"},
    {"id": "dahl", "name": "Nils Dahl", "title": "Chief Financial Officer", "reports_to": "berg"},
]
STATEMENTS = [
    {"id": "profit", "text": "Profit is falling", "use": "both"},
    {"id": "costs", "text": "Costs are rising", "use": "both"},
    {"id": "share", "text": "The share price falls", "use": "pain"},
]
PASSAGES = {"minutes.p1": "Minutes ¶1"}


def map_board(
    answers: dict[str, Any], language: str = "en", people: list[dict[str, Any]] = PEOPLE
) -> RelationshipMapBoard:
    spec = relationship_map_spec(Words(language), people, key="test/map", passages=PASSAGES)
    return RelationshipMapBoard(spec=spec, value=answers)


def chain_board(answers: dict[str, Any], language: str = "en") -> PainChainBoard:
    words = Words(language)
    spec = pain_chain_spec(words, PEOPLE, STATEMENTS, exercise="test/chain", key="test/chain", passages=PASSAGES)
    return PainChainBoard(spec=spec, value=answers)


@pytest.fixture
def stage(browser: Browser) -> Iterator[Callable[..., Stage]]:
    """``stage(board, width)`` shows a board; the test fails on any error in the page."""
    contexts = []
    faults: list[str] = []

    def show(board: Any, width: int = 1280) -> Stage:
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        return Stage(page, board)

    yield show
    for context in contexts:
        context.close()
    assert not faults
