"""Check what an exercise applies a method to: does the method take it?"""

from collections.abc import Iterator

from sellkit.models.methods.checklist import Checklist
from sellkit.models.methods.grid import Grid
from sellkit.models.methods.head import US
from sellkit.models.methods.sheets import Method
from sellkit.training.exercise import Exercise
from sellkit.training.refusals import ContentError
from sellkit.training.yamlfile import YamlFile


def method_faults(file: YamlFile, exercise: Exercise, method: Method) -> Iterator[ContentError]:
    """What an exercise applies a method to, that the method does not take."""
    of_people = isinstance(method, Grid) and method.of == "people"
    takes = (isinstance(method, Grid) and not of_people) or (isinstance(method, Checklist) and method.rivals)
    if exercise.subjects and not takes:
        yield ContentError("lint-no-subjects", place="subjects", file=file.name, line=file.line(("subjects",)))
    for n, subject in enumerate(exercise.subjects):
        if subject.id == US:
            at = ("subjects", n, "id")
            yield ContentError("method-reserved", place="subjects", file=file.name, line=file.line(at), name=US)
    stages = [stage.id for stage in method.stages] if isinstance(method, Checklist) else []
    if exercise.stage is not None and exercise.stage not in stages:
        line, allowed = file.line(("stage",)), ", ".join(stages) or "–"
        found = exercise.stage
        yield ContentError("content-no-such", place="stage", file=file.name, line=line, named=found, allowed=allowed)
