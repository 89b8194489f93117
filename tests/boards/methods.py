"""Boards of methods on a page of their own: the exercise, the form and what Python tells the board stand as they do in
a workbook; only the shelf is missing."""

from typing import Any

from sellkit.models.text import Language
from sellkit.training import shelf
from sellkit.training.exercise import Exercise
from sellkit.training.forms.method import MethodForm
from sellkit.training.labels import Labels
from sellkit.training.words import Words
from sellkit.views.method import MethodBoard, standing_of
from sellkit.views.method_spec import method_spec
from sellkit.views.screens import people_spec

PASSAGES = {"rfi.p1": "RFI ¶1"}
TEXT = {"zh-CN": "字", "en": "words"}
CRITERION = {"id": "all", "title": TEXT, "weight": 100, "auto": {"compare": "mark", "of": "*"}}


def exercise(method: str, people: list[str] | None = None, subjects: dict[str, str] | None = None) -> Exercise:
    """An exercise on the house's case with some method, its people, and things or rivals by id."""
    return Exercise.model_validate(
        {
            "schema": 1, "id": f"homebody/{method}", "kind": "method", "version": 1, "title": TEXT, "minutes": 20,
            "brief": TEXT, "teaches": [TEXT], "hints": [TEXT] * 3, "people": people or [], "method": method,
            "subjects": [{"id": id, "name": {"zh-CN": name, "en": name}} for id, name in (subjects or {}).items()],
            "stage": "qualify" if method == "meddpicc" else None,
            "rubric": {"version": 1, "criteria": [CRITERION]},
        }
    )  # fmt: skip


def board_of(asked: Exercise, answers: dict[str, Any], language: Language = "en") -> MethodBoard:
    """The board with answers on it; what Python says of them follows each change."""
    case, words = shelf.case(asked.case_id), Words(language)
    form, labels = MethodForm(asked, case), Labels(asked, case, words)
    shared = {
        "language": language,
        "key": f"test/{asked.id}",
        "people": people_spec(case, asked, language),
        "passages": PASSAGES,
        "labels": {field: labels.field(field) for field in form.slots},
    }
    board = MethodBoard(spec=shared | method_spec(words, asked, shared), value=answers)

    def tell(_change: object = None) -> None:
        board.standing = standing_of(form.record(board.value, language))

    board.observe(tell, names="value")
    tell()
    return board
