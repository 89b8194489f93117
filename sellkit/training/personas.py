"""The simulated customers of a case: `personas/<id>.yaml` beside its dossier."""

from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable

from pydantic import ValidationError

from sellkit.models.pain.persona import Persona
from sellkit.training import shelf
from sellkit.training.case import Case
from sellkit.training.faults import faults_of
from sellkit.training.ids import checked_id
from sellkit.training.refusals import ContentError, NotFound
from sellkit.training.yamlfile import read_yaml
from sellkit.training.yamlfolder import files_of, id_of


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


def persona_faults(folder: Traversable, case: Case | None) -> Iterator[ContentError]:
    """Everything that is wrong with the simulated customers in a case's folder; `case` as far as it can be read."""
    for source in files_of(folder.joinpath("personas")):
        name = f"{folder.name}/personas/{source.name}"
        try:
            file = read_yaml(name, source.read_bytes())
            found = Persona.model_validate(file.data)
        except ContentError as fault:
            yield fault
            continue
        except ValidationError as error:
            yield from faults_of(file, error)
            continue
        if (found.case, found.id) != (folder.name, id_of(source)):
            yield ContentError("id-not-path", file=name, line=file.line(("id",)), id=f"{found.case}/{found.id}")
        if case is not None and found.person not in case.by_id:
            line = file.line(("person",))
            yield ContentError("lint-person-unknown", place="person", file=name, line=line, name=found.person)
