"""Pictures of the models without a browser: for a plain notebook, a report, a slide.

picture(record, words)           # shows itself in a notebook
picture(record, words).svg       # text
picture(record, words).to_png()  # bytes
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sellkit.models.pain_chain import PainChain
from sellkit.models.relationship_map import RelationshipMap
from sellkit.views.pictures.pain_chain import pain_chain_svg
from sellkit.views.pictures.relationship_map import Says, relationship_map_svg

__all__ = ["Picture", "pain_chain_svg", "picture", "relationship_map_svg", "to_png"]


@dataclass(frozen=True, repr=False)
class Picture:
    """A finished picture; ``svg`` is its text."""

    svg: str

    def _repr_svg_(self) -> str:
        return self.svg

    def to_png(self, zoom: float = 2) -> bytes:
        return to_png(self.svg, zoom)


def picture(
    record: RelationshipMap | PainChain, words: Says, *, statements: Mapping[str, str] | None = None
) -> Picture:
    """The picture of a record in the language of ``words``; ``statements`` are the texts of a pain chain's bank."""
    if isinstance(record, RelationshipMap):
        return Picture(relationship_map_svg(record, words))
    return Picture(pain_chain_svg(record, words, statements=statements))


def to_png(svg: str, zoom: float = 2) -> bytes:
    """The SVG as PNG, drawn with the machine's own fonts (Chinese needs one, such as Noto Sans CJK)."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom))
