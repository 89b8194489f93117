"""A document as one HTML page: it loads and runs nothing, and what people typed is only ever text."""

import re

import pytest

from sellkit.models.text import LANGUAGES

from ..parsed import Parsed
from .accounts import BROKEN, HOSTILE, full, hostile, nothing


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_in_its_language_and_has_all_sections(language: str) -> None:
    document = full(language)
    page = Parsed(document.html())
    assert ("lang", language) in page.attributes
    assert all(section.title in page.text for section in document.sections)
    assert page.tags.count("h2") == len(document.sections)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_section_shows_what_would_fill_it(language: str) -> None:
    document = nothing(language)
    text = Parsed(document.html()).text
    assert all(section.empty in text for section in document.sections)


def test_the_contents_lead_to_the_sections_and_in_a_notebook_nowhere() -> None:
    page = Parsed(full("en").html())
    links = [value for name, value in page.attributes if name == "href"]
    assert links == [f"#{section.id}" for section in full("en").sections]
    assert {("id", link[1:]) for link in links} <= set(page.attributes)
    assert "a" not in Parsed(full("en")._repr_html_()).tags


def test_each_picture_is_there_for_paper_and_for_a_phone() -> None:
    page = Parsed(full("en").html())
    assert page.tags.count("svg") == 16
    assert page.tags.count("figure") == 8


def test_inner_names_of_pictures_do_not_meet() -> None:
    names = re.findall(r'\bid="([^"]+)"', full("en").html())
    assert len(names) == len(set(names))
    used = set(re.findall(r"url\(#([^)]+)\)", full("en").html()))
    assert used <= set(names)


@pytest.mark.parametrize("text", [HOSTILE, BROKEN])
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_texts_make_no_tag_and_no_attribute(language: str, text: str) -> None:
    clean, page = Parsed(full(language).html()), Parsed(hostile(language, text).html())
    assert set(page.tags) <= set(clean.tags)
    assert {name for name, _ in page.attributes} <= {name for name, _ in clean.attributes}
    assert "img" not in page.tags
    assert "script" not in page.tags


def test_the_page_asks_for_nothing_from_outside() -> None:
    page = Parsed(hostile("en").html())
    assert not {name for name, _ in page.attributes} & {"src", "action", "srcset", "xlink:href"}
    assert {value[:1] for name, value in page.attributes if name == "href"} == {"#"}
    policy = next(value for name, value in page.attributes if name == "content" and "default-src" in value)
    assert "default-src 'none'" in policy
    assert "@import" not in full("en").html()


def test_what_a_text_says_in_template_language_is_shown_as_it_was_typed() -> None:
    text = Parsed(hostile("en").html()).text
    assert "{{ 7*7 }}" in text
    assert "root:" not in text


def test_a_notebook_shows_the_same_without_a_page_around_it() -> None:
    shown = full("en")._repr_html_()
    assert "<html" not in shown
    assert Parsed(shown).tags.count("h2") == 11


def test_the_style_of_a_notebooks_part_keeps_to_itself() -> None:
    style = re.search(r"<style>(.*?)</style>", full("en")._repr_html_(), re.DOTALL)
    assert style is not None
    selectors = [line.strip() for line in style[1].splitlines() if line.rstrip().endswith("{") or "{" in line]
    strays = [line for line in selectors if not line.startswith((".sk-document", "@media"))]
    assert strays == []
