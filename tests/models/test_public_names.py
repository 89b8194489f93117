"""The names of `sellkit.models`: three lists that say the same, and nothing loaded before it is asked for."""

import ast
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from sellkit import checks, models

SOURCE = ast.parse(Path(models.__file__).read_text(encoding="utf-8"))


def for_the_type_checker():
    (block,) = (node for node in SOURCE.body if isinstance(node, ast.If))
    return {
        alias.name: each.module.removeprefix("sellkit.models.")
        for each in block.body
        if isinstance(each, ast.ImportFrom)
        for alias in each.names
    }


def test_what_a_type_checker_sees_is_where_the_names_are_found():
    assert for_the_type_checker() == models._HOME_OF


def test_every_name_that_has_a_home_is_listed_once():
    assert sorted(models.__all__) == sorted(models._HOME_OF)


@pytest.mark.parametrize("name", models.__all__)
def test_a_public_class_or_function_has_a_docstring_of_its_own(name):
    value = getattr(models, name)
    if inspect.isclass(value) or inspect.isfunction(value):
        assert value.__doc__
        assert value.__module__ == f"sellkit.models.{models._HOME_OF[name]}"


def test_no_public_name_hides_behind_a_file_of_the_same_name():
    files = {module.name for module in pkgutil.iter_modules(models.__path__)}
    assert files & set(models.__all__) == set()


def test_whatever_a_check_reads_can_be_imported_from_the_models():
    assert {each.model.__name__ for each in checks.registered()} - set(models.__all__) == set()


def test_importing_the_models_loads_no_room():
    code = "import sys, sellkit.models; print(*(name for name in sys.modules if name.startswith('sellkit')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert loaded == ["sellkit", "sellkit.models"]
