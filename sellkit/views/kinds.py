"""What the screen knows about each kind of exercise: its board, what that is told, its picture, its sign in the list.

The one place where a new kind comes on the screen; its fields are in `sellkit.training.forms`, which lists the kinds.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sellkit.training.exercise import Exercise
from sellkit.training.words import Words
from sellkit.views.base import View, texts
from sellkit.views.initiatives import Initiatives
from sellkit.views.method import MethodBoard, standing_of
from sellkit.views.method_spec import method_spec
from sellkit.views.pain_chain import PainChainBoard, pain_chain_spec
from sellkit.views.pictures.method import method_svg
from sellkit.views.pictures.pain_chain import pain_chain_svg
from sellkit.views.pictures.relationship_map import relationship_map_svg
from sellkit.views.relationship_map import RelationshipMapBoard, relationship_map_spec


class Kind(NamedTuple):
    """One kind on the screen.

    board    the view on which it is answered
    spec     what the board is told beyond what all views share: `spec(words, exercise, shared)`
    icon     its sign in the list of exercises, a name of the kit
    picture  draws the record as SVG text: `picture(record, words, texts of the bank)`; None if a list of the answers
             shows as much
    standing what the board is told of the record at each change, where it shows more than the answers
    """

    board: type[View]
    spec: Callable[[Words, Exercise, Mapping[str, Any]], dict[str, Any]]
    icon: str
    picture: Callable[[Any, Words, Mapping[str, str]], str] | None = None
    standing: Callable[[Any], dict[str, Any]] | None = None


def _initiatives(words: Words, _exercise: Exercise, _shared: Mapping[str, Any]) -> dict[str, Any]:
    return {"text": texts(words, "views.initiatives."), "scales": {"initiative-class": words.scale("initiative-class")}}


def _pain_chain(words: Words, exercise: Exercise, shared: Mapping[str, Any]) -> dict[str, Any]:
    places = {"key": shared["key"], "passages": shared["passages"]}
    return pain_chain_spec(words, shared["people"], shared["statements"], exercise=exercise.id, **places)


def _relationship_map(words: Words, _exercise: Exercise, shared: Mapping[str, Any]) -> dict[str, Any]:
    return relationship_map_spec(words, shared["people"], key=shared["key"], passages=shared["passages"])


KINDS: dict[str, Kind] = {
    "initiatives": Kind(Initiatives, _initiatives, "flag"),
    "pain-chain": Kind(
        PainChainBoard,
        _pain_chain,
        "right",
        lambda record, words, bank: pain_chain_svg(record, words, statements=bank),
    ),
    "relationship-map": Kind(
        RelationshipMapBoard,
        _relationship_map,
        "board",
        lambda record, words, _bank: relationship_map_svg(record, words),
    ),
    "method": Kind(
        MethodBoard, method_spec, "minutes", lambda record, words, _bank: method_svg(record, words), standing_of
    ),
}
