"""The catalogue of ways to build a relation (M10), read once."""

from functools import cache

from pydantic import ValidationError

from sellkit.models.people.relationship_building import BuildingCatalogue
from sellkit.training import places
from sellkit.training.faults import faults_of
from sellkit.training.yamlfile import read_yaml

FILE = "relationship-building.yaml"


@cache
def relationship_building() -> BuildingCatalogue:
    """The catalogue that ships. Raises ContentError with file and line for its first fault."""
    file = read_yaml(f"catalogues/{FILE}", places.content("catalogues", FILE).read_bytes())
    try:
        return BuildingCatalogue.model_validate(file.data)
    except ValidationError as error:
        raise faults_of(file, error)[0] from None
