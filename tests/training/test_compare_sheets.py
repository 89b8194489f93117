"""Any sheet against a reference: what counts, what costs, what is left to a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models import RelationshipMap
from sellkit.models.plan.sales_plan import SalesPlan
from sellkit.training.compare.sheets import compare_sheets
from sellkit.training.methods import method

SURE = {"cites": ["notes.p1"], "confidence": "explicit"}
GUESS = {"value": "neutral", "cites": ["notes.p1"], "confidence": "inferred"}
TOLD = {"value": "neutral", "witness": "Ms Lin", "confidence": "agreed"}


def board(**marks):
    person = {
        "id": "chen",
        **{field: mark if isinstance(mark, dict) else {"value": mark, **SURE} for field, mark in marks.items()},
    }
    return RelationshipMap.model_validate({"people": [person]})


@pytest.mark.parametrize(
    ("given", "wanted", "verdict", "share"),
    [
        ({"attitude": "neutral"}, {"attitude": "neutral"}, "right", 1),
        ({"attitude": GUESS}, {"attitude": "neutral"}, "right", 0.75),
        ({"attitude": {"value": "neutral"}}, {"attitude": "neutral"}, "right", 0.5),
        ({"attitude": TOLD}, {"attitude": "neutral"}, "right", 1),
        ({"attitude": "unknown"}, {"attitude": "neutral"}, "unknown", 0),
        ({"attitude": "unknown"}, {"attitude": "unknown"}, "right", 1),
        ({}, {"attitude": "neutral"}, "missing", 0),
        ({"attitude": "non-supporter"}, {"attitude": "neutral"}, "near", 0.5),
        ({"attitude": "sponsor"}, {"attitude": "neutral"}, "different", -0.5),
        ({"attitude": "sponsor"}, {"attitude": "supporter"}, "different", -0.5),
        ({"attitude": "opponent"}, {"attitude": "supporter"}, "different", -0.25),
        ({"tendency": 1}, {"tendency": 0}, "near", 0.5),
        ({"tendency": 3}, {"tendency": 0}, "different", -0.5),
        ({"need": "esteem"}, {"need": "safety"}, "different", -0.25),
        ({"buying_roles": ["D", "A"]}, {"buying_roles": ["A", "D"]}, "right", 1),
        ({"buying_roles": ["D"]}, {"buying_roles": ["D", "A"]}, "near", 0.5),
        ({"buying_roles": ["U"]}, {"buying_roles": ["D"]}, "different", -0.25),
        ({"decision_focus": ["finance"]}, {"decision_focus": ["finance"]}, "right", 1),
    ],
)  # fmt: skip
def test_a_mark_earns_by_value_evidence_and_certainty(given, wanted, verdict, share):
    (item,) = compare_sheets(board(**given), board(**wanted)).items
    assert (item.verdict, item.share) == (verdict, share)


def test_a_mark_that_the_reference_does_not_have_takes_away():
    found = compare_sheets(board(attitude="neutral", need="esteem"), board(attitude="neutral"))
    assert [(item.verdict, item.share) for item in found.items] == [("right", 1), ("extra", -0.25)]
    assert found.share == 0.75


def test_free_text_is_left_to_a_person():
    wanted = board(personal_needs=["A quiet last year"], attitude="neutral")
    found = compare_sheets(board(attitude="neutral"), wanted)
    assert found.by_hand == ("chen/personal-needs",)
    assert found.share == 1


def test_a_date_and_a_choice_of_a_plan_are_compared_row_by_row():
    rows = [{"id": "demo", "stage": "lead", "what": "Show it", "due": "2026-04-01"}]
    wanted = SalesPlan.model_validate({"items": rows})
    late = SalesPlan.model_validate({"items": [rows[0] | {"due": "2026-05-01", "what": "Present it"}]})
    verdicts = {item.field: item.verdict for item in compare_sheets(late, wanted).items}
    assert verdicts["items/demo/due"] == "different"
    assert verdicts["items/demo/stage"] == "right"
    assert "items/demo/what" not in verdicts


def test_levels_of_a_method_follow_the_rule_of_over_claiming():
    from sellkit.models.methods.checklist import ChecklistSheet

    def filled(level):
        marks = [{"item": "champion", "judged": {"value": level, **SURE}}]
        return ChecklistSheet.model_validate({"method": method("meddpicc"), "marks": marks})

    shares = [
        compare_sheets(filled(level), filled("identified")).items[0].share
        for level in ("identified", "validated", "leveraged")
    ]
    assert shares == [1, 0.5, -0.5]


def test_sheets_of_two_kinds_cannot_be_compared():
    with pytest.raises(ValueError, match="RelationshipMap cannot be compared with a SalesPlan"):
        compare_sheets(board(), SalesPlan())


@given(st.dictionaries(st.sampled_from(["attitude", "need", "tendency", "coverage"]), st.just("unknown") | st.none()))
def test_nothing_known_earns_nothing_and_costs_nothing(marks):
    wanted = board(attitude="sponsor", need="esteem", tendency=3, coverage="multiple")
    assert compare_sheets(board(**marks), wanted).share == 0


@given(st.sampled_from(["sponsor", "supporter", "neutral", "non-supporter", "opponent"]), st.integers(-3, 3))
def test_a_reference_earns_all_points_against_itself(attitude, tendency):
    same = board(attitude=attitude, tendency=tendency)
    assert compare_sheets(same, same).share == 1
