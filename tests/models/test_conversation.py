"""Nine blocks: the order for a new and for an existing vision, and what the simulated customer makes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.pain.conversation import BLOCKS, PATHS, Conversation
from sellkit.models.pain.persona import Mood, Persona, replay, step
from sellkit.models.pain.prompter import Prompter
from sellkit.models.scale import Scale
from sellkit.models.text import LANGUAGES
from sellkit.training import places
from sellkit.training.personas import persona
from sellkit.training.refusals import NotFound
from sellkit.training.yamlfile import read_yaml

from .examples import examples

SARAH = persona("homebody", "updown")
MATTERS = [matter.id for matter in SARAH.matters]


def talk(moves, kind="latent"):
    """A conversation out of `block`, `block/matter` or `pitch`; the id of a turn is its place."""
    turns = []
    for n, move in enumerate(moves):
        block, _, matter = move.partition("/")
        turns.append({"id": f"t{n}", "move": block, "about": matter or None})
    return Conversation.model_validate({"kind": kind, "turns": turns})


@pytest.mark.parametrize(("told", "expect"), examples("conversation", "order"))
def test_the_order_of_the_blocks(told, expect):
    conversation = talk(told["moves"], told["kind"])
    assert [turn.move for turn in conversation.jumps] == expect["jumps"]
    assert list(conversation.skipped) == expect["skipped"]
    assert [turn.move for turn in conversation.solutions_early] == expect["early"]


@pytest.mark.parametrize(("moves", "expect"), examples("conversation", "persona"))
def test_what_she_answers_and_how_it_ends(moves, expect):
    heard = replay(talk(moves), SARAH)
    assert [each.key for each in heard] == expect["replies"]
    assert heard[-1].mood.ended == expect["ended"]


@pytest.mark.parametrize(("turns", "expect"), examples("conversation", "typed"))
def test_what_she_makes_of_words_typed_freely(turns, expect):
    listed = [{"id": f"t{n}", "move": move, "text": text} for n, (move, text) in enumerate(turns)]
    assert [each.key for each in replay(Conversation.model_validate({"turns": listed}), SARAH)] == expect


@pytest.mark.parametrize("kind", PATHS)
def test_each_path_has_every_block_once(kind):
    assert sorted(PATHS[kind]) == sorted(BLOCKS)


def test_the_grid_is_explained_block_by_block():
    file = "scales/vision-blocks.yaml"
    scale = Scale.model_validate(read_yaml(file, places.content(file).read_bytes()).data)
    assert tuple(level.id for level in scale.levels) == BLOCKS
    assert {choice.level for question in scale.help for choice in question.answers} == set(BLOCKS)


def test_manners_are_measured_against_the_sellers_own_prompter():
    lines = [{"id": "a"}, {"id": "b"}]
    turns = [
        {"id": "t1", "move": "R1"},
        {"id": "t2", "move": "R2", "line": "a"},
        {"id": "t3", "move": "R2", "line": "b"},
        {"id": "t4", "move": "I2", "line": "a"},
        {"id": "t5", "move": "pitch"},
    ]
    manners = Conversation.model_validate({"turns": turns}).manners(Prompter.model_validate({"lines": lines}), time=4)
    # one jump (I2) of four turns with a block; three of six parts; one pitch too early; one turn of four too many
    assert (manners.order, manners.coverage, manners.restraint, manners.length) == (0.75, 0.5, 0.5, 0.75)


def test_without_a_prompter_there_is_nothing_to_cover():
    assert talk(["R1"]).manners(Prompter()).coverage is None


moves = st.lists(
    st.sampled_from(["pitch", *BLOCKS]) | st.builds("{}2/{}".format, st.sampled_from("RIC"), st.sampled_from(MATTERS)),
    max_size=40,
)


@given(moves)
def test_whatever_is_said_she_has_an_answer_in_both_languages(told):
    for heard in replay(talk(told), SARAH):
        assert all(SARAH.reply(heard.key).in_(language) for language in LANGUAGES)


@given(moves)
def test_she_never_gets_more_patient_and_never_takes_back_what_she_told(told):
    before = Mood()
    for heard in replay(talk(told), SARAH):
        assert heard.mood.slips >= before.slips
        assert heard.mood.told >= before.told
        assert heard.mood.done >= before.done
        before = heard.mood


@given(moves)
def test_the_vision_is_confirmed_only_after_all_nine_blocks(told):
    heard = replay(talk(told), SARAH)
    if heard and heard[-1].mood.ended == "vision":
        assert heard[-1].mood.done == set(BLOCKS)


@given(moves)
def test_after_the_end_nothing_changes(told):
    mood = Mood(ended="gone")
    for turn in talk(told).turns:
        assert step(mood, turn, SARAH) == (mood, "over")


@given(moves, st.sampled_from(list(PATHS)))
def test_whoever_keeps_to_the_path_never_jumps(told, kind):
    path = [block for block in PATHS[kind] for _ in range(1 + told.count(block))]
    conversation = talk(path, kind)
    assert (conversation.jumps, conversation.skipped, conversation.solutions_early) == ((), (), ())


def test_a_customer_with_a_vision_wants_to_tell_it_first():
    knows = SARAH.changed(kind="existing")
    assert [each.key for each in replay(talk(["R1", "C1", "R1"], "existing"), knows)] == ["early-R", "C1", "R1"]


def test_she_has_to_go_when_her_time_is_up():
    short = SARAH.changed(time=2)
    assert [each.key for each in replay(talk(["R1", "R2/loyalty", "R3"]), short)] == ["R1", "time", "over"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"replies": {}}, "has no reply for"),
        ({"enough": {"R": 9}}, "can never confirm R3"),
        ({"matters": (SARAH.matters[0], *SARAH.matters)}, "two matters have the same id"),
    ],
)
def test_a_customer_who_could_not_answer_is_refused(change, fault):
    with pytest.raises(ValueError, match=fault):
        Persona.model_validate(SARAH.model_dump(by_alias=True) | change)


def test_an_unknown_reply_is_no_reply():
    for key in ("R2/ghost", "R1/loyalty", "smile"):
        with pytest.raises(KeyError):
            SARAH.reply(key)


@pytest.mark.parametrize("name", ["nobody", "../case", "updown.yaml"])
def test_a_simulated_customer_that_is_not_there_is_asked_for_in_vain(name):
    with pytest.raises(NotFound):
        persona("homebody", name)
