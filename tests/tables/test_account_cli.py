"""`sellkit account`: check an account's file, hand it on as another kind of file, and write its plan."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sellkit.cli import app
from sellkit.interchange.account_file import read_account, to_json
from sellkit.training.accounts import planned

runner = CliRunner()


@pytest.fixture
def account(tmp_path: Path) -> Path:
    file = tmp_path / "account.json"
    file.write_text(to_json(planned("en")), encoding="utf-8")
    return file


def done(*args: object, language: str = "en"):
    return runner.invoke(app, ["account", *map(str, args)], env={"SELLKIT_LANGUAGE": language})


def test_an_account_goes_through_every_kind_of_file_and_stays_the_same(account: Path, tmp_path: Path) -> None:
    yaml, book, last = tmp_path / "a.yaml", tmp_path / "b.xlsx", tmp_path / "c.json"
    for found in (
        done("convert", account, yaml),
        done("convert", yaml, book),
        done("convert", book, last, "--deals", account),
    ):
        assert found.exit_code == 0, found.output
    assert read_account("c.json", last.read_bytes()) == planned("en")


def test_a_workbook_without_its_deals_says_what_is_missing(account: Path, tmp_path: Path) -> None:
    done("convert", account, tmp_path / "b.xlsx")
    found = done("convert", tmp_path / "b.xlsx", tmp_path / "c.json")
    assert found.exit_code == 0
    assert "--deals" in found.output


def test_a_workbook_written_over_its_account_keeps_the_deals(account: Path, tmp_path: Path) -> None:
    done("convert", account, tmp_path / "b.xlsx")
    assert done("convert", tmp_path / "b.xlsx", account).exit_code == 0
    assert read_account("account.json", account.read_bytes()) == planned("en")


def test_what_a_coach_would_say_is_printed(account: Path) -> None:
    found = done("check", account)
    assert found.exit_code == 1
    assert "Remarks: " in found.output


def test_every_fault_of_the_file_is_printed(account: Path) -> None:
    account.write_text(account.read_text("utf-8").replace('"as_of"', '"asof"').replace('"growth"', '"grwth"'), "utf-8")
    found = done("check", account)
    assert found.exit_code == 2
    assert "“asof”" in found.output
    assert "“grwth”" in found.output


@pytest.mark.parametrize(("language", "says"), [("en", "Account plan"), ("zh-CN", "大客户规划")])
def test_the_plan_is_written_in_the_readers_language(account: Path, tmp_path: Path, language: str, says: str) -> None:
    for name in ("plan.html", "plan.docx"):
        found = done("plan", account, tmp_path / name, language=language)
        assert found.exit_code == 0, found.output
    assert says in (tmp_path / "plan.html").read_text("utf-8")
    assert (tmp_path / "plan.docx").read_bytes().startswith(b"PK")


def test_a_plan_with_another_ending_is_refused(account: Path, tmp_path: Path) -> None:
    found = done("plan", account, tmp_path / "plan.pdf")
    assert found.exit_code == 2
    assert ".docx" in found.stderr


def test_a_plan_that_cannot_be_written_is_told_in_a_sentence(account: Path, tmp_path: Path) -> None:
    found = done("plan", account, tmp_path / "no" / "plan.html")
    assert found.exit_code == 2
    assert "cannot be written" in found.stderr


def test_a_deal_is_no_account(tmp_path: Path) -> None:
    file = tmp_path / "deal.yaml"
    file.write_text("schema: sellkit.deal/2\ndeal: {id: park}\n", "utf-8")
    found = done("check", file)
    assert found.exit_code == 2
    assert "something else" in found.output
