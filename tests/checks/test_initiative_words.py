"""What the text checks read in a sentence, in both languages."""

from time import perf_counter

import pytest

from sellkit.checks import initiative_words as words

from ..models.examples import examples


@pytest.mark.parametrize(("text", "told"), examples("initiative-words", "measure-and-date"))
def test_a_result_has_a_measure_and_a_date_or_not(text, told):
    assert {"measure": words.has_measure(text), "date": words.has_date(text)} == told


@pytest.mark.parametrize(("text", "is_product"), examples("initiative-words", "product"))
def test_a_product_is_told_from_business_work(text, is_product):
    assert words.names_product(text) is is_product


@pytest.mark.parametrize(("text", "kind"), examples("initiative-words", "half"))
def test_a_sentence_reads_as_what_it_begins_with(text, kind):
    read = (words.reads_as_result(text), words.reads_as_work(text))
    assert read == (kind == "result", kind == "work")


@pytest.mark.parametrize("row", ["一二", "1", "1 ", "建", "by ", "build "])
def test_a_row_of_signs_without_end_is_read_at_once(row):
    text, started = row * (60_000 // len(row)), perf_counter()
    words.has_date(text), words.has_measure(text), words.names_product(text), words.reads_as_work(text)
    assert perf_counter() - started < 2
