"""Folders of YAML files of one kind, ours and those beside a trainer's cases: methods, banks of questions."""

from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from sellkit.training.ids import is_id


def files_of(folder: Traversable) -> Iterator[Traversable]:
    """The YAML files in a folder, by name."""
    inside = list(folder.iterdir()) if folder.is_dir() else []
    yield from sorted((file for file in inside if file.name.endswith(".yaml")), key=lambda file: file.name)


def id_of(file: Traversable) -> str:
    """What a file is called by: its name."""
    return file.name.removesuffix(".yaml")


def ids_in(folders: Iterable[Traversable]) -> tuple[str, ...]:
    """All ids, those of the first folder first."""
    return tuple(dict.fromkeys(id_of(file) for folder in folders for file in files_of(folder)))


def file_in(folders: Iterable[Traversable], id: str) -> Traversable | None:
    """The file of that id, from the first folder that has it: a pack cannot take the name of one of ours."""
    files = (folder.joinpath(f"{id}.yaml") for folder in folders) if is_id(id) else ()
    return next((file for file in files if file.is_file()), None)


def meant(named: str, folders: Iterable[Traversable]) -> list[Traversable]:
    """The files that somebody means: an id, or the path of a file or folder; "" for all of them."""
    inside = [file for folder in folders for file in files_of(folder)]
    listed = [file for file in inside if named in ("", id_of(file))]
    if listed or not named:
        return listed
    path = Path(named)
    return list(files_of(path)) if path.is_dir() else [path] if path.is_file() else []
