"""What changed, and what would follow, as a table in the reader's words."""

import pytest

from sellkit.checks.what_if import what_if
from sellkit.models.change import Difference, difference
from sellkit.tables.changes import HEADS
from sellkit.tables.frames import changes_frame
from sellkit.training.deals import example
from sellkit.training.words import Words


@pytest.mark.parametrize(
    ("language", "who", "mark"), [("en", "With the right people", "In favour"), ("zh-CN", "对的人", "有利")]
)
def test_a_difference_names_what_moved_where_to_and_whether_it_is_progress(language, who, mark):
    earlier, later = example(language)
    words = Words(language)
    table = changes_frame(difference(earlier, later), words, of=later)
    moved = table[table.iloc[:, 1] == who]
    assert len(table) == len(difference(earlier, later).changes)
    assert moved.iloc[0, 4] == mark
    assert moved.iloc[0, 5] == words.say("boards.changes.kind.better")


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_the_columns_are_headed_in_the_readers_language(language):
    words = Words(language)
    assert list(changes_frame(Difference(), words).columns) == [words.say(f"boards.changes.head.{h}") for h in HEADS]


def test_a_what_if_tells_what_is_supposed_what_moves_and_what_the_checks_would_say():
    deal = example("en")[0]
    words = Words("en")
    found = what_if(deal, {"people/wei/tendency": 3})
    table = changes_frame(found, words, of=deal)
    parts = set(table.iloc[:, 0])
    assert table.iloc[0, 1] == "Wei Cheng"
    assert words.say("boards.what-if.outlook") in parts
    assert (words.say("boards.what-if.gone") in parts) == bool(found.gone)
    assert len(table) == len(found.marks.changes) + len(found.outlook.changes) + len(found.appeared) + len(found.gone)
