"""The simulated customers of a case: `personas/<id>.yaml` beside its dossier."""

from functools import cache

from sellkit.models.pain.persona import Persona
from sellkit.training import shelf
from sellkit.training.ids import checked_id
from sellkit.training.refusals import ContentError, NotFound
from sellkit.training.yamlfile import read_yaml


@cache
def persona(case_id: str, persona_id: str) -> Persona:
    """One simulated customer. Raises NotFound, or ContentError with file and line."""
    file = shelf.case_folder(case_id).joinpath("personas", f"{checked_id(persona_id)}.yaml")
    if not file.is_file():
        raise NotFound("no-persona", case=case_id, persona=persona_id)
    name = f"{case_id}/personas/{persona_id}.yaml"
    found = shelf.validated(read_yaml(name, file.read_bytes()), Persona)
    if (found.case, found.id) != (case_id, persona_id):
        raise ContentError("id-not-path", file=name, line=1, id=f"{found.case}/{found.id}")
    return found
