"""What the text checks read in a sentence, in both languages."""

import pytest

from sellkit.checks import initiative_words as words


@pytest.mark.parametrize(
    ("text", "measure", "date"),
    [
        ("Raise loyalty from 71 to 80 per cent by the end of 2002", True, True),
        ("Win five points of share in Central Europe within 18 months", True, True),
        ("Cut delivery time by half", True, False),
        ("Raise loyalty by 2002", False, True),
        ("Grow sales next year", False, True),
        ("Deliver faster by March", False, True),
        ("Become the customers' first choice", False, False),
        ("2002年底前把大客户流失率降低一半", True, True),
        ("12个月内把新品上市时间缩短三成", True, True),
        ("采购成本降低8%", True, False),
        ("2002年降低采购成本", False, True),
        ("明年三季度末之前改善服务", False, True),
        ("提高客户满意度", False, False),
        ("忠诚度到Ｑ３升至８０％", True, True),
        ("份额到2003升5个点", True, True),
    ],
)
def test_a_result_has_a_measure_and_a_date_or_not(text, measure, date):
    assert (words.has_measure(text), words.has_date(text)) == (measure, date)


@pytest.mark.parametrize(
    "text",
    [
        "implementing an IT system",
        "Rolling out a CRM",
        "buying new planning software",
        "introduce our OrderLink solution",
        "实施一套信息系统",
        "上线ERP",
        "引进新的客户关系管理系统",
        "采购排产软件",
    ],
)
def test_a_product_is_recognised(text):
    assert words.names_product(text)


@pytest.mark.parametrize(
    "text",
    [
        "bringing the customer-relationship process into use soon",
        "opening R&D to retailers and suppliers",
        "new sales channels and e-commerce",
        "warehouse optimisation, fewer suppliers and quality supervision",
        "outsourcing purchasing",
        "a better and faster service process",
        "尽快启用客户关系流程",
        "向外部企业开放研发",
        "开拓新渠道和电子商务",
        "优化仓库、减少供应商、加强质量监督",
        "把采购外包",
        "建立系统的培训制度",
    ],
)
def test_business_work_is_no_product(text):
    assert not words.names_product(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Raise loyalty by opening a call centre", "result"),
        ("opening a call centre to raise loyalty", "work"),
        ("通过开放研发，缩短上市时间", "work"),
        ("缩短上市时间", "result"),
        ("", "neither"),
        ("A happy customer", "neither"),
    ],
)
def test_a_sentence_reads_as_what_it_begins_with(text, kind):
    read = (words.reads_as_result(text), words.reads_as_work(text))
    assert read == (kind == "result", kind == "work")
