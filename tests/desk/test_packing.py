"""Cards as they are kept: short, and still the whole truth when the key has changed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from sellkit.desk.packing import Packer, outline, unpack
from sellkit.desk.register import Register
from sellkit.desk.schema import cards, metadata, sayings, schema_version
from sellkit.desk.scoring import score
from sellkit.training import places, shelf
from sellkit.training.grading import ScoreCard, grade
from sellkit.training.key import Key
from sellkit.training.submission import Submission

EXERCISES = [f"homebody/{name}" for name in ("initiatives", "pain-chain", "relationship-map")]
Make = Callable[..., Submission]


@pytest.fixture(autouse=True)
def with_keys(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    monkeypatch.setenv(places.SOLUTIONS_ENV, str(root / "solutions"))
    shelf.refresh()


def sample_cards(name: str) -> list[ScoreCard]:
    key, exercise = shelf.key(name), shelf.exercise(name)
    sheets = [key.sheet_answers(), *(sample.sheet_answers() for sample in key.samples)]
    return [grade(answers, key, exercise) for answers in sheets]


@pytest.mark.parametrize("name", EXERCISES)
def test_a_packed_card_comes_out_as_it_went_in(name: str) -> None:
    packer = Packer()
    for card in sample_cards(name):
        assert unpack(packer.pack(card), lambda names: {name: packer.said[name] for name in names}) == card


@pytest.mark.parametrize("name", EXERCISES)
def test_the_outline_has_all_the_points_and_no_items(name: str) -> None:
    for card in sample_cards(name):
        bare = outline(Packer().pack(card))
        assert bare == card.changed(criteria=tuple(score.changed(items=()) for score in card.criteria))


def test_what_the_key_says_is_kept_once_for_all_cards() -> None:
    packer = Packer()
    first, second = (packer.pack(card) for card in sample_cards(EXERCISES[2])[:1] * 2)
    assert first == second
    assert len(packer.said) == len(set(packer.said.values()))
    assert not any(text in first for text in packer.said.values())


def test_a_stored_card_stays_as_it_was_when_the_key_changes(
    register: Register, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = register.add(make(exercise=EXERCISES[2], case="homebody")).id
    score(register)
    before = register.card(id)
    monkeypatch.setattr(shelf, "key", lambda _: Key(EXERCISES[2], 9, 9, {}))
    assert register.card(id) == before
    score(register, [id])
    after = register.card(id)
    assert after is not None
    assert after != before


def test_a_register_of_the_first_version_is_brought_up_and_its_cards_are_read(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "register.sqlite"
    with Register.open(path) as register:
        id = register.add(make(exercise=EXERCISES[2], case="homebody")).id
        score(register)
        stored = register.card(id)
        assert stored is not None
        with register._engine.begin() as connection:
            connection.execute(update(cards).values(card=stored.card.model_dump_json()))
            metadata.tables["sayings"].drop(connection)
            connection.execute(delete(schema_version))
            connection.execute(schema_version.insert().values(version=1))
    with Register.open(path) as register:
        assert register.card(id) == stored
        assert register.judge(id, stored.card.open[0], "Kim", 1.0).level == 1.0
        score(register, [id])
        again = register.card(id)
        assert again is not None
        assert again.card == stored.card
        assert register.all(select(sayings.c.name))
    with Register.open(path) as register, register._engine.connect() as connection:
        assert max(connection.execute(select(schema_version.c.version)).scalars()) == 2


def test_an_item_that_no_key_explains_is_kept_too() -> None:
    """What the trainee has and the key does not."""
    key, exercise = shelf.key(EXERCISES[2]), shelf.exercise(EXERCISES[2])
    person = next(iter(key.answers)).partition("/")[0]
    card = grade({f"{person}/influences": {"value": ["nobody-else"], "cites": ["a.b"]}}, key, exercise)
    packer = Packer()
    packed = packer.pack(card)
    assert "nobody-else" in packed
    assert any(json.loads(text) == [None, None, []] for text in packer.said.values())
    assert unpack(packed, lambda names: {name: packer.said[name] for name in names}) == card
