"""Sheets of deal control in short: which elements a coach confirms, which the seller only claims."""

from typing import Any

from sellkit.models.control.deal_control import DealControl

YES = {"value": True, "witness": "Tan Yue", "confidence": "explicit"}
# Everybody whom W and the Firsts are about is won, so that only evidence and coaches decide.
WON = {"finds_us_best": YES, "helps": YES, "chose_us": YES}
VOICES = [{"id": "shen", **WON}, {"id": "luo", "key": True, **WON}, {"id": "qiao"}]


def element(id: str, *words: Any, **claimed: Any) -> dict[str, Any]:
    """An element that is claimed with evidence; `words` of the coach Tan, or of others as `(coach, word)`."""
    said = [word if isinstance(word, tuple) else ("tan", word) for word in words]
    rows = [{"id": str(n), "coach": coach, "holds": word} for n, (coach, word) in enumerate(said)]
    return {"id": id, "claimed": YES | claimed, "words": rows}


def sheet(confirmed: str = "", claimed: str = "", *, scheme: str = "C139", rows: Any = (), **more: Any) -> DealControl:
    """A sheet on which these elements are confirmed and those only claimed (ids with blanks between them)."""
    elements = [element(id, True) for id in confirmed.split()] + [element(id) for id in claimed.split()]
    return DealControl.model_validate(
        {
            "scheme": scheme,
            "top": "shen",
            "voices": VOICES,
            "coaches": [{"id": "tan", "kind": "relationship"}, {"id": "bai", "kind": "value-match"}],
            "elements": [*elements, *rows],
            **more,
        }
    )
