"""Check a key: does it fit its exercise and dossier, earn full points itself, and give its samples the points that a
coach worked out by hand?"""

from collections.abc import Iterator

from sellkit.models.text import LANGUAGES
from sellkit.training.answer import UNKNOWN
from sellkit.training.case import Case
from sellkit.training.exercise import Exercise
from sellkit.training.forms import Form, form_of
from sellkit.training.grading import grade
from sellkit.training.key import Key, KeyAnswer, KeyFile, Sample
from sellkit.training.refusals import ContentError
from sellkit.training.salvage import KEY, salvage
from sellkit.training.yamlfile import YamlFile

TOLERANCE = 0.05


def key_faults(
    file: YamlFile, exercise: Exercise | None, case: Case | None, can_grade: bool = True
) -> Iterator[ContentError]:
    """All faults of one key. What needs the exercise or the case is left out where these are broken themselves."""
    key_file, faults, stood_in = salvage(file, KeyFile, KEY)
    yield from faults
    if key_file is None:
        return
    if case is not None:
        yield from _versions(file, "case", key_file.case_version, case.version)
        yield from _passages(file, key_file, case)
    if exercise is None:
        return
    yield from _versions(file, "rubric", key_file.rubric_version, exercise.rubric.version)
    if key_file.exercise != exercise.id:
        yield ContentError("id-not-path", file=file.name, line=file.line(("exercise",)), id=key_file.exercise)
    if case is not None and all(person in case.by_id for person in exercise.people):
        form = form_of(exercise, case)
        for path, answer in key_file.answers.items():
            yield from _answer(file, form, path, answer)
        for n, sample in enumerate(key_file.samples):
            yield from _sample_fields(file, form, n, sample)
    if not can_grade or "answers" in stood_in:
        return
    key = Key.of(key_file)
    yield from _full_points(file, exercise, key)
    for n, sample in enumerate(key_file.samples):
        yield from _sample_points(file, exercise, key, n, sample)


def _versions(file: YamlFile, part: str, stated: int, version: int) -> Iterator[ContentError]:
    if stated != version:
        line = file.line((f"{part}_version",))
        yield ContentError("lint-version", file=file.name, line=line, part=part, stated=stated, version=version)


def _passages(file: YamlFile, key_file: KeyFile, case: Case) -> Iterator[ContentError]:
    cited: list[tuple[tuple[str | int, ...], tuple[str, ...]]] = []
    cited += [(("answers", path), answer.cites) for path, answer in key_file.answers.items()]
    for n, sample in enumerate(key_file.samples):
        cited += [(("samples", n, "answers", path), answer.cites) for path, answer in sample.answers.items()]
    for at, cites in cited:
        for n, cite in enumerate(cites):
            if cite not in case.passages:
                place, line = str(at[-1]), file.line((*at, "cites", n))
                yield ContentError("lint-passage-unknown", place=place, file=file.name, line=line, passage=cite)


def _answer(file: YamlFile, form: Form, path: str, answer: KeyAnswer) -> Iterator[ContentError]:
    line = file.line(("answers", path))
    slot = form.slots.get(path)
    if slot is None:
        yield ContentError("lint-field-unknown", file=file.name, line=line, name=path)
        return
    if not all(slot.takes(value) for value in (answer.value, *(also.value for also in answer.also))):
        yield ContentError("lint-value", place=path, file=file.name, line=file.line(("answers", path, "value")))
    if slot.kind == "text" and answer.value != UNKNOWN:
        for language in LANGUAGES:
            if language not in answer.accept:
                yield ContentError("lint-no-terms", place=path, file=file.name, line=line, language=language)


def _sample_fields(file: YamlFile, form: Form, n: int, sample: Sample) -> Iterator[ContentError]:
    for path, answer in sample.answers.items():
        line = file.line(("samples", n, "answers", path))
        if path not in form.slots:
            yield ContentError("lint-field-unknown", file=file.name, line=line, name=path)
        elif not form.slots[path].takes(answer.value):
            yield ContentError("lint-value", place=path, file=file.name, line=line)


def _full_points(file: YamlFile, exercise: Exercise, key: Key) -> Iterator[ContentError]:
    """The key, handed in as an answer, must earn everything that is compared with it."""
    card = grade(key.sheet_answers(), key, exercise)
    for score in card.criteria:
        if score.points is None:
            continue
        if not any(item.counts for item in score.items):
            yield ContentError("lint-criterion-empty", file=file.name, line=0, criterion=score.id)
        elif score.points < score.maximum - TOLERANCE:
            points, maximum = f"{score.points:g}", f"{score.maximum:g}"
            yield ContentError(
                "lint-key-short", file=file.name, line=0, criterion=score.id, points=points, maximum=maximum
            )


def _sample_points(file: YamlFile, exercise: Exercise, key: Key, n: int, sample: Sample) -> Iterator[ContentError]:
    card = grade(sample.sheet_answers(), key, exercise)
    about = {"file": file.name, "sample": sample.id}
    scores = {score.id: score.points for score in card.criteria}
    for criterion, stated in sample.criteria.items():
        line = file.line(("samples", n, "criteria", criterion))
        points = scores.get(criterion)
        if points is None and criterion in scores:
            continue  # an assessor's; a sample may state what they would give
        if points is None or abs(points - stated) > TOLERANCE:
            yield ContentError(
                "lint-sample-points",
                **about,
                line=line,
                criterion=criterion,
                stated=f"{stated:g}",
                points="–" if points is None else f"{points:g}",
            )
    judged = sum(sample.criteria.get(criterion, 0) for criterion in card.open)
    if abs(card.total + judged - sample.total) > TOLERANCE:
        yield ContentError(
            "lint-sample-total",
            **about,
            line=file.line(("samples", n, "total")),
            stated=f"{sample.total:g}",
            points=f"{card.total + judged:g}",
        )
