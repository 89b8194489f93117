"""Pain chain, prompter and a conversation, with as many rows and as long texts as a picture must bear."""

from sellkit.models.base import Judged
from sellkit.models.pain.conversation import Conversation
from sellkit.models.pain.pain_chain import PainChain, PainNode, PersonRef, Reason, Statement
from sellkit.models.pain.prompter import Prompter

from ..svg import FIRM


def small_chain(pain: str = "Profit is falling") -> PainChain:
    said = Judged(value=Statement(text=pain), **FIRM)
    reason = Reason(id="1", statement=Judged(value=Statement(bank="costs")), owner=Judged(value="lund"))
    people = (PersonRef(id="berg", name="Ada Berg"), PersonRef(id="lund", name="Bo Lund", reports_to="berg"))
    return PainChain(people=people, nodes=(PainNode(person="berg", pain=said, reasons=(reason,)),))


def sheet(reason="Loyalty falls", **parts):
    line = {"id": "a", "reason": {"value": {"text": reason}, **FIRM}, "impact": "revenue falls", "touched": ["goto"],
            "when": "in the same week", "who": "the analyst", "what": "sees it"}  # fmt: skip
    pain = {"value": {"bank": "share"}, **FIRM}
    return Prompter.model_validate({"owner": "updown", "pain": pain, "lines": [line], "offer": "web process", **parts})


def talk(*moves):
    turns = [{"id": f"t{n}", "move": move, "line": "a"} for n, move in enumerate(moves)]
    return Conversation.model_validate({"turns": turns})


def chain(text="Profit is falling", rows=1):
    """Everybody has two reasons, and the second is somebody else's pain."""
    said = {"text": text.strip() or "-"}

    def reason(id, owner):
        return {"id": id, "statement": {"value": said, **FIRM}, "owner": {"value": owner}, "capability": text}

    people = [
        {"id": f"p{n}", "name": text, "title": text, "reports_to": f"p{(n - 1) // 3}" if n else None}
        for n in range(rows)
    ]
    nodes = [
        {"person": f"p{n}", "pain": {"value": said}, "reasons": [reason("1", None), reason("2", f"p{n + 1}")]}
        for n in range(rows)
    ]
    return PainChain.model_validate({"people": people, "nodes": nodes})


def lines(text="Loyalty falls", rows=1):
    reason = {"value": {"text": text.strip() or "-"}, **FIRM}
    row = {"reason": reason, "touched": ["goto"], **dict.fromkeys(("impact", "when", "who", "what"), text)}
    return sheet(lines=[{"id": f"l{n}", **row} for n in range(rows)], offer=text)


def turns(text="", rows=1):
    moves = ("R1", "R2", "R3", "I1", "C2", "pitch")
    said = [{"id": f"t{n}", "move": moves[n % 6], "line": "a", "text": text} for n in range(rows)]
    return Conversation.model_validate({"turns": said})
