"""docs/: the generated pages are as the code is, and every cell of the table of models is true."""

import importlib.util
import re
import sys
from importlib import import_module
from importlib.resources import files

import pytest

from sellkit import checks, models
from sellkit.training.compare import COMPARE
from sellkit.training.methods import methods
from sellkit.training.yamlfile import read_yaml
from sellkit.views.pictures import PICTURES

from ..conftest import ROOT

DOCS = ROOT / "docs"
TABLE = read_yaml("models.yaml", (DOCS / "models.yaml").read_bytes()).data
ROWS = {row["id"]: row for family in TABLE["families"] for row in family["models"]}
IDS = {f"M{number:02}" for number in (*range(1, 52), *range(60, 68))}  # whoever adds a model goes on from M70


def column(name):
    return [pytest.param(cell, id=f"{id} {cell}") for id, row in ROWS.items() for cell in row[name]]


def found(name):
    """What a name of the table stands for."""
    home, _, own = f"sellkit.models.{name}".rpartition(".") if "." not in name else name.rpartition(".")
    return getattr(import_module(home), own)


@pytest.fixture(scope="module")
def generated():
    spec = importlib.util.spec_from_file_location("pages", ROOT / "tools" / "pages.py")
    pages = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path, str(ROOT)])  # for the cases of the checks
        spec.loader.exec_module(pages)
        return dict(pages.pages())


@pytest.mark.parametrize("name", ["checks.md", "checks.zh-CN.md", "models.md", "models.zh-CN.md"])
def test_the_committed_page_is_what_the_code_says_today(name, generated):
    as_committed = (DOCS / name).read_text(encoding="utf-8")
    assert as_committed == generated[name], f"docs/{name} is out of date; renew it with `python tools/do.py docs`"


def test_every_model_of_the_method_has_its_line():
    assert sorted(IDS - ROWS.keys()) == []


@pytest.mark.parametrize("name", column("names"))
def test_every_name_can_be_imported_and_says_what_it_is(name):
    assert found(name).__doc__


def test_every_public_name_of_the_models_stands_in_the_table():
    named = {name for row in ROWS.values() for name in row["names"]} | set(TABLE["shared"])
    assert set(models.__all__) - named == set()


@pytest.mark.parametrize("name", column("files"))
def test_every_file_of_the_table_exists(name):
    at = ROOT if name.startswith("exercises/") else files("sellkit") / "content"
    assert at.joinpath(*name.split("/")).exists()


@pytest.mark.parametrize(
    "folder", ["accounts", "banks", "catalogues", "deal-control", "deals", "mappings", "methods", "scales"]
)
def test_every_file_of_the_content_stands_in_the_table(folder):
    there = {f"{folder}/{file.name}" for file in (files("sellkit") / "content" / folder).iterdir()}
    assert there - {name for row in ROWS.values() for name in row["files"]} == set()


@pytest.mark.parametrize("name", column("score"))
def test_every_comparison_of_the_table_exists(name):
    assert name in COMPARE or name == "compare_sheets" or callable(found(name))


def test_every_comparison_of_exercises_compares_some_model():
    assert COMPARE.keys() - {name for row in ROWS.values() for name in row["score"]} == set()


def test_the_kinds_of_picture_are_those_that_can_be_drawn():
    assert {name for row in ROWS.values() for name in row["pictures"]} == PICTURES.keys()


def test_every_check_belongs_to_a_model_of_the_table():
    assert {each.code[:3] for each in checks.registered()} - ROWS.keys() == set()


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_every_line_speaks_both_languages_and_names_its_source(row):
    for part in ("name", "source", "left_out"):
        said = row.get(part, {"zh-CN": "同", "en": "same"})
        assert all(said.values())
        assert re.search("[一-鿿]", said["zh-CN"])
        assert said["en"].isascii()


def test_the_table_counts_the_methods_that_are_data_alone(generated):
    assert f"{len(methods())} methods that are YAML alone" in generated["models.md"]


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
