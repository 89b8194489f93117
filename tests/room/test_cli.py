import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sellkit.cli import app
from sellkit.room.workshop import Workshop

runner = CliRunner()
ENGLISH = {"SELLKIT_LANGUAGE": "en", "SELLKIT_HOME": "nowhere"}


def test_help_imports_nothing_but_the_command_line() -> None:
    code = "import sys; from sellkit.cli import app; print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    heavy = (
        "pydantic",
        "babel",
        "yaml",
        "solara",
        "starlette",
        "sqlalchemy",
        "ipywidgets",
        "pandas",
        "rich",
        "uvicorn",
    )
    assert [name for name in heavy if f"'{name}'" in loaded] == []


@pytest.mark.parametrize("command", [["grade"], ["gradebook", "x.csv"]])
def test_a_mistyped_workshop_does_not_become_an_empty_register(tmp_path: Path, command: list[str]) -> None:
    result = runner.invoke(app, [*command, "--workshop", str(tmp_path / "typo")], env=ENGLISH)
    assert result.exit_code == 2
    assert "no register" in result.stderr
    assert not (tmp_path / "typo").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("id: a\n", "not a workshop's file"),
        ("id: [", "workshop.yaml"),
        (
            'id: "a"\ncode: "b"\nsalt: "c"\ncase: "d"\nlanguage: "en"\ncreated: "e"\nmore: "f"\n',
            "not a workshop's file",
        ),
    ],
)
def test_a_broken_workshop_file_is_named_with_the_next_step(tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "workshop.yaml").write_text(content)
    result = runner.invoke(app, ["serve", "--no-open", "--workshop", str(tmp_path)], env=ENGLISH)
    assert result.exit_code == 2
    assert says in result.stderr
    assert "Traceback" not in result.output


def test_a_taken_port_and_a_folder_without_notebooks_are_told(tmp_path: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        (tmp_path / "n").mkdir()
        (tmp_path / "n" / "01_start.ipynb").write_text("{}")
        options = ["serve", "--no-open", "--workshop", str(tmp_path / "w"), "--notebooks", str(tmp_path / "n")]
        result = runner.invoke(app, [*options, "--port", port], env=ENGLISH)
    assert result.exit_code == 2
    assert f"Port {port}" in result.stderr
    (tmp_path / "n" / "01_start.ipynb").unlink()
    result = runner.invoke(app, options, env=ENGLISH)
    assert result.exit_code == 2
    assert "no notebooks" in result.stderr


@pytest.mark.parametrize(
    ("option", "says"),
    [
        (["--host", "300.1.1.1"], "not an address"),
        (["--language", "xx"], "Choose one of"),
        (["--port", "70000"], "65535"),
    ],
)
def test_what_cannot_be_listened_on_or_spoken_is_told(tmp_path: Path, option: list[str], says: str) -> None:
    command = ["serve", "--no-open", "--workshop", str(tmp_path / "w"), *option]
    result = runner.invoke(app, command, env=ENGLISH)
    assert result.exit_code == 2
    assert says in result.stderr


@pytest.mark.parametrize("command", [["gradebook"], ["feedback"]])
def test_results_that_cannot_be_written_are_told_in_a_sentence(tmp_path: Path, command: list[str]) -> None:
    from sellkit.desk.register import Register

    with Register.open(str(tmp_path / "register.sqlite")):
        pass
    (tmp_path / "out.csv").mkdir() if command == ["gradebook"] else (tmp_path / "out.csv").touch()
    options = [str(tmp_path / "out.csv"), "--workshop", str(tmp_path)]
    result = runner.invoke(app, [*command, *options], env=ENGLISH)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize("command", [["case", "check", "homebody"], ["quiz", "check", "people"]])
def test_a_mistyped_folder_of_keys_does_not_pass_for_sound_keys(command: list[str]) -> None:
    result = runner.invoke(app, [*command, "--keys", "nowhere"], env=ENGLISH)
    assert (result.exit_code, "nowhere is not a folder" in result.stderr) == (2, True)


def test_the_same_folder_opened_again_is_the_same_workshop(tmp_path: Path) -> None:
    first, second = Workshop.open(tmp_path, "homebody", "en"), Workshop.open(tmp_path, "other", "zh-CN")
    assert first == second
    assert first.coach_key == second.coach_key
    assert (tmp_path / "coach.key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("case", "says"), [("nowhere", "no case “nowhere”"), ("homebody", "uses the case “other”")])
def test_a_case_that_cannot_be_had_is_told_before_the_workshop_opens(tmp_path: Path, case: str, says: str) -> None:
    Workshop.open(tmp_path, "other", "en")
    result = runner.invoke(app, ["serve", "--no-open", "--workshop", str(tmp_path), "--case", case], env=ENGLISH)
    assert result.exit_code == 2
    assert says in result.stderr


@pytest.mark.parametrize(("language", "word"), [("en", "Workshop code"), ("zh-CN", "研讨班代码")])
@pytest.mark.parametrize("reachable", [True, False])
def test_the_terminal_tells_the_trainer_where_everything_is(
    tmp_path: Path, language: str, word: str, reachable: bool
) -> None:
    from sellkit.room.frame import Frame
    from sellkit.room.server import notice

    shop = Workshop.open(tmp_path)
    told = notice(Frame(shop, "http://192.0.2.7:8765"), language, reachable)
    for part in (word, shop.code, shop.coach_key, "http://192.0.2.7:8765/join", str(tmp_path)):
        assert part in told
    assert ("█" in told) == reachable  # the QR code is of use only where others can come
    assert ("--network" in told) != reachable


@pytest.mark.parametrize(("language", "says"), [("en", "there is no “"), ("zh-CN", "没有")])
def test_the_method_checker_lists_every_fault_with_file_and_line(tmp_path: Path, language: str, says: str) -> None:
    folder = tmp_path / "methods"
    shutil.copytree(Path(__file__).parents[1] / "training/pack/cases/methods", folder)
    env = {"SELLKIT_LANGUAGE": language, "SELLKIT_HOME": str(tmp_path / "home")}
    sound = runner.invoke(app, ["method", "check", str(folder)], env=env)
    assert (sound.exit_code, "harbour-steps" in sound.stdout) == (0, True)
    check, log = folder / "harbour-check.yaml", folder / "harbour-log.yaml"
    check.write_text(check.read_text("utf-8").replace("met_from: seen", "met_from: felt"), "utf-8")
    log.write_text(log.read_text("utf-8").replace("kind: money", "kind: gold") + "colour: red\n", "utf-8")
    broken = runner.invoke(app, ["method", "check", str(folder)], env=env)
    assert broken.exit_code == 1
    assert says in broken.stdout
    assert [f"methods/harbour-log.yaml{sep}" in broken.stdout for sep in (", line 9:", " 第 9 行")].count(True) == 1
    assert "colour" in broken.stdout
    alone = runner.invoke(app, ["method", "check", str(log)], env=env)
    assert (alone.exit_code, "harbour-check" in alone.stdout) == (1, False)
    assert not (tmp_path / "home").exists()


def test_the_method_checker_knows_what_is_installed_and_names_it() -> None:
    one = runner.invoke(app, ["method", "check", "meddpicc"], env=ENGLISH)
    assert (one.exit_code, one.stdout.splitlines()[0]) == (0, "Checked: meddpicc.")
    every = runner.invoke(app, ["method", "check"], env=ENGLISH)
    assert (every.exit_code, "meddpicc" in every.stdout) == (0, True)
    missing = runner.invoke(app, ["method", "check", "nowhere"], env=ENGLISH)
    assert missing.exit_code == 2
    assert "There is no method “nowhere”" in missing.stderr


def test_a_folder_of_methods_beside_the_cases_is_no_case(tmp_path: Path) -> None:
    pack = Path(__file__).parents[1] / "training" / "pack"
    shutil.copytree(pack / "cases", tmp_path / "exercises")
    shutil.copytree(pack / "keys", tmp_path / "solutions")
    checked = runner.invoke(app, ["case", "check", str(tmp_path / "exercises")], env=ENGLISH)
    assert (checked.exit_code, checked.stdout.splitlines()) == (0, ["Checked: harbour.", "No fault found."])


@pytest.mark.parametrize(("language", "says"), [("en", "Write 5 or less"), ("zh-CN", "最大填 5")])
def test_the_case_checker_says_what_to_do_and_leaves_nothing_behind(tmp_path: Path, language: str, says: str) -> None:
    pack = Path(__file__).parents[1] / "training" / "pack"
    shutil.copytree(pack / "cases", tmp_path / "exercises")
    shutil.copytree(pack / "keys", tmp_path / "solutions")
    case = tmp_path / "exercises/harbour/case.yaml"
    home = tmp_path / "home"
    env = {"SELLKIT_LANGUAGE": language, "SELLKIT_HOME": str(home)}
    sound = runner.invoke(app, ["case", "check", str(case.parent)], env=env)
    assert (sound.exit_code, "harbour" in sound.stdout) == (0, True)
    case.write_text(case.read_text("utf-8").replace("rank: 5", "rank: 9"), "utf-8")
    broken = runner.invoke(app, ["case", "check", str(case.parent)], env=env)
    assert broken.exit_code == 1
    assert says in broken.stdout
    assert not home.exists()
