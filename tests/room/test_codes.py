import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.room.codes import ALPHABET, Guard, code_hash, new_code, same, tidy


@pytest.mark.parametrize("typed", ["k7mp-w3xq", "K7MP W3XQ", " k7mpw3xq ", "ｋ７ｍｐ－ｗ３ｘｑ", "k7mp—w3xq"])
def test_a_code_is_known_however_it_was_typed(typed: str) -> None:
    assert same(typed, "k7mp-w3xq")


@given(st.text(max_size=300))
def test_any_text_can_be_compared_with_a_code(typed: str) -> None:
    assert same(typed, "k7mp-w3xq") == (tidy(typed) == "k7mpw3xq")


def test_a_code_has_no_signs_that_look_alike() -> None:
    assert not set("0o1il") & set(ALPHABET)
    assert len(tidy(new_code(2, 4))) == 8


def test_the_stored_hash_depends_on_the_workshop() -> None:
    assert code_hash("k7mp-w3xq", "one") == code_hash("K7MPW3XQ", "one") != code_hash("k7mp-w3xq", "two")


def test_a_person_may_mistype_and_a_program_may_not_guess() -> None:
    now = 0.0
    guard = Guard(burst=3, pause=10, clock=lambda: now)
    for _ in range(3):
        assert guard.wait("a") == 0
        guard.failed("a")
    assert guard.wait("a") == 10
    assert guard.wait("b") == 0  # one address does not lock out another
    now = 10.0
    assert guard.wait("a") == 0
    guard.failed("a")
    assert guard.wait("a") == 10
    now = 1000.0
    assert guard.wait("a") == 0
