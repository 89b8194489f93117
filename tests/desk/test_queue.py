"""The queue: the right rows in the order of receipt, found by indexes."""

from collections.abc import Callable

import pytest
from sqlalchemy import event

from sellkit.desk.queue import Filter, choices, namesakes, neighbour, page, page_around, page_before, progress
from sellkit.desk.register import Register
from sellkit.desk.scoring import score
from sellkit.training.submission import Submission

Make = Callable[..., Submission]


@pytest.fixture
def filled(register: Register, make: Make) -> Register:
    """Six answers: 1, 3, 5 by team North, 2, 4, 6 by team South. 5 and 6 are on an exercise that needs no assessor,
    1 is released."""
    register.add_many([
        make(
            author=f"p-{n}",
            name=["Ada Krüger", "王晓梅", "100% sure", "Ada_Holm", "AdaXHolm", "ＡＤＡ"][n],
            team=("North", "South")[n % 2],
            exercise="harbour/map" if n < 4 else "harbour/chain",
        )
        for n in range(6)
    ])  # fmt: skip
    score(register)
    register.judge(1, "judgement", "Kim", 1)
    register.release(1, "Kim")
    return register


@pytest.mark.parametrize(
    ("filter", "ids"),
    [
        (Filter(), [1, 2, 3, 4, 5, 6]),
        (Filter(team="South"), [2, 4, 6]),
        (Filter(exercise="harbour/chain"), [5, 6]),
        (Filter(state="released"), [1]),
        (Filter(state="to-judge", team="North", exercise="harbour/map"), [3]),
        (Filter(text="ada"), [1, 4, 5, 6]),
        (Filter(text="晓"), [2]),
        (Filter(text="100%"), [3]),
        (Filter(text="a_h"), [4]),
        (Filter(text="%"), [3]),
        (Filter(text="south"), [2, 4, 6]),
        (Filter(text="'; drop table submissions; --"), []),
    ],
)
def test_a_filter_shows_what_it_says(filled: Register, filter: Filter, ids: list[int]) -> None:
    assert [row.id for row in page(filled, filter)] == ids


def test_pages_follow_each_other_without_gap_or_overlap(filled: Register) -> None:
    first = page(filled, Filter(), limit=2)
    second = page(filled, Filter(), after=first[-1].id, limit=2)
    assert [row.id for row in (*first, *second)] == [1, 2, 3, 4]
    assert page_before(filled, Filter(), second[0].id, limit=2) == 0
    assert 5 in {row.id for row in page_around(filled, Filter(), 5, limit=4)}


def test_next_and_previous_obey_the_filter_and_end_at_the_ends(filled: Register) -> None:
    south = Filter(team="South")
    assert [neighbour(filled, south, id, 1) for id in (2, 3, 6)] == [4, 4, None]
    assert [neighbour(filled, south, id, -1) for id in (2, 3, 6)] == [None, 2, 4]


def test_progress_counts_every_state_of_what_the_filter_shows(filled: Register) -> None:
    told = progress(filled, Filter(team="North", state="to-judge"))
    assert told.by_state == {"to-judge": 1, "judged": 1, "released": 1, "returned": 0}
    assert (told.all, told.done) == (3, 1)


def test_filters_offer_what_the_register_holds(filled: Register) -> None:
    assert choices(filled) == (["harbour/chain", "harbour/map"], ["North", "South"])


def test_next_of_a_state_never_reads_the_whole_table(filled: Register) -> None:
    """Sorting or scanning would make the console slower with every answer."""
    statements: list[tuple[str, tuple[object, ...]]] = []
    event.listen(filled._engine, "before_cursor_execute", lambda _c, _k, sql, args, *_: statements.append((sql, args)))
    for filter in (Filter(state="to-judge"), Filter(state="to-judge", exercise="harbour/map"), Filter(team="North")):
        neighbour(filled, filter, 3, 1)
        page(filled, filter, after=2)
    plans = []
    with filled._engine.connect() as connection:
        for sql, args in statements:
            if sql.startswith("SELECT"):
                plans += [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", args)]
    assert plans
    assert not [step for step in plans if step.startswith("SCAN") or "TEMP B-TREE" in step]


def test_namesakes_are_two_authors_of_one_name_in_one_team(register: Register, make: Make) -> None:
    people = [("p-1", "Li Wei", "Red"), ("p-2", "Li Wei", "Red"), ("p-3", "Li Wei", "Blue"), ("p-4", "Ada", "Red")]
    register.add_many([make(author=author, name=name, team=team) for author, name, team in people])
    assert namesakes(register, [1, 3, 4]) == {1}
