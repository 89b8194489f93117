"""Two ways through a page: by mouse or finger, and by keyboard alone. A walk is written once and done by both."""

from typing import Protocol

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 250


class Hands(Protocol):
    """What a walk asks for: press something, write something, choose from a list."""

    page: Page

    def press(self, target: Locator) -> None: ...

    def write(self, target: Locator, text: str) -> None: ...

    def choose(self, target: Locator, value: str) -> None: ...


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

    def reach(self, target: Locator) -> None:
        expect(target).to_be_visible()
        group = target.locator("xpath=ancestor-or-self::*[@role='radiogroup' or @role='tablist'][1]")
        if group.count() and target.get_attribute("tabindex") == "-1":
            self._tab_until(lambda: group.evaluate("group => group.contains(document.activeElement)"))
            for _ in range(40):
                if self._is_here(target):
                    return
                self.page.keyboard.press("ArrowRight")
        self._tab_until(lambda: self._is_here(target))

    def _is_here(self, target: Locator) -> bool:
        return bool(target.evaluate("node => node === document.activeElement"))

    def _tab_until(self, here: object) -> None:
        assert callable(here)
        for _ in range(MOST_TABS):
            if here():
                return
            self.page.keyboard.press("Tab")
        raise AssertionError("the keyboard does not get there with Tab")
