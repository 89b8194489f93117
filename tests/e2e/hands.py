"""Two ways through a page: by mouse or finger, and by keyboard alone. A walk is written once and done by both."""

from collections.abc import Callable
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 250
# Groups that Tab enters once: choices, tabs, a list of paragraphs, the cards on a plan.
ONE_STOP = (
    "@role='radiogroup' or @role='tablist' or contains(@class, 'sk-segmented') or contains(@class, 'sk-pages') "
    "or contains(@class, 'sk-canvas') or contains(@class, 'sk-levels')"
)
ARROWS = ["ArrowDown", "ArrowLeft", "ArrowLeft", *["ArrowRight"] * 12, *["ArrowDown"] * 40]


class Hands(Protocol):
    """What a walk asks for: press something, write something, choose from a list."""

    page: Page

    def press(self, target: Locator) -> None: ...

    def write(self, target: Locator, text: str) -> None: ...

    def choose(self, target: Locator, value: str) -> None: ...

    def choose_passage(self, block: Locator) -> None: ...


class Mouse:
    """Points and clicks; writes where it has clicked."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        target.click()

    def write(self, target: Locator, text: str) -> None:
        target.click()
        target.fill(text)

    def choose(self, target: Locator, value: str) -> None:
        target.select_option(value)

    def choose_passage(self, block: Locator) -> None:
        block.hover()
        block.locator("button").first.click()


class Keyboard:
    """Never points: reaches everything with Tab and arrow keys, presses with Enter or Space."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        self.reach(target)
        role = target.get_attribute("role")
        self.page.keyboard.press("Space" if role in ("radio", "checkbox") else "Enter")

    def write(self, target: Locator, text: str) -> None:
        self.reach(target)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def choose(self, target: Locator, value: str) -> None:
        """Type-ahead and arrows differ between systems; what counts is that the list is reached and takes the key."""
        self.reach(target)
        values = target.evaluate("list => [...list.options].map(option => option.value)")
        now = target.evaluate("list => list.selectedIndex")
        step = "ArrowDown" if values.index(value) > now else "ArrowUp"
        for _ in range(abs(values.index(value) - now)):
            self.page.keyboard.press(step)
        expect(target).to_have_value(value)

    def choose_passage(self, block: Locator) -> None:
        """J goes from paragraph to paragraph, Enter cites the one it has come to."""
        blocks = block.locator("xpath=ancestor::*[contains(@class, 'sk-dossier')][1]").locator(".sk-block")
        self._tab_until(lambda: bool(blocks.evaluate_all("all => all.includes(document.activeElement)")))
        for _ in range(MOST_TABS):
            if self._is_here(block):
                break
            self.page.keyboard.press("j")
        self.page.keyboard.press("Enter")

    def reach(self, target: Locator) -> None:
        """Tab to it; in a group that is one stop for Tab, go on with the arrow keys."""
        expect(target).to_be_visible()
        self._follow_focus()
        group = target.locator(f"xpath=ancestor::*[{ONE_STOP}][1]")
        if target.get_attribute("tabindex") != "-1" or not group.count():
            self._tab_until(lambda: self._is_here(target))
            return
        self._tab_until(lambda: bool(group.evaluate("group => group.contains(document.activeElement)")))
        row = group.get_attribute("role") in ("tablist", "radiogroup")
        for key in ["ArrowRight"] * 40 if row else ARROWS:
            if self._is_here(target):
                return
            self.page.keyboard.press(key)
            self._follow_focus()
        raise AssertionError("the arrow keys do not get there")

    def _follow_focus(self) -> None:
        """What a key opens takes the focus within 30 ms; a timer that is set later ends later."""
        self.page.evaluate("() => new Promise((done) => setTimeout(done, 30))")

    def _is_here(self, target: Locator) -> bool:
        return bool(target.evaluate("node => node === document.activeElement"))

    def _tab_until(self, here: Callable[[], bool]) -> None:
        for _ in range(MOST_TABS):
            if here():
                return
            self.page.keyboard.press("Tab")
        raise AssertionError("the keyboard does not get there with Tab")
