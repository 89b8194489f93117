"""`sellkit deal`: check a deal's file, and hand a deal on as another kind of file."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sellkit.cli import app
from sellkit.interchange.deal_file import read_deal, to_json
from sellkit.training.deals import example

runner = CliRunner()
ENGLISH = {"SELLKIT_LANGUAGE": "en"}


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    file = tmp_path / "deal.json"
    file.write_text(to_json(example("en")[0]), encoding="utf-8")
    return file


def test_a_deal_goes_through_every_kind_of_file_and_stays_the_same(deal: Path, tmp_path: Path) -> None:
    last = deal
    for name in ("a.yaml", "b.xlsx", "c.json"):
        done = runner.invoke(app, ["deal", "convert", str(last), str(tmp_path / name)], env=ENGLISH)
        assert done.exit_code == 0, done.output
        last = tmp_path / name
    assert read_deal("c.json", last.read_bytes()) == example("en")[0]


def test_what_a_coach_would_say_is_printed(deal: Path) -> None:
    done = runner.invoke(app, ["deal", "check", str(deal)], env=ENGLISH)
    assert done.exit_code == 1
    assert "Remarks: " in done.output


def test_every_fault_of_the_file_is_printed(deal: Path) -> None:
    deal.write_text(deal.read_text("utf-8").replace('"as_of"', '"asof"').replace('"currency"', '"curency"'), "utf-8")
    done = runner.invoke(app, ["deal", "check", str(deal)], env=ENGLISH)
    assert done.exit_code == 2
    assert "“asof”" in done.output
    assert "“curency”" in done.output


@pytest.mark.parametrize(("name", "says"), [("deal.docx", "end in .json"), ("nowhere.yaml", "no file")])
def test_a_file_that_cannot_be_one_is_refused(tmp_path: Path, name: str, says: str) -> None:
    done = runner.invoke(app, ["deal", "check", str(tmp_path / name)], env=ENGLISH)
    assert done.exit_code == 2
    assert says in done.stderr


@pytest.mark.parametrize("name", ["no/such/folder/deal.json", "folder.json", "folder.xlsx"])
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(deal: Path, tmp_path: Path, name: str) -> None:
    for folder in ("folder.json", "folder.xlsx"):
        (tmp_path / folder).mkdir()
    done = runner.invoke(app, ["deal", "convert", str(deal), str(tmp_path / name)], env=ENGLISH)
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.output
