"""`sellkit quiz check` lists what is wrong with a bank and its key, and fails if anything is."""

from pathlib import Path

from typer.testing import CliRunner

from sellkit.cli import app


def test_the_banks_that_ship_are_clean() -> None:
    done = CliRunner().invoke(app, ["quiz", "check"])
    assert done.exit_code == 0, done.output


def test_a_bank_with_a_fault_is_told_with_file_and_line_and_fails(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("id: mine\nname: {en: Mine}\nquestions: []\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["quiz", "check", str(tmp_path)])
    assert done.exit_code == 1
    assert "mine.yaml" in done.output
    assert "2" in done.output
