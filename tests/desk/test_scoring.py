"""Scoring: each answer its own result, a run that was cut off goes on, no key is no dead end."""

from collections.abc import Callable

import pytest

from sellkit.desk import scoring
from sellkit.desk.register import Register
from sellkit.desk.scoring import score, waiting
from sellkit.errors import SellkitError
from sellkit.training import places
from sellkit.training.grading import ScoreCard
from sellkit.training.submission import Submission

Make = Callable[..., Submission]


def test_new_answers_are_compared_and_keep_the_versions_they_rest_on(register: Register, make: Make) -> None:
    id = register.add(make()).id
    assert (score(register).compared, waiting(register)) == (1, [])
    stored = register.card(id)
    assert stored is not None
    assert (stored.card.total, stored.rubric_version, stored.key_version) == (35, "1", "case 1, rubric 1")


def test_without_a_key_every_criterion_waits_for_an_assessor(
    register: Register, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(places.SOLUTIONS_ENV)
    scoring.shelf.refresh()
    id = register.add(make()).id
    assert score(register).by_hand == 1
    stored = register.card(id)
    assert stored is not None
    assert [criterion.points for criterion in stored.card.criteria] == [None] * 4


def test_one_answer_that_cannot_be_scored_stops_nobody_else(
    register: Register, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [added.id for added in register.add_many([make(author=f"p-{n}") for n in range(3)])]
    real = scoring.grade

    def fragile(answers: object, *rest: object) -> ScoreCard:
        if answers == {}:
            raise ZeroDivisionError
        return real(answers, *rest)  # type: ignore[arg-type]

    bad = register.add(make(author="p-bad", answers={})).id
    monkeypatch.setattr(scoring, "grade", fragile)
    report = score(register)
    assert report.compared == len(ids)
    assert [id for id, _ in report.failed] == [bad]
    assert all(isinstance(error, SellkitError) for _, error in report.failed)
    assert waiting(register) == [bad]


def test_a_run_that_was_cut_off_goes_on_where_it_stood(
    register: Register, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.add_many([make(author=f"p-{n}") for n in range(5)])
    monkeypatch.setattr(scoring, "BATCH", 2)

    def power_cut(done: int, _of: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        score(register, progress=power_cut)
    assert len(waiting(register)) == 1
    assert score(register).compared == 1


def test_many_processes_give_the_same_cards_as_one(
    register: Register, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "BATCH", 3)
    sent = [make(exercise="homebody/relationship-map", case="homebody", author=f"p-{n}") for n in range(7)]
    ids = [added.id for added in register.add_many(sent)]
    score(register, processes=2)
    spread = [register.card(id) for id in ids]
    score(register, ids)
    assert [card and card.card for card in spread] == [card and card.card for card in map(register.card, ids)]
    assert None not in spread
