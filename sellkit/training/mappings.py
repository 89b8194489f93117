"""How one method is read in the terms of another: `sellkit/content/mappings`, one file for each that can be read."""

from functools import cache

from sellkit.models.methods.crosswalk import Crosswalk
from sellkit.training import places
from sellkit.training.ids import is_id
from sellkit.training.refusals import NotFound
from sellkit.training.shelf import validated
from sellkit.training.yamlfile import read_yaml


@cache
def crosswalk(to: str) -> Crosswalk:
    """The rules that lead to a method. Raises NotFound, or ContentError with file and line."""
    file = places.content("mappings", f"{to}.yaml")
    if not is_id(to) or not file.is_file():
        known = sorted(each.name[:-5] for each in places.content("mappings").iterdir() if each.name.endswith(".yaml"))
        raise NotFound("no-method", method=str(to)[:80], known=", ".join(known))
    return validated(read_yaml(f"mappings/{to}.yaml", file.read_bytes()), Crosswalk)
