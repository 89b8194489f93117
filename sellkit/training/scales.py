"""The scales of the house as the method reads them, each once."""

from functools import cache

from sellkit.models.scale import Scale
from sellkit.training import places
from sellkit.training.ids import is_id
from sellkit.training.refusals import NotFound
from sellkit.training.shelf import validated
from sellkit.training.yamlfile import read_yaml


@cache
def scale(scale_id: str) -> Scale:
    """One scale, `tendency` for example. Raises NotFound, or ContentError with file and line."""
    file = places.content("scales", f"{scale_id}.yaml")
    if not is_id(scale_id) or not file.is_file():
        raise NotFound("no-scale", scale=str(scale_id)[:80])
    return validated(read_yaml(f"scales/{scale_id}.yaml", file.read_bytes()), Scale)
