"""M40: whose view of a party a line of the SWOT tells, in both languages."""

import pytest

from sellkit.checks.competition import swot_own_view
from sellkit.models.plan.competition import Competition


@pytest.mark.parametrize(
    ("text", "said_by", "ours"),
    [
        ("我们的产品技术领先", None, True),
        ("产品性能业内领先", None, True),
        ("Best-in-class technology", None, True),
        ("我司品牌好", "wang", True),
        ("他们的产品稳定，就是贵", "wang", False),
        ("We know them and trust them", "wang", False),
        ("价格高", None, False),
    ],
)
def test_a_sellers_words_are_told_from_a_customers(text, said_by, ours):
    sheet = Competition.model_validate({"swot": [{"id": "w1", "text": text, "said_by": said_by}]})
    assert bool(list(swot_own_view(sheet))) is ours
