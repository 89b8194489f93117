"""M29: the stage is read backwards from what has evidence, and money is weighed by the stage that is proved."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from sellkit.models.methods.ladder import Ladder, LadderSheet, weighted_value
from sellkit.training.methods import method

from .examples import examples
from .method_sheets import ladder

SSM = method("ssm-stages")
LADDERS = {name: method(name) for name in ("ssm-stages", "purchase-steps", "control-stages")}
OUTCOMES = list(SSM.rung_of)


@pytest.mark.parametrize(("given", "expect"), examples("stages", "stage"))
def test_the_stage_is_read_backwards(given, expect):
    sheet = ladder(**{name.replace("-", "_"): value for name, value in given.items()})
    found = {
        "stage": sheet.stage.id if sheet.stage else None,
        "odds": sheet.odds,
        "missing": list(sheet.missing),
        "skipped": list(sheet.skipped),
        "ahead": list(sheet.ahead),
        "overstated": sheet.overstated,
    }
    assert {name: found[name] for name in expect} == expect


@pytest.mark.parametrize(("given", "expect"), examples("stages", "weighted"))
def test_money_is_weighed_by_published_odds(given, expect):
    assert list(weighted_value((money, ladder(done=done)) for money, done in given)) == expect


def test_a_claimed_stage_brings_no_money():
    assert weighted_value([(1000, ladder(claimed="won", said=["contract-signed"]))]).value == 0


@for_all(st.sets(st.sampled_from(OUTCOMES)), st.sampled_from(OUTCOMES))
def test_one_more_proof_never_lowers_the_stage(done, more):
    def height(proved):
        stage = ladder(done=proved).stage
        return SSM.height(stage.id) if stage else 0

    assert height(done | {more}) >= height(done)


@for_all(st.sets(st.sampled_from(OUTCOMES)))
def test_every_outcome_without_proof_is_listed_below_the_stage_or_above_it(done):
    sheet = ladder(done=done)
    open_ones = set(OUTCOMES) - done
    assert set(sheet.lacking("implement")) == open_ones
    assert set(sheet.skipped) | set(sheet.missing) <= open_ones
    assert set(sheet.ahead) <= done


@for_all(st.sets(st.sampled_from(OUTCOMES)), st.sets(st.sampled_from(OUTCOMES)))
def test_our_own_word_moves_nothing(done, said):
    assert ladder(done=done, said=said - done).stage == ladder(done=done).stage


def test_the_three_ladders_agree_on_what_stands_at_one_height():
    for name, shape in LADDERS.items():
        for rung in shape.rungs:
            for other, ids in rung.same_as.items():
                assert all(rung.id in LADDERS[other].by_id[id].same_as[name] for id in ids)


def test_the_published_odds_are_those_of_the_course():
    assert [rung.odds for rung in SSM.rungs] == [None, 10, 25, 50, 75, 100, 100]


def test_seven_stages_seven_steps_and_five_stages_ship():
    assert {name: len(shape.rungs) for name, shape in LADDERS.items()} == {
        "ssm-stages": 7, "purchase-steps": 7, "control-stages": 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sheet", "fault"),
    [
        ({"claimed": {"value": "rainbow"}}, "rung 'rainbow'"),
        ({"outcomes": {"rain": {"value": True}}}, "outcome 'rain'"),
    ],
)
def test_what_the_ladder_lacks_is_refused(sheet, fault):
    with pytest.raises(ValueError, match=fault):
        LadderSheet.model_validate({"method": SSM, **sheet})


def test_a_rung_without_outcomes_is_never_reached():
    words = {"zh-CN": "字", "en": "word"}
    rungs = [{"id": id, "name": words, "mark": words} for id in ("low", "high")]
    bare = Ladder.model_validate({"id": "bare", "name": words, "says": words, "source": words, "rungs": rungs})
    sheet = LadderSheet(method=bare)
    assert (sheet.stage, sheet.next.id, sheet.missing) == (None, "low", ())
