"""A dossier's Markdown becomes text that can be cited, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.training.dossier import Block, Span, read_blocks, scan_blocks
from sellkit.training.refusals import ContentError


def blocks(text: str) -> tuple[Block, ...]:
    return read_blocks("mail.md", text.encode())


@pytest.mark.parametrize(
    ("text", "kind", "passage", "plain"),
    [
        ("We **sign** today.\n{#p1}\n", "paragraph", "p1", "We sign today."),
        ("We sign today. {#p1}\n", "paragraph", "p1", "We sign today."),
        ("We sign\ntoday. {#p1}\n", "paragraph", "p1", "We sign today."),
        ("今天\n签字。\n{#p1}\n", "paragraph", "p1", "今天签字。"),
        ("We sign today.\n\n{#p1}\n", "paragraph", "p1", "We sign today."),
        ("- one\n- two\n{#l1}\n", "list", "l1", "one\ntwo"),
        ("- one\n- two {#l1}\n", "list", "l1", "one\ntwo"),
        ("1. one\n2. two\n\n{#l1}\n", "list", "l1", "one\ntwo"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n{#t1}\n", "table", "t1", "a | b\n1 | 2"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\n{#t1}\n", "table", "t1", "a | b\n1 | 2"),
        ("> He said so.\n> {#q1}\n", "quote", "q1", "He said so."),
    ],
)
def test_a_block_ends_with_its_id(text: str, kind: str, passage: str, plain: str) -> None:
    (block,) = blocks(text)
    assert (block.kind, block.passage, "\n".join(block.said)) == (kind, passage, plain)


def test_strong_words_are_kept_as_runs() -> None:
    (block,) = blocks("We **sign** today. {#p1}")
    assert block.lines == ((Span("We "), Span("sign", strong=True), Span(" today.")),)


def test_a_heading_needs_no_id() -> None:
    heading, _ = blocks("## Sales\n\nThey fell. {#p1}\n")
    assert (heading.kind, heading.level, heading.said) == ("heading", 2, ("Sales",))


def test_markup_in_a_dossier_stays_text() -> None:
    (block,) = blocks("<script>alert(1)</script> and <b>bold</b> {#p1}")
    assert block.said == ("<script>alert(1)</script> and <b>bold</b>",)


def test_a_link_that_would_run_code_stays_text() -> None:
    (block,) = blocks("[here](javascript:alert(1)) {#p1}")
    assert block.said == ("[here](javascript:alert(1))",)


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("ok {#p1}\n\nno id here\n", "dossier-no-id", 3),
        ("a {#p1}\n\nb {#p1}\n", "dossier-id-twice", 3),
        ("[here](http://example.org/) {#p1}\n", "dossier-link", 1),
        ("![x](http://example.org/x.png) {#p1}\n", "dossier-link", 1),
        ("```\ncode\n```\n", "dossier-block", 1),
    ],
)
def test_a_fault_names_its_line(text: str, key: str, line: int) -> None:
    with pytest.raises(ContentError) as refusal:
        blocks(text)
    assert (refusal.value.key, refusal.value.params["line"]) == (key, line)


def test_all_faults_of_a_document_are_listed_at_once() -> None:
    _, faults = scan_blocks("mail.md", b"one\n\ntwo\n\n[x](y) {#p1}\n")
    assert [fault.key for fault in faults] == ["dossier-link", "dossier-no-id", "dossier-no-id"]


@settings(max_examples=300)
@given(st.text("ab#*_>-|`~[](){}!<\\\n 1.中{#p1}", max_size=120))
def test_any_markdown_gives_blocks_or_faults_and_nothing_else(text: str) -> None:
    found, _ = scan_blocks("mail.md", text.encode())
    assert all(isinstance(line, str) for block in found for line in block.said)
