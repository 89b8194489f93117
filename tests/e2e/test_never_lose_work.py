"""Whatever happens to server, disk or browser: what was typed is on disk, or the screen says that it is not."""

import json
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Locator, Page, expect

from .conftest import Room
from .network import Network
from .people import arrive, journal_of, open_exercise, ready
from .walks import saved


def initiative(page: Page, part: int) -> Locator:
    """The text of the first initiative: 0 is the result, 1 the work."""
    return page.locator(".sk-initiatives .sk-initiative[data-key=i1] textarea").nth(part)


def on_disk(page: Page, room: Room) -> dict[str, str]:
    """The texts that the journal holds, read as the file stands."""
    found: dict[str, str] = {}
    file = journal_of(page, room, "initiatives")
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    for entry in map(json.loads, lines[1:]):
        if entry["kind"] == "edit":
            found[entry["field"]] = entry["to"]["value"] if entry["to"] else ""
    return found


def state(page: Page, kind: str) -> Locator:
    return page.locator(f".sk-bar .sk-save-{kind}")


def says_it_is_not_saved(page: Page) -> None:
    expect(state(page, "late").or_(state(page, "failed"))).to_be_visible(timeout=20_000)


def choose_in_dialog(page: Page, at: int) -> None:
    """Settle the one open conflict: 0 keeps mine, 1 theirs."""
    page.locator(".sk-dialog .sk-conflict .sk-side").nth(at).locator("button").click()
    expect(page.locator(".sk-dialog")).to_have_count(0)
    expect(page.locator(".sk-bar [data-key=conflicts]")).to_have_count(0)


@contextmanager
def killed(room: Room) -> Iterator[None]:
    """The server dies without a last word, and comes back afterwards."""
    room.stop(signal.SIGKILL)
    try:
        yield
    finally:
        room.start()


@contextmanager
def no_room_for(room: Room, size: int) -> Iterator[None]:
    """No file that the running server writes may grow beyond `size`, as on a disk with nothing left."""
    assert room.process is not None
    _, hard = resource.prlimit(room.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(room.process.pid, resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.prlimit(room.process.pid, resource.RLIMIT_FSIZE, (hard, hard))


@pytest.mark.parametrize("how", ["reload", "wait"])
def test_a_server_killed_while_somebody_types_loses_nothing(
    browser: Browser, room: Room, shoot: Callable[[Page, str], None], how: str
) -> None:
    page = arrive(browser, room, f"Kim {how}", "en")
    open_exercise(page, room, "initiatives")
    initiative(page, 0).fill("before the fall")
    saved(page)
    page.evaluate("solara.debug.kernel()._reconnectAttempt = 7")  # as after two minutes of asking in vain
    with killed(room):
        initiative(page, 0).click()
        page.keyboard.press("End")
        page.keyboard.type(", and after it", delay=20)
        initiative(page, 1).fill("typed without a server")
        says_it_is_not_saved(page)
        shoot(page, "server-gone")
        expect(initiative(page, 0)).to_have_value("before the fall, and after it")
    if how == "reload":
        page.reload()
        ready(page)
    expect(initiative(page, 1)).to_have_value("typed without a server")
    expect(state(page, "saved")).to_be_visible(timeout=60_000)  # the browser asks less and less often
    expect(initiative(page, 0)).to_have_value("before the fall, and after it")
    assert on_disk(page, room) == {"i1/result": "before the fall, and after it", "i1/work": "typed without a server"}
    page.context.close()


def test_what_is_typed_while_the_network_is_gone_arrives_when_it_is_back(browser: Browser, room: Room) -> None:
    page = arrive(browser, room, "Wifi", "en")
    open_exercise(page, room, "initiatives")
    initiative(page, 0).fill("with a network")
    saved(page)
    page.evaluate("solara.debug.dropConnection()")
    page.context.set_offline(True)
    initiative(page, 1).fill("without one")
    says_it_is_not_saved(page)
    page.context.set_offline(False)
    expect(state(page, "saved")).to_be_visible(timeout=60_000)
    assert on_disk(page, room) == {"i1/result": "with a network", "i1/work": "without one"}
    page.context.close()


@pytest.mark.parametrize("lost", [("browser",), ("server",), ("browser", "server")], ids="-and-".join)
def test_what_a_dead_network_swallowed_is_sent_again(browser: Browser, room: Room, lost: tuple[str, ...]) -> None:
    network = Network(room.port)
    page = arrive(browser, replace(room, port=network.port), f"Hotel {'-'.join(lost)}", "en")
    open_exercise(page, replace(room, port=network.port), "initiatives")
    initiative(page, 0).fill("with a network")
    saved(page)
    with network.losing(*lost):
        initiative(page, 1).fill("into the void")
        page.get_by_role("button", name="Cite paragraph 2", exact=True).click()
        says_it_is_not_saved(page)
    expect(state(page, "saved")).to_be_visible(timeout=60_000)
    initiative(page, 0).fill("and work goes on")
    saved(page)
    assert on_disk(page, room) == {"i1/result": "and work goes on", "i1/work": "into the void"}
    assert "cites" in journal_of(page, room, "initiatives").read_text(encoding="utf-8")
    page.context.close()
    network.close()


@pytest.mark.parametrize("lost", [("browser",), ("server",)], ids="-and-".join)
def test_handing_in_over_a_dead_network_is_one_attempt_with_its_receipt(
    browser: Browser, room: Room, shoot: Callable[[Page, str], None], lost: tuple[str, ...]
) -> None:
    network = Network(room.port)
    page = arrive(browser, replace(room, port=network.port), f"Airport {lost[0]}", "en")
    open_exercise(page, replace(room, port=network.port), "initiatives")
    initiative(page, 0).fill("with a network")
    saved(page)
    with network.losing(*lost):
        page.get_by_role("button", name="Submit").click()
        page.get_by_role("dialog").get_by_role("button", name="Submit").click()
        expect(state(page, "late")).to_have_text("Not submitted yet; trying again", timeout=20_000)
        shoot(page, "not-submitted-yet")
    receipt = page.get_by_role("dialog")
    expect(receipt).to_contain_text("Submitted", timeout=60_000)
    expect(receipt.locator("dd").nth(1)).to_have_text("1")
    page.context.close()
    network.close()


def test_a_reload_right_after_the_last_letter_loses_nothing(browser: Browser, room: Room) -> None:
    page = arrive(browser, room, "Rui 芮", "zh-CN")
    open_exercise(page, room, "initiatives")
    initiative(page, 0).click()
    page.keyboard.insert_text("忠诚度回升")
    page.reload()
    ready(page)
    expect(initiative(page, 0)).to_have_value("忠诚度回升")
    saved(page)
    assert on_disk(page, room) == {"i1/result": "忠诚度回升"}
    page.context.close()


def test_two_tabs_on_different_fields_both_stay(browser: Browser, room: Room) -> None:
    one = arrive(browser, room, "Tab", "en")
    open_exercise(one, room, "initiatives")
    two = one.context.new_page()
    open_exercise(two, room, "initiatives")
    initiative(one, 0).fill("from the first tab")
    saved(one)
    initiative(two, 1).fill("from the second tab")
    saved(two)
    expect(initiative(two, 0)).to_have_value("from the first tab")
    assert on_disk(one, room) == {"i1/result": "from the first tab", "i1/work": "from the second tab"}
    one.evaluate("dispatchEvent(new Event('focus'))")  # as the browser does for a window that is turned to again
    expect(initiative(one, 1)).to_have_value("from the second tab")
    one.context.close()


@pytest.mark.parametrize(("at", "kept"), [(0, "second"), (1, "first")], ids=["keep-mine", "keep-theirs"])
def test_two_tabs_on_one_field_are_told_and_choose(
    browser: Browser, room: Room, shoot: Callable[[Page, str], None], at: int, kept: str
) -> None:
    one = arrive(browser, room, f"Twice {kept}", "en")
    open_exercise(one, room, "initiatives")
    two = one.context.new_page()
    open_exercise(two, room, "initiatives")
    initiative(two, 0).focus()
    initiative(one, 0).fill("first")
    saved(one)
    initiative(two, 0).fill("second")
    box = two.locator(".sk-dialog")
    expect(box).to_contain_text("first")
    expect(box).to_contain_text("second")
    shoot(two, "conflict")
    journal = journal_of(one, room, "initiatives").read_text(encoding="utf-8")
    assert '"first"' in journal
    assert '"second"' in journal
    choose_in_dialog(two, at)
    expect(initiative(two, 0)).to_have_value(kept)
    saved(two)
    assert on_disk(two, room) == {"i1/result": kept}
    two.reload()
    ready(two)
    expect(initiative(two, 0)).to_have_value(kept)
    expect(two.locator(".sk-bar [data-key=conflicts]")).to_have_count(0)
    one.context.close()


def test_a_full_disk_is_told_and_saved_once_there_is_room(
    browser: Browser, room: Room, shoot: Callable[[Page, str], None]
) -> None:
    page = arrive(browser, room, "Full 满", "zh-CN")
    open_exercise(page, room, "initiatives")
    initiative(page, 0).fill("fits")
    saved(page)
    with no_room_for(room, journal_of(page, room, "initiatives").stat().st_size + 40):
        initiative(page, 1).fill("does not fit")
        expect(state(page, "failed")).to_be_visible()
        expect(page.locator(".sk-bar [data-key=failed]")).to_contain_text("磁盘满了")
        shoot(page, "disk-full")
        assert on_disk(page, room) == {"i1/result": "fits"}
        expect(initiative(page, 1)).to_have_value("does not fit")
    saved(page)
    assert on_disk(page, room) == {"i1/result": "fits", "i1/work": "does not fit"}
    page.context.close()


def test_undo_on_a_full_disk_is_told_and_works_later(browser: Browser, room: Room) -> None:
    page = arrive(browser, room, "Undo full", "en")
    open_exercise(page, room, "initiatives")
    initiative(page, 0).fill("fits")
    saved(page)
    with no_room_for(room, journal_of(page, room, "initiatives").stat().st_size):
        page.locator(".sk-bar [data-key=undo]").click()
        expect(state(page, "failed")).to_be_visible()
    page.locator(".sk-bar [data-key=undo]").click()
    saved(page)
    expect(initiative(page, 0)).to_have_value("")
    page.context.close()


def test_an_answer_locked_or_in_the_way_is_told_and_saved_afterwards(browser: Browser, room: Room) -> None:
    page = arrive(browser, room, "Lock", "en")
    open_exercise(page, room, "initiatives")
    file = journal_of(page, room, "initiatives")
    with FileLock(f"{file}.lock"):
        initiative(page, 0).fill("waits for the lock")
        expect(state(page, "failed")).to_be_visible()
        assert on_disk(page, room) == {}
    saved(page)
    aside = file.rename(file.with_suffix(".aside"))
    file.mkdir()
    initiative(page, 1).fill("waits for the folder to go")
    expect(state(page, "failed")).to_be_visible()
    file.rmdir()
    aside.rename(file)
    saved(page)
    assert on_disk(page, room) == {"i1/result": "waits for the lock", "i1/work": "waits for the folder to go"}
    page.context.close()


def test_steps_are_undone_redone_and_an_earlier_version_comes_back(
    browser: Browser, room: Room, shoot: Callable[[Page, str], None]
) -> None:
    page = arrive(browser, room, "Back and forth", "en")
    open_exercise(page, room, "initiatives")
    for text in ("one", "two"):
        initiative(page, 0).fill(text)
        initiative(page, 0).blur()
        saved(page)
    page.locator(".sk-bar [data-key=undo]").click()
    expect(initiative(page, 0)).to_have_value("one")
    page.locator(".sk-bar [data-key=redo]").click()
    expect(initiative(page, 0)).to_have_value("two")
    page.locator(".sk-bar [data-key=submit]").click()
    page.locator(".sk-dialog [data-key=go]").click()
    expect(page.locator(".sk-dialog .sk-receipt")).to_be_visible()
    page.keyboard.press("Escape")
    initiative(page, 0).fill("three")
    initiative(page, 0).blur()
    saved(page)

    page.locator(".sk-bar [data-key=versions]").click()
    shoot(page, "versions")
    page.locator(".sk-versions li").last.locator("button").first.click()
    expect(page.locator(".sk-bar [data-key=looking]")).to_be_visible()
    expect(initiative(page, 0)).to_have_value("two")
    expect(initiative(page, 0)).not_to_be_editable()
    shoot(page, "looking")
    page.locator(".sk-bar [data-key=looking] button").last.click()
    expect(initiative(page, 0)).to_have_value("three")
    expect(initiative(page, 0)).to_be_editable()

    page.locator(".sk-bar [data-key=versions]").click()
    page.locator(".sk-versions li").last.locator("button").last.click()
    expect(initiative(page, 0)).to_have_value("two")
    saved(page)
    assert on_disk(page, room) == {"i1/result": "two"}
    page.locator(".sk-bar [data-key=undo]").click()
    expect(initiative(page, 0)).to_have_value("three")
    page.context.close()


def test_turning_to_the_other_language_keeps_text_and_place(browser: Browser, room: Room) -> None:
    page = arrive(browser, room, "Both 双语", "zh-CN")
    open_exercise(page, room, "initiatives")
    initiative(page, 1).fill("一半 half")
    field = page.locator(".sk-cites[data-field='i1/result'] .sk-cite-here")
    field.click()
    expect(field).to_have_attribute("aria-pressed", "true")
    initiative(page, 1).click()
    page.keyboard.press("End")
    page.keyboard.type(" more")
    page.locator(".sk-bar .sk-language[lang=en]").click()
    expect(page.locator(".sk-bar .sk-language[lang=en]")).to_have_attribute("aria-pressed", "true")
    expect(initiative(page, 1)).to_have_value("一半 half more")
    expect(field).to_have_attribute("aria-pressed", "true")
    saved(page)
    assert on_disk(page, room) == {"i1/work": "一半 half more"}
    page.reload()
    ready(page)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(initiative(page, 1)).to_have_value("一半 half more")
    page.context.close()
