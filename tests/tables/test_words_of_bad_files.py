"""What is wrong with a deal's file is told all at once, by line, and in the reader's language alone."""

import json
import re

import pytest

from sellkit.interchange.deal_file import read_deal, to_json
from sellkit.interchange.errors import FileRefused
from sellkit.training.deals import example
from sellkit.training.words import Words

FAULTS = {
    "content-too-low": lambda deal: deal.update(value=-5),
    "content-twice": lambda deal: deal["people"]["people"][1].update(id=deal["people"]["people"][0]["id"]),
    "content-no-such": lambda deal: deal["methods"]["power-interest"]["placements"][0]["x"].update(value="huge"),
    "content-unfit-cell": lambda deal: deal["methods"]["mutual-plan"]["rows"][0]["cells"].update(day="31.02.2026"),
    "content-not-date": lambda deal: deal["sales_plan"]["items"][0].update(due="soon"),
    "content-not-yes-no": lambda deal: deal["control"]["voices"][0].update(key="nearly"),
}


def refused(*faults: str) -> FileRefused:
    written = json.loads(to_json(example("zh-CN")[0]))
    for fault in faults:
        FAULTS[fault](written["deal"])
    with pytest.raises(FileRefused) as told:
        read_deal("deal.json", json.dumps(written, ensure_ascii=False, indent=1).encode())
    return told.value


def test_faults_of_different_kinds_are_told_all_at_once() -> None:
    assert {fault.key for fault in refused(*FAULTS).faults} == set(FAULTS)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_chinese_reader_is_told_in_chinese_where_it_is(fault: str) -> None:
    (told,) = refused(fault).faults
    said = Words("zh-CN").error(told)
    text = "".join(said.values()) if isinstance(said, dict) else str(said)
    places = r"r1/day|deal\.json|[a-z_]+(?:[.\-/][a-z0-9_\-/]+)+|“[^”]*”|true|false|value|high|low|r\d+"
    assert f"第 {told.params['line']} 行" in text
    assert re.findall("[A-Za-z]{2,}", re.sub(places, "", text)) == []
