"""The walls of the house: what must stay light stays light."""

import subprocess
import sys

import pytest

import sellkit

WIDGETS_AND_DATA = ("ipywidgets", "anywidget", "pandas", "sqlalchemy", "IPython", "solara", "networkx")
HEAVY = (*WIDGETS_AND_DATA, "yaml", "babel", "typer")


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after running `code`."""
    shown = f"{code}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    run = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        "import sellkit",
        "import sellkit.models",
        "import sellkit.models.people.profile, sellkit.models.people.rank_influence",
        "import sellkit.errors",
        "from sellkit import checks; checks.registered()",
    ],
)
def test_the_method_loads_nothing_heavy(code):
    assert not loaded_by(code) & set(HEAVY)


def test_no_public_name_brings_a_widget_or_a_database():
    assert not loaded_by("from sellkit import *") & set(WIDGETS_AND_DATA)


def test_importing_the_package_alone_does_not_even_load_pydantic():
    assert "pydantic" not in loaded_by("import sellkit")


@pytest.mark.parametrize("name", sellkit.__all__)
def test_every_public_name_is_there_and_documented(name):
    assert getattr(sellkit, name).__doc__
    assert name in dir(sellkit)


def test_a_name_that_is_not_public_is_refused():
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        sellkit.Nothing  # noqa: B018
