"""YAML from anybody: plain data or a refusal with the line."""

import contextlib

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sellkit.training.refusals import ContentError
from sellkit.training.yamlfile import MAX_BYTES, MAX_DEPTH, read_yaml


def read(text: str) -> object:
    return read_yaml("case.yaml", text.encode()).data


def test_plain_data_is_read_as_its_author_typed_it() -> None:
    text = "a: 1\nb: 1.5\nc: true\nd: null\ne: 2001-06-01\nf: no\ng: '1'\nh: [x, {y: z}]\ni: 1:30\nj: .inf\n"
    assert read(text) == {
        "a": 1,
        "b": 1.5,
        "c": True,
        "d": None,
        "e": "2001-06-01",
        "f": "no",
        "g": "1",
        "h": ["x", {"y": "z"}],
        "i": "1:30",
        "j": ".inf",
    }


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a: 1\na: 2\n", "yaml-key-twice", 2),
        ("a: &x 1\nb: *x\n", "yaml-alias", 1),
        ("a: 1\nb: *x\n", "yaml-alias", 2),
        ("a: !!python/object/apply:os.system ['true']\n", "yaml-tag", 1),
        ("a: !local 1\n", "yaml-tag", 1),
        ("a: 1\n---\nb: 2\n", "yaml-two-documents", 2),
        ("a: 1\nb: [1\n", "yaml-broken", 3),
        ("a: 1\n\tb: 2\n", "yaml-broken", 2),
        ("? [1, 2]\n: x\n", "yaml-key-not-text", 1),
        ("[" * (MAX_DEPTH + 1), "yaml-too-deep", 1),
        ("[" * 200_000, "yaml-too-deep", 1),
        ("a: '\x01'\n", "yaml-broken", 1),
    ],
)
def test_what_is_not_plain_data_is_refused_with_its_line(text: str, key: str, line: int) -> None:
    with pytest.raises(ContentError) as refusal:
        read(text)
    assert (refusal.value.key, refusal.value.params["line"]) == (key, line)


def test_a_file_larger_than_the_limit_is_not_even_parsed() -> None:
    with pytest.raises(ContentError, match="yaml-too-large"):
        read_yaml("case.yaml", b"a" * (MAX_BYTES + 1))


def test_bytes_that_are_not_utf8_are_refused_with_their_line() -> None:
    with pytest.raises(ContentError) as refusal:
        read_yaml("case.yaml", b"a: 1\nb: \xff\n")
    assert (refusal.value.key, refusal.value.params["line"]) == ("yaml-not-utf8", 2)


def test_every_value_knows_its_line() -> None:
    file = read_yaml("case.yaml", b"people:\n  - id: berg\n    rank: 5\n  - id: lund\n    rank: 3\n")
    assert file.line(("people", 1, "rank")) == 5
    assert file.line(("people", 0, "rank", "deeper")) == 3
    assert file.line(("elsewhere",)) == 1


wording = st.text("abc xyz:#-'\"中文{}[],&*!~\n", max_size=12)
plain = st.recursive(
    wording,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abk", min_size=1, max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)


class NoAliases(yaml.SafeDumper):
    """Writes equal parts out each time, as a person does."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@given(plain)
def test_what_a_yaml_writer_writes_is_read_back(data: object) -> None:
    assert read(yaml.dump(data, Dumper=NoAliases, allow_unicode=True, default_style='"')) == data


@settings(max_examples=300)
@given(st.text(max_size=200))
@example("%YAML 9.9\n---\na: 1")
@example("a: >\n b\n c: |+9\n")
def test_any_text_gives_data_or_a_refusal_and_nothing_else(text: str) -> None:
    with contextlib.suppress(ContentError):
        read_yaml("case.yaml", text.encode("utf-8", "surrogatepass"))
