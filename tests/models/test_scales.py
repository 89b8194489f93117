"""The scales that ship hold together and say everything in both languages."""

from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
import yaml

import sellkit
from sellkit.models.scale import Scale

FOLDER = Path(sellkit.__file__).parent / "content" / "scales"
SCALES = {path.stem: Scale.model_validate(yaml.safe_load(path.read_bytes())) for path in sorted(FOLDER.glob("*.yaml"))}
# The marks of the models that stand on a scale, by module and name.
LEVELS = {
    "account-health": "account.post_sale:Health",
    "action-purpose": "plan.competition:Purpose",
    "adaptability": "people.stakeholder:Adaptability",
    "ally-kind": "people.champion:AllyKind",
    "attitude": "people.stakeholder:Attitude",
    "buying-roles": "people.stakeholder:BuyingRole",
    "chance": "plan.competition:Grade",
    "circle": "people.stakeholder:Circle",
    "coach-independence": "control.coach:Independence",
    "coach-kind": "control.value:CoachKind",
    "competitive-strategy": "plan.competition:Strategy",
    "concern-kinds": "pain.concerns:ConcernKind",
    "confidence": "base:Confidence",
    "contact-frequency": "people.stakeholder:ContactFrequency",
    "contact-post": "account.key_contacts:Post",
    "contact-roles": "people.stakeholder:ContactRole",
    "control-mode": "account.control_mode:ControlMode",
    "coverage": "people.stakeholder:Coverage",
    "decision-fit": "plan.purchase:Fit",
    "decision-focus": "people.stakeholder:DecisionFocus",
    "effect": "plan.competition:Grade",
    "functions": "people.stakeholder:Function",
    "headquarters-control": "account.control_mode:Power",
    "initiative-class": "pain.initiative:InitiativeKind",
    "life-cycle": "account.life_cycle:CycleState",
    "mine-work": "plan.competition:MineWork",
    "needs": "people.stakeholder:NeedLevel",
    "needs-funnel": "pain.questioning:FunnelLevel",
    "personal-trust": "people.stakeholder:PersonalTrust",
    "plan-item-kind": "plan.sales_plan:ItemKind",
    "plan-stage": "plan.sales_plan:PlanStage",
    "relationship-stage": "people.stakeholder:RelationshipStage",
    "response-mode": "people.champion:ResponseMode",
    "seniority": "account.key_contacts:Seniority",
    "spin": "pain.questioning:QuestionKind",
    "swot": "plan.competition:SwotKind",
    "trigger-kind": "account.triggers:TriggerKind",
    "value-met": "account.post_sale:ValueMet",
    "vision-blocks": "pain.conversation:Block",
    "white-space": "account.post_sale:SpaceState",
}


@pytest.mark.parametrize(("name", "mark"), LEVELS.items())
def test_a_scale_has_exactly_the_levels_of_its_mark(name, mark):
    module, _, kind = mark.partition(":")
    levels = get_args(getattr(import_module(f"sellkit.models.{module}"), kind))
    assert [level.id for level in SCALES[name].levels] == list(levels)


@pytest.mark.parametrize("scale", SCALES.values(), ids=list(SCALES))
def test_every_scale_is_filed_under_its_id_and_helps_to_choose(scale):
    assert SCALES[scale.id] is scale
    assert 2 <= len(scale.help) <= 4


@pytest.mark.parametrize("scale", SCALES.values(), ids=list(SCALES))
def test_both_languages_are_written_and_neither_copies_the_other(scale):
    for level in scale.levels:
        for text in (level.says, *(sign.text for sign in level.signs), *level.texts.values()):
            assert text.zh != text.en
            assert any("一" <= letter <= "鿿" for letter in text.zh)
            assert text.en.isascii()


def test_tendency_has_seven_levels_with_three_signs_each_and_two_names_for_support():
    levels = SCALES["tendency"].levels
    assert [level.value for level in levels] == [3, 2, 1, 0, -1, -2, -3]
    assert all(len(level.signs) >= 3 for level in levels)
    assert SCALES["tendency"].level(2).name != SCALES["tendency"].level(1).name
    assert [level.tone for level in levels] == ["positive"] * 3 + ["neutral"] + ["negative"] * 3


def test_the_adoption_shares_are_the_published_ones():
    assert [level.numbers["share"] for level in SCALES["adaptability"].levels] == [2.5, 13.5, 34, 34, 16]


def test_each_kind_of_adopter_says_what_it_wants_and_how_to_position_the_offer():
    assert all({"wants", "offer"} <= level.texts.keys() for level in SCALES["adaptability"].levels)


def test_each_need_says_what_it_means_when_it_is_typical_and_what_the_seller_does():
    assert all({"meaning", "situations", "seller"} <= level.texts.keys() for level in SCALES["needs"].levels)


def test_a_wish_for_personal_benefit_names_the_risk_and_a_lawful_alternative():
    assert {"compliance", "alternative"} <= SCALES["needs"].level("physiological").texts.keys()


def test_influence_runs_from_nought_to_five_with_the_four_regions_named():
    levels = SCALES["influence"].levels
    assert [level.value for level in levels] == [0, 1, 2, 3, 4, 5]
    regions = [level.texts["region"].en for level in levels]
    assert regions[1] == regions[2]
    assert regions[3] == regions[4]
    assert len(set(regions)) == 4


def test_steps_count_levels_and_only_along_an_order():
    assert SCALES["coverage"].steps("none", "in-depth") == 3
    assert SCALES["attitude"].steps("neutral", "sponsor") == -2
    with pytest.raises(ValueError, match="no order"):
        SCALES["buying-roles"].steps("U", "A")
    with pytest.raises(KeyError, match="no level"):
        SCALES["coverage"].level("lavish")


def level(id, sign, name="x"):
    return {"id": id, "sign": sign, "name": {"zh-CN": f"级{name}", "en": name}, "says": {"zh-CN": "说", "en": "says"}}


@pytest.mark.parametrize(
    ("levels", "fault"),
    [
        ([level("a", "1"), level("a", "2", "y")], "level 'a' stands twice"),
        ([level("a", "1"), level("b", "1", "y")], "badge '1' stands twice"),
        ([level("a", "1"), level("b", "2")], "name '级x' stands twice"),
        ([level("a", "1", " "), level("b", "2")], "at least 1 character"),
    ],
)
def test_a_scale_that_does_not_hang_together_is_refused(levels, fault):
    with pytest.raises(ValueError, match=fault):
        Scale.model_validate({"id": "s", "name": {"zh-CN": "尺", "en": "s"}, "ordered": True, "levels": levels})
