"""Texts in both languages."""

import pytest

from sellkit.models.text import Text


@pytest.mark.parametrize(
    ("given", "shown"),
    [("看一遍。 再判断", "看一遍。再判断"), ("第 1 条", "第 1 条"), ("由 Homebody 负责", "由 Homebody 负责")],
    ids=["folded line", "number", "name"],
)
def test_a_folded_line_leaves_no_blank_between_chinese_characters(given: str, shown: str) -> None:
    assert Text(zh=given, en="x y").in_("zh-CN") == shown
