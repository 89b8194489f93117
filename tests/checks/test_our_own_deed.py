"""M29: whose deed a note tells, in both languages."""

import pytest

from sellkit.checks.stages import our_own_deed

from ..models.method_sheets import ladder

OURS = [
    "我们发了方案",
    "昨天我们做了演示",
    "3月5日，我方提交了建议书",
    "我司已报价",
    "销售经理拜访了两次",
    "We sent the proposal",
    "Yesterday we gave a demonstration",
    "On 3 March, our team presented the plan",
    "My manager wrote to the board",
    "I left three messages",
    "我们把方案发给了客户",
    "已提交技术方案",
    "已向王总汇报方案",
    "拜访了采购部三次",
    "Sent the minutes by mail",
    "Presented the demo to the board",
    "Demo done",
    "Proposal submitted on 3 March",
]
THEIRS = [
    "",
    "陈总在会上说可以往下走",
    "客户3月5日来信同意计划",
    "我们发了方案，对方书面认可",
    "我们和她谈过，她答应引见",
    "Chen wrote: we accept the plan",
    "The director approved the plan on 3 March",
    "We sent the plan and the customer agreed to the dates",
    "Weekly meeting set up by Novak",
    "Invoice paid",
    "Plan sent by the customer",
    "Presented to the board, which approved it",
    "Went through the plan together on 3 March",
    "我们和客户一起看过规划",
    "已提交方案，王总书面确认",
    "销售额目标由董事会定下",
    "我国标准已被采用",
]


@pytest.mark.parametrize("note", OURS)
def test_a_note_about_what_we_did_is_heard(note):
    assert [found.place for found in our_own_deed(ladder(done=["dated-plan"], notes={"dated-plan": note}))] == [
        "dated-plan"
    ]


@pytest.mark.parametrize("note", THEIRS)
def test_a_note_in_which_the_customer_acts_is_left_alone(note):
    assert not list(our_own_deed(ladder(done=["dated-plan"], notes={"dated-plan": note})))


def test_an_outcome_that_has_not_come_about_may_say_what_we_tried():
    assert not list(our_own_deed(ladder(not_yet=["dated-plan"], notes={"dated-plan": "We asked twice"})))


@pytest.mark.parametrize("unit", ["3", "3月", "on 3, ", "today ", "昨天", "我", "last ", " ", "向", "给a", "sent "])
def test_a_very_long_note_takes_no_time(unit):
    list(our_own_deed(ladder(done=["dated-plan"], notes={"dated-plan": unit * 20_000 + "x"})))
