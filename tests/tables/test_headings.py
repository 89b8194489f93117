"""Each column of each sheet has a heading of its own, in every language."""

import pytest

from sellkit.models.text import LANGUAGES
from sellkit.tables.options import fold
from sellkit.tables.spec import tables_of
from sellkit.training.words import Words

from .sheets import CLASSES, holders, method_sheets

TABLES = [
    *((model.__name__, tables_of(model)) for model in CLASSES),
    *((method.id, tables_of(model, method)) for model, method in method_sheets()),
    *((model.__name__, tables_of(model, method, methods)) for model, method, methods in holders()),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tables", [tables for _, tables in TABLES], ids=[name for name, _ in TABLES])
def test_every_column_has_a_heading_that_no_other_column_of_its_table_has(tables, language):
    for table in tables:
        headings = [fold(column.heading(language)) for column in table.columns]
        assert [heading for heading in headings if headings.count(heading) > 1] == [], table.id
        assert table.title(language).strip()


@pytest.mark.parametrize("tables", [tables for _, tables in TABLES], ids=[name for name, _ in TABLES])
def test_every_choice_has_a_name_that_no_other_choice_of_its_column_has(tables):
    for table in tables:
        for column in table.columns:
            for language in LANGUAGES if column.options else ():
                labels = [fold(label) for label in column.options.labels(language)]
                assert len(set(labels)) == len(labels), column.id
                assert [column.options.find(label) for label in column.options.labels(language)] == list(
                    column.options.ids
                )


@pytest.mark.parametrize("tables", [tables for _, tables in TABLES], ids=[name for name, _ in TABLES])
def test_no_choice_is_called_like_the_word_for_not_known_yet(tables):
    known = {fold(Words(language).say("labels.unknown")) for language in LANGUAGES}
    for table in tables:
        for column in table.columns:
            for language in LANGUAGES if column.options else ():
                assert not known & set(map(fold, column.options.labels(language))), column.id
