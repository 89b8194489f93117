"""What does not count yet, as questions in the reader's words."""

import pytest

from sellkit.models import open_questions
from sellkit.tables.frames import questions_frame
from sellkit.training.deals import example
from sellkit.training.words import Words


@pytest.mark.parametrize(("language", "who"), [("en", "Zhong Mingyuan"), ("zh-CN", "钟鸣远")])
def test_a_question_names_whom_it_is_about_and_what_stands_there(language, who):
    deal = example(language)[0]
    words = Words(language)
    table = questions_frame(deal.people, words)
    (row,) = [
        row
        for row in table.itertuples(index=False)
        if row[1].startswith(who) and words.level("attitude", "supporter") in row[2]
    ]
    assert words.level("attitude", "supporter") in row[1]


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_each_open_mark_is_one_row_and_no_row_has_a_gap(language):
    for deal in example(language):
        table = questions_frame(deal, Words(language))
        assert len(table) == len(open_questions(deal))
        assert all(cell.strip() for row in table.itertuples(index=False) for cell in row)
        assert not [row for row in table.itertuples(index=False) if "“”" in row[1] or '""' in row[1]]
