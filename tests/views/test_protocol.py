"""What a view promises to the workbook. Edits come from the browser as a message with all that is pending."""

import pytest

from sellkit.views.bar import Bar
from sellkit.views.base import View, passage_labels
from sellkit.views.brief import Brief
from sellkit.views.checks_panel import ChecksPanel
from sellkit.views.dossier import Dossier
from sellkit.views.feedback import Feedback
from sellkit.views.initiatives import Initiatives
from sellkit.views.start_page import StartPage

VIEWS = [Bar, Brief, ChecksPanel, Dossier, Feedback, Initiatives, StartPage]


def edit(ident: str, field: str = "updown/attitude", to: object = "supporter") -> dict[str, object]:
    return {"id": ident, "field": field, "was": None, "to": {"value": to}}


def send(view: View, edits: list[object]) -> None:
    view._handle_custom_msg({"do": "edits", "edits": edits}, [])


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def view(heard: list[str]) -> View:
    view = View()
    view.on_edits(lambda edits: heard.extend(e["id"] for e in edits))
    return view


def test_an_edit_is_handed_on_once_however_often_the_outbox_comes(view: View, heard: list[str]) -> None:
    send(view, [edit("a")])
    send(view, [edit("a"), edit("b")])
    send(view, [edit("b")])
    assert heard == ["a", "b"]


def test_an_edit_stays_pending_until_it_is_acknowledged(view: View) -> None:
    send(view, [edit("a"), edit("b")])
    view.ack(["a"])
    assert [e["id"] for e in view.pending] == ["b"]
    assert view.acks == ["a"]


def test_an_edit_that_comes_back_after_its_ack_is_not_handed_on(view: View, heard: list[str]) -> None:
    view.ack(["a"])
    send(view, [edit("a")])
    assert heard == []


def test_the_browser_can_ask_for_another_try(view: View, heard: list[str]) -> None:
    send(view, [edit("a")])
    view._handle_custom_msg({"do": "edits", "edits": [edit("a")], "again": True}, [])
    assert heard == ["a", "a"]


@pytest.mark.parametrize(
    "broken",
    [
        "text",
        {},
        {**edit("a"), "id": 7},
        {**edit("a"), "id": "x" * 65},
        {**edit("a"), "field": "../../etc"},
        {**edit("a"), "field": "a/b/c/d/e/f"},
        {**edit("a"), "field": "a" * 81},
        {**edit("a"), "to": "sponsor"},
        {**edit("a"), "was": ["sponsor"]},
    ],
)
def test_what_has_not_the_shape_of_an_edit_is_not_handed_on(view: View, heard: list[str], broken: object) -> None:
    send(view, [broken, edit("good")])
    assert heard == ["good"]


@pytest.mark.parametrize("edits", [None, "a", {"id": "a"}, 7])
def test_what_is_no_list_of_edits_hands_on_nothing(view: View, heard: list[str], edits: object) -> None:
    view._handle_custom_msg({"do": "edits", "edits": edits}, [])
    assert heard == []


def test_an_edit_whose_first_message_was_lost_is_handed_on_once_by_the_next_try(view: View, heard: list[str]) -> None:
    view.on_edits(lambda edits: view.ack(e["id"] for e in edits))
    view._handle_custom_msg({"do": "edits", "edits": [edit("a")], "again": True}, [])
    assert heard == ["a"]


def test_a_button_is_a_command_and_anything_else_is_nothing(view: View) -> None:
    commands: list[dict[str, object]] = []
    view.on_command(commands.append)
    for message in ({"do": "undo"}, {"do": 3}, {"undo": True}, "undo", None):
        view._handle_custom_msg(message, [])
    assert commands == [{"do": "undo"}]


def test_acks_do_not_grow_without_end(view: View) -> None:
    view.ack(str(n) for n in range(1000))
    assert len(view.acks) <= 200
    assert view.acks[-1] == "999"


@pytest.mark.parametrize("kind", VIEWS, ids=lambda kind: kind.__name__)
def test_each_view_takes_its_state_and_gives_it_back(kind: type[View]) -> None:
    view = kind(spec={"language": "en"}, value={"leading": {"value": "i1"}})
    assert view.value == {"leading": {"value": "i1"}}
    view.value = {}
    assert view.value == {}
    assert "defineView" in view._esm


def test_two_views_of_one_kind_share_nothing() -> None:
    one, other = Dossier(value={"leading": {"value": "i1"}}), Dossier()
    one.ack(["a"])
    assert (other.value, other.acks, other.pending) == ({}, [], [])


def test_a_passage_is_named_by_its_document_and_number() -> None:
    blocks = [{"passage": ""}, {"passage": "mail.p1"}, {"passage": "mail.p2"}]
    labels = passage_labels([{"id": "mail", "title": "Goto's mail", "blocks": blocks}])
    assert labels == {"mail.p1": "Goto's mail ¶1", "mail.p2": "Goto's mail ¶2"}
