"""The reader of banks and of their keys: ours in `sellkit/content/banks`, a trainer's in a folder `banks` beside their
cases; keys in `quiz/` with the solutions.

A bank of cards is written in short: `scale`, and `cards` with what each says; to name its level is the question.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sellkit.training import places
from sellkit.training.faults import faults_of
from sellkit.training.ids import is_id
from sellkit.training.quiz.bank import Bank
from sellkit.training.quiz.key import BankKey, misfits
from sellkit.training.refusals import ContentError, NoKey, NotFound
from sellkit.training.shelf import validated
from sellkit.training.yamlfile import YamlFile, read_yaml
from sellkit.training.yamlfolder import file_in, files_of, id_of, ids_in, meant


@cache
def banks() -> tuple[str, ...]:
    """Ids of all banks, ours first."""
    return ids_in(_roots())


@cache
def bank(bank_id: str) -> Bank:
    """One bank. Raises NotFound, or ContentError with file and line."""
    file = file_in(_roots(), bank_id)
    if file is None:
        raise NotFound("no-bank", bank=str(bank_id)[:80], known=", ".join(banks()))
    return validated(_written_out(_read(file)), Bank)


@cache
def bank_key(bank_id: str) -> BankKey:
    """The right answers to a bank. Raises NoKey where solutions are not installed, as with trainees."""
    bank(bank_id)
    for root in places.solution_roots():
        file = root.joinpath("quiz", f"{bank_id}.yaml")
        if file.is_file():
            return validated(read_yaml(f"quiz/{bank_id}.yaml", file.read_bytes()), BankKey)
    raise NoKey("no-key", exercise=bank_id)


def refresh() -> None:
    """Forget what was read, so that an author sees changed files."""
    for cached in (banks, bank, bank_key):
        cached.cache_clear()


def sources(named: str) -> list[Traversable]:
    """The files that somebody means: a file, a folder, a bank's id; "" for all installed ones. Raises NotFound."""
    found = meant(named, _roots())
    if not found:
        raise NotFound("no-bank", bank=named[:80], known=", ".join(banks()))
    return found


def faults(source: Traversable, keys: Path | None = None) -> list[ContentError]:
    """Everything that is wrong with the bank in a file and with its key, by line. Keys are looked for in `keys`, else
    where solutions are installed; a bank without any is only checked itself."""
    try:
        file = _written_out(_read(source))
        bank = Bank.model_validate(file.data)
    except ContentError as fault:
        return [fault]
    except ValidationError as error:
        return faults_of(file, error)
    wrong = [] if bank.id == id_of(source) else [_fault(file, ("id",), "quiz-not-file", bank.id)]
    roots = [keys] if keys else [root.joinpath("quiz") for root in places.solution_roots()]
    twin = next((root.joinpath(source.name) for root in roots if root.joinpath(source.name).is_file()), None)
    return wrong + _key_faults(bank, twin) if twin is not None else wrong


def _key_faults(bank: Bank, source: Traversable) -> list[ContentError]:
    try:
        file = read_yaml(f"quiz/{source.name}", source.read_bytes())
        key = BankKey.model_validate(file.data)
    except ContentError as fault:
        return [fault]
    except ValidationError as error:
        return faults_of(file, error)
    wrong = [] if key.bank == bank.id else [_fault(file, ("bank",), "quiz-not-file", key.bank)]
    found = [
        _fault(file, ("answers", each.question), each.error, each.question, each.about) for each in misfits(bank, key)
    ]
    return wrong + sorted(found, key=lambda fault: (fault.params["line"], fault.key))


def _fault(file: YamlFile, path: tuple[str | int, ...], error: str, name: str, about: str = "") -> ContentError:
    return ContentError(
        error, place=".".join(map(str, path)), file=file.name, line=file.line(path), name=name, about=about
    )


def _roots() -> Iterator[Traversable]:
    yield places.content("banks")
    yield from (root.joinpath("banks") for root in places.case_roots())


def _read(source: Traversable) -> YamlFile:
    return read_yaml(f"banks/{source.name}", source.read_bytes())


def _written_out(file: YamlFile) -> YamlFile:
    """Cards written out as questions; a card keeps its lines."""
    data = file.data
    if not isinstance(data, dict) or "cards" not in data:
        return file
    scale = str(data.get("scale"))
    source = places.content("scales", f"{scale}.yaml")
    if not is_id(scale) or not source.is_file():
        known = ", ".join(id_of(each) for each in files_of(places.content("scales")))
        line = file.line(("scale",))
        raise ContentError("content-no-such", place="scale", file=file.name, line=line, named=scale, allowed=known)
    levels = read_yaml(f"scales/{scale}.yaml", source.read_bytes()).data["levels"]
    options = [{"id": level["id"], "text": level["name"]} for level in levels]
    rest: dict[str, Any] = {name: value for name, value in data.items() if name not in ("cards", "model")}
    asked = {"kind": "single", "model": data.get("model"), "options": options}
    cards = [
        {"ask" if name == "says" else name: value for name, value in card.items()} | asked for card in data["cards"]
    ]
    lines = {("questions", *path[1:]) if path[:1] == ("cards",) else path: line for path, line in file.lines.items()}
    return YamlFile(file.name, rest | {"questions": cards}, lines)
