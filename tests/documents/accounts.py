"""Documents for the tests: the example in full, one about which nothing is known, one full of hostile texts."""

from typing import Any

from sellkit.documents.blocks import Document, Facts, Figure, Paragraph, Remarks, Table
from sellkit.documents.plan import account_plan
from sellkit.models.account.account import Account
from sellkit.models.base import Judged, Record
from sellkit.training import accounts

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
LINK = "[go](javascript:alert(3)) <a href='javascript:alert(3)'>go</a>"
STYLE = "</style><style>*{display:none!important}</style>"
FORMULA = '=HYPERLINK("http://evil.test","win")'
BRACES = "{{ 7*7 }} {% include '/etc/passwd' %} {name}"
BROKEN = "\x00\x0b\ud800 ]]> &amp; <w:p/>"
HOSTILE = " ".join([SCRIPT, IMAGE, LINK, STYLE, FORMULA, BRACES])
# What names a thing for the program is no text from people.
KEPT = {"id", "person", "kind", "party", "item", "currency", "by"}


def full(language: str) -> Document:
    """The plan of the example account."""
    return account_plan(accounts.planned(language), language)


def hostile(language: str, text: str = HOSTILE) -> Document:
    """The same plan with every text that a person typed replaced by a hostile one."""
    return account_plan(_turned(accounts.planned(language), text), language)


def _turned(value: Any, text: str, name: str = "") -> Any:
    if isinstance(value, Judged):
        return value.model_copy(update={"value": _turned(value.value, text, "judged"), "note": text, "witness": text})
    if isinstance(value, Record):
        fields = {field: _turned(getattr(value, field), text, field) for field in _typed(value)}
        return value.model_copy(update=fields)
    if isinstance(value, tuple):
        return tuple(_turned(each, text, name) for each in value)
    if isinstance(value, dict):
        return {key: _turned(each, text, name) for key, each in value.items()}
    return text if isinstance(value, str) and " " in value and name not in KEPT else value


def _typed(record: Record) -> list[str]:
    return [field for field in type(record).model_fields if field not in KEPT | {"method"}]


def nothing(language: str) -> Document:
    """The plan of an account of which only the id is known."""
    return account_plan(Account(id="unknown-customer"), language)


def texts(document: Document) -> list[str]:
    """Everything that a document says, its pictures left out."""
    found = [document.over, document.title, *(part for fact in document.facts for part in fact)]
    for section in document.sections:
        found += [section.title, section.lead, section.empty]
        for block in section.blocks:
            match block:
                case Paragraph():
                    found.append(block.text)
                case Facts():
                    found += [block.title, *(part for fact in block.rows for part in fact)]
                case Table():
                    found += [block.title, *block.columns, *(cell for row in block.rows for cell in row)]
                case Remarks():
                    found += [part for remark in block.rows for part in (remark.says, remark.next)]
                case Figure():
                    found.append(block.title)
    return found


def tables(document: Document, section: str) -> dict[str, Table]:
    """The tables of one section by title."""
    return {block.title: block for block in document.section(section).blocks if isinstance(block, Table)}
