"""Maps and profiles on which exactly one check speaks, each beside a near miss on which it stays silent."""

from typing import Any

from sellkit.models import FiveDimensionProfile, RelationshipMap

MARKS = {
    "buying_roles", "functions", "influence", "need", "adaptability", "decision_focus", "coverage", "attitude",
    "circle", "tendency", "contact_frequency", "direct_contact",
}  # fmt: skip

# Four people on whom a coach has nothing to remark.
SOUND: dict[str, dict[str, Any]] = {
    "chen": {"rank": 5, "buying_roles": ["A"], "adaptability": "visionary", "attitude": "supporter",
             "coverage": "multiple", "circle": "inner"},
    "novak": {"rank": 4, "reports_to": "chen", "buying_roles": ["D"], "adaptability": "pragmatist",
              "attitude": "sponsor", "coverage": "in-depth", "circle": "inner"},
    "silva": {"rank": 3, "reports_to": "novak", "buying_roles": ["E"], "adaptability": "pragmatist",
              "attitude": "neutral", "coverage": "multiple", "circle": "structure"},
    "wang": {"rank": 1, "reports_to": "novak", "buying_roles": ["U"], "adaptability": "conservative",
             "attitude": "non-supporter", "coverage": "brief", "circle": "outside"},
}  # fmt: skip


def mark(value: Any, **parts: Any) -> dict[str, Any]:
    """A confirmed mark, unless `parts` say otherwise."""
    return {"value": value, "cites": ["notes.p1"], "confidence": "explicit", **parts}


def people(changes: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The sound four with some fields changed; None blanks a mark; a plain value is taken as confirmed."""
    listed = []
    for id in [*SOUND, *(id for id in changes if id not in SOUND)]:
        person: dict[str, Any] = {"id": id, "name": id.title()}
        for field, value in (SOUND.get(id, {}) | changes.get(id, {})).items():
            if field in MARKS and not isinstance(value, dict):
                if value is not None:
                    person[field] = mark(value)
            else:
                person[field] = value
        listed.append(person)
    return listed


def board(changes: dict[str, dict[str, Any]], **more: Any) -> RelationshipMap:
    return RelationshipMap.model_validate({"people": people(changes), **more})


FULL = {"need": "esteem", "decision_focus": ["business"]}
ACTION = {"person": "chen", "what": "Show the plan", "why": "To win trust", "owner": "Li", "by": "2002-01-31"}
ACTIONS = [ACTION, ACTION | {"person": "novak"}]


def profile(changes: dict[str, dict[str, Any]], **more: Any) -> FiveDimensionProfile:
    full = {id: FULL | changes.get(id, {}) for id in {**SOUND, **changes}}
    return FiveDimensionProfile.model_validate({"people": people(full), "actions": ACTIONS, **more})


ALL_BLANK = dict.fromkeys(("buying_roles", "adaptability", "attitude", "coverage"))
BARE = {"cites": []}

# code: (record on which it speaks, record on which it does not, other codes that speak with it)
CASES: dict[str, tuple[Any, Any, set[str]]] = {
    "M01-attitude-tendency": (
        board({"silva": {"attitude": "neutral", "tendency": 3}}),
        board({"silva": {"attitude": "neutral", "tendency": 2}}),
        set(),
    ),
    "M01-unknown-superior": (board({"wang": {"reports_to": "ghost"}}), board({"wang": {"reports_to": None}}), set()),
    "M01-reporting-circle": (
        board({"novak": {"reports_to": "silva"}}),
        board({"novak": {"reports_to": None}}),
        set(),
    ),
    "M05-support-without-contact": (
        board({"silva": {"attitude": "supporter", "coverage": "brief"}}),
        board({"silva": {"attitude": "supporter", "coverage": "unknown"}}),
        set(),
    ),
    "M05-sponsor-low-tendency": (
        board({"novak": {"tendency": 1}}),
        board({"novak": {"tendency": 2}, "chen": {"tendency": 1}}),
        set(),
    ),
    "M05-decider-incomplete": (
        profile({"novak": {"need": None}}),
        profile({"silva": {"need": None}}),
        set(),
    ),
    "M05-unlikely-sponsor": (
        board({"novak": {"adaptability": "conservative"}}),
        board({"chen": {"adaptability": "laggard"}}),
        set(),
    ),
    "M05-belonging-superior-unknown": (
        board({"wang": {"need": "belonging"}, "novak": {"attitude": "unknown"}, "silva": {"attitude": "sponsor"}}),
        board({"wang": {"need": "safety"}, "novak": {"attitude": "unknown"}, "silva": {"attitude": "sponsor"}}),
        set(),
    ),
    "M05-esteem-challenged": (
        board({"novak": {"need": "esteem", "attitude": "non-supporter"}, "silva": {"attitude": "sponsor"}}),
        board({"novak": {"need": "esteem", "attitude": "neutral"}, "silva": {"attitude": "sponsor"}}),
        set(),
    ),
    "M05-cannot-both-be-true": (
        board({"wang": {"coverage": "none", "direct_contact": True}}),
        board({"wang": {"coverage": "brief", "direct_contact": True}}),
        set(),
    ),
    "M05-no-support-among-deciders": (
        board({
            "chen": {"attitude": mark("supporter", confidence="inferred")},
            "novak": {"attitude": "neutral"},
            "silva": {"attitude": "sponsor"},
            "wang": {"attitude": "supporter", "coverage": "multiple"},
        }),
        board({
            "novak": {"attitude": "neutral"},
            "silva": {"attitude": "sponsor"},
        }),
        set(),
    ),
    "M05-support-hangs-on-one": (
        board({"chen": {"attitude": mark("supporter", cites=[])}}),
        board({}),
        {"M60-certain-without-passage", "M60-uncited"},
    ),
    "M05-decider-without-action": (
        profile({}, actions=[ACTION]),
        profile({"silva": {"buying_roles": ["E", "U"]}}),
        set(),
    ),
    "M05-action-incomplete": (
        profile({}, actions=[ACTION, ACTION | {"person": "novak", "by": ""}]),
        profile({}),
        set(),
    ),
    "M05-action-unknown-person": (
        profile({}, actions=[*ACTIONS, ACTION | {"person": "ghost"}]),
        profile({}, actions=[*ACTIONS, ACTION | {"person": "wang"}]),
        set(),
    ),
    "M06-rank-taken-for-influence": (
        board({"novak": {"influence": mark(5, confidence=None, **BARE)}}),
        board({"novak": {"influence": 5}}),
        {"M60-uncited"},
    ),
    "M06-quiet-power-uncovered": (
        board({"wang": {"influence": 4, "circle": "structure", "coverage": "none"}}),
        board({"silva": {"influence": 4, "circle": "structure", "coverage": "none"}}),
        set(),
    ),
    "M06-inner-circle-empty": (
        board({"chen": {"circle": "structure"}, "novak": {"circle": "structure"}}),
        board({id: {"circle": None} for id in SOUND}),
        set(),
    ),
    "M06-inner-circle-uncovered": (
        board({"chen": {"circle": "structure"}, "novak": {"circle": "structure"},
               "wang": {"circle": "inner", "coverage": "unknown", "rank": 3}}),
        board({"chen": {"circle": "structure"}, "novak": {"circle": "structure"},
               "wang": {"circle": "inner", "coverage": "multiple", "rank": 3}}),
        set(),
    ),
    "M06-inner-circle-crowded": (
        board({"silva": {"circle": "inner"}, "wang": {"circle": "inner"}}),
        board({"silva": {"circle": "inner"}}),
        set(),
    ),
    "M06-circle-against-influence": (
        board({"silva": {"influence": 2}}),
        board({"silva": {"influence": 4}}),
        set(),
    ),
    "M37-no-final-approver": (
        board({"chen": {"buying_roles": ["D"]}}),
        board({"chen": {"buying_roles": ["A", "D"]}}),
        set(),
    ),
    "M37-decider-uncovered": (
        board({"chen": {"attitude": "neutral", "coverage": "unknown"}, "silva": {"attitude": "supporter"}}),
        board({"chen": {"attitude": "neutral"}, "silva": {"attitude": "supporter"}}),
        set(),
    ),
    "M37-no-sponsor-in-structure": (
        board({"novak": {"attitude": "supporter"}}),
        board({"novak": {"attitude": "supporter"}, "silva": {"attitude": "sponsor"}}),
        set(),
    ),
    "M37-opponent-without-plan": (
        board({"chen": {"attitude": "opponent"}, "silva": {"attitude": "supporter"}}),
        board({"chen": {"attitude": mark("opponent", note="Ask Novak to bring both to one table")},
               "silva": {"attitude": "supporter"}}),
        set(),
    ),
    "M37-line-to-unknown-person": (
        board({}, influences=[{"source": "silva", "target": "ghost"}]),
        board({}, influences=[{"source": "silva", "target": "chen"}]),
        set(),
    ),
    "M37-line-to-self": (
        board({}, influences=[{"source": "silva", "target": "silva"}]),
        board({}, influences=[{"source": "silva", "target": "novak"}]),
        set(),
    ),
    "M37-line-twice": (
        board({}, influences=[{"source": "silva", "target": "chen"}] * 2),
        board({}, influences=[{"source": "silva", "target": "chen"}, {"source": "chen", "target": "silva"}]),
        set(),
    ),
    "M37-only-evaluators-covered": (
        board({"chen": {"coverage": "brief", "attitude": "neutral"}, "novak": {"coverage": None}}),
        board({"chen": {"coverage": "brief", "attitude": "neutral"}}),
        {"M05-support-hangs-on-one", "M37-decider-uncovered", "M37-marks-missing"},
    ),
    "M37-marks-missing": (
        board({"wang": {"adaptability": None}}),
        board({"wang": {"adaptability": "unknown"}}),
        set(),
    ),
    "M37-people-untouched": (board({"wang": ALL_BLANK}), board({"wang": ALL_BLANK | {"coverage": "none"}}), set()),
    "M60-uncited": (
        board({"wang": {"coverage": mark("brief", confidence="inferred", **BARE)}}),
        board({"wang": {"coverage": mark("unknown", confidence=None, **BARE)}}),
        set(),
    ),
    "M60-certain-without-passage": (
        board({"wang": {"coverage": mark("brief", confidence="agreed", **BARE)}}),
        board({"wang": {"coverage": mark("brief", confidence="agreed")}}),
        {"M60-uncited"},
    ),
    "M66-bribe": (
        profile({}, actions=[ACTION, ACTION | {"person": "novak", "what": "私下给他一笔好处费"}]),
        profile({}, actions=[ACTION, ACTION | {"person": "novak", "what": "暗示要回扣就拒绝，并报告主管"}]),
        set(),
    ),
    "M66-rival-secret": (
        board({"wang": {"coverage": mark("brief", note="Ask her for the rival's price")}}),
        board({"wang": {"coverage": mark("brief", note="Do not ask for the rival's offer; ask how they compare")}}),
        set(),
    ),
    "M66-collusion": (
        board({"wang": {"coverage": mark("brief", note="Find two firms for cover bids")}}),
        board({"wang": {"coverage": mark("brief", note="We take part in no bid-rigging; she covers bids")}}),
        set(),
    ),
    "M66-personal-data": (
        board({"wang": {"coverage": mark("brief", note="他正在离婚，心思不在工作上")}}),
        board({"wang": {"coverage": mark("brief", note="两家公司合作多年，去年“离婚”了；电子病历系统归他管")}}),
        set(),
    ),
    "M66-personal-benefit": (
        board({"wang": {"need": "physiological"}}),
        board({"wang": {"need": "safety"}}),
        set(),
    ),
}  # fmt: skip
