"""The steps of a trainee and a coach, as a person would take them, for room server and JupyterLab alike."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from .hands import Hands


def saved(page: Page) -> None:
    """Wait until the screen says that everything is on disk."""
    expect(page.locator(".sk-bar .sk-save-saved")).to_be_visible()


def show(hands: Hands, pane: str) -> None:
    """On a narrow screen one pane shows at a time; turn to it."""
    tab = hands.page.locator(f".sk-panes [data-key={pane}]")
    if tab.count() and tab.is_visible() and tab.get_attribute("aria-pressed") != "true":
        hands.press(tab)


def cite(hands: Hands, field: Locator, passage: str) -> None:
    """Let the answer in `field` rest on a passage, found by turning to its document."""
    page = hands.page
    hands.press(field.locator(".sk-cite-here").first)
    document = passage.partition(".")[0]
    hands.press(page.locator(f".sk-dossier [role=tab][data-document='{document}']"))
    block = page.locator(f".sk-dossier [data-passage='{passage}']")
    hands.choose_passage(block)
    expect(block.locator("button").first).to_have_attribute("aria-pressed", "true")
    show(hands, "board")


def fill_map(hands: Hands) -> None:
    """Give one person two marks, and cite a passage for the attitude."""
    page = hands.page
    hands.press(page.locator(".sk-relationship-map [data-key='open:goto']").first)
    attitude = page.locator(".sk-relationship-map .sk-mark[data-key=attitude]")
    hands.press(attitude.locator("[role=radio][data-key=supporter]"))
    hands.press(page.locator("[data-field='goto/roles'] [role=checkbox][data-key=D]"))
    cite(hands, attitude, "call-notes.p1")


def fill_chain(hands: Hands) -> None:
    """Give the chief executive a pain from the bank, and a reason in own words that is the CFO's pain."""
    page = hands.page
    hands.press(page.locator(".sk-pain-chain [data-key='open:overall']").first)
    pain = page.locator(".sk-pain-chain .sk-statement[data-field='overall/pain']")
    hands.press(pain.locator("[data-key=choose]"))
    hands.press(page.locator(".sk-dialog .sk-level").first)
    expect(pain.locator(".sk-said")).to_be_visible()
    hands.press(page.locator(".sk-inspector [data-key=add] button"))
    reason = page.locator(".sk-pain-chain .sk-statement[data-field='overall/reasons/1']")
    hands.press(reason.locator("button", has=page.locator(".sk-icon-pen")))
    hands.write(reason.locator("textarea"), "利润在下降 <b>profit falls</b>")
    owner = page.locator(".sk-inspector [data-key^='owner:overall/reasons/1']")
    hands.choose(owner.locator("xpath=descendant-or-self::select"), "balance")


def fill_initiatives(hands: Hands) -> None:
    """Write one initiative in two parts, with class and owner, and mark it as the leading one."""
    page = hands.page
    card = page.locator(".sk-initiatives .sk-initiative[data-key=i1]")
    hands.write(card.locator("textarea").nth(0), "忠诚度在 2002 年底回到 62 % by the end of 2002")
    hands.write(card.locator("textarea").nth(1), "bring the customer process into use =1+1")
    hands.press(card.locator("[role=radio][data-key=revenue]"))
    hands.choose(card.locator("select[data-key='owner:i1'], [data-key='owner:i1'] select"), "updown")
    hands.press(card.locator("[data-key='star:i1']"))


def fill_method(hands: Hands) -> None:
    """Give the champion a level with a passage, and leave the next element open, which shows what to ask."""
    page = hands.page
    card = page.locator(".sk-method .sk-entry[data-entry=champion]")
    hands.press(card.locator(".sk-fold"))
    hands.press(card.locator("[role=radio][data-key=validated]"))
    cite(hands, card, "call-notes.p1")
    hands.press(card.locator("[data-key=next]"))
    criteria = page.locator(".sk-method .sk-entry[data-entry=decision-criteria]")
    hands.press(criteria.locator("[role=radio][data-key=unknown]"))
    expect(criteria.locator(".sk-ask-them")).to_be_visible()


FILL = {
    "relationship-map": fill_map,
    "pain-chain": fill_chain,
    "initiatives": fill_initiatives,
    "meddpicc": fill_method,
}


def hand_in(hands: Hands) -> str:
    """Submit and read the receipt; returns its text."""
    page = hands.page
    saved(page)
    hands.press(page.locator(".sk-bar [data-key=submit]"))
    hands.press(page.locator(".sk-dialog [data-key=go]"))
    receipt = page.locator(".sk-dialog .sk-receipt")
    expect(receipt).to_be_visible()
    text = receipt.inner_text()
    assert re.search(r"[0-9a-f]{8}", text)
    page.keyboard.press("Escape")
    return text


def judge_and_release(coach: Hands, name: str, shoot: Callable[[Page, str], None]) -> None:
    """Find the trainee's answers, give a level and a comment to each, and send them back to their author."""
    page = coach.page
    console = page.locator(".sk-console")
    expect(console).to_be_visible()
    drawer = console.locator("[data-key=drawer]")
    if drawer.is_visible():
        coach.press(drawer)
    if name:
        coach.write(console.locator("[data-key=search]"), name)
    expect(console.locator(".sk-qrow")).to_have_count(len(FILL))
    for at in range(len(FILL)):
        row = console.locator(".sk-qrow").nth(at)
        if not row.is_visible():
            coach.press(drawer)
        coach.press(row)
        expect(row).to_have_attribute("aria-current", "true")
        expect(console.locator("[data-key=r]")).to_be_visible()
        coach.press(console.locator(".sk-criterion [role=radio]").nth(1))
        coach.write(
            console.locator("textarea[data-key^='comment:']").first, "Weiter so 写得好 <script>alert(1)</script>"
        )
        expect(console.locator("[data-key=saved] .sk-icon-check")).to_be_visible()
        if at == 0:
            shoot(page, "console")
        coach.press(console.locator("[data-key=r]"))
        expect(console.locator("[data-key=reopen]")).to_be_visible()
