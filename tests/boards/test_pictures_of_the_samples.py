"""Every picture of the sample deal and account, in both languages and widths: whole, and nobody called by an id."""

import pytest

from sellkit.models.opportunity import Opportunity
from sellkit.training import accounts, deals
from sellkit.training.words import Words
from sellkit.views.pictures import PICTURES, picture
from sellkit.views.pictures.plan_parts import NARROW

from .svg import boxes, frame, meeting, shown, texts, written

# On a slide these keep within a width only as far as an organisation chart or a chain of pains can.
GROWS = {"relationship-map", "pain-chain"}
SAMPLES = {"deal": deals.example, "account": lambda language: [accounts.example(language)]}


def kinds_of(sample: Opportunity) -> list[str]:
    """The pictures of which it has the sheet."""
    kinds = {kind.__name__ for sheet in sample.sheets.values() for kind in type(sheet).__mro__}
    return [name for name, drawn in PICTURES.items() if drawn.shows in kinds]


DRAWN = [(sample, kind) for sample, make in SAMPLES.items() for kind in kinds_of(make("en")[-1])]


def test_most_pictures_of_the_method_are_pictures_of_a_sample() -> None:
    assert len({kind for _, kind in DRAWN}) >= 22


@pytest.mark.parametrize("width", [1180, 390])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize(("sample", "kind"), DRAWN)
def test_a_picture_of_a_sample_is_whole(sample: str, kind: str, language: str, width: float) -> None:
    for made in SAMPLES[sample](language):
        svg = picture(made, Words(language), kind, width=width).svg
        said, lines, paper = {text.strip() for text in shown(svg)}, written(svg), frame(svg)
        assert said
        assert not said & {person.id for person in made.people.people}
        assert min(float(text.get("font-size", 0)) for text in texts(svg)) >= 12
        assert (kind in GROWS and width >= NARROW) or paper.right <= width
        assert [box for box in (*lines, *boxes(svg)) if not box.within(paper, 2)] == []
        assert meeting([line._replace(right=line.left + 0.86 * (line.right - line.left)) for line in lines], 2) == []
