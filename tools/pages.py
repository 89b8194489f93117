"""The generated pages of docs/: every check with its examples, every model with its places. `python tools/do.py docs`.

What they say comes from the code, its catalogues, docs/models.yaml, and the cases that the tests use. It needs sellkit
installed, as it is by `tools/do.py`.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sellkit import checks
from sellkit.models.base import Record
from sellkit.models.change import Change, difference, plain
from sellkit.models.paths import leaves
from sellkit.training.methods import methods
from sellkit.training.words import Words
from sellkit.training.yamlfile import read_yaml
from sellkit.views.pictures import PICTURES

DOCS = Path(__file__).resolve().parent.parent / "docs"
LANGUAGES = {"en": ".md", "zh-CN": ".zh-CN.md"}
LINES, LETTERS = 4, 60


class Example(NamedTuple):
    """A record on which a check speaks and one on which it does not, each beside the sound one that was changed."""

    sound: Record
    speaks: Record
    silent: Record


def pages() -> Iterator[tuple[str, str]]:
    """Every generated page as (file name, text)."""
    shown = examples()
    for language, ending in LANGUAGES.items():
        yield f"checks{ending}", _checks_page(language, shown)
        yield f"models{ending}", _models_page(language)


def examples() -> dict[str, Example]:
    """The tests' cases by code. Of several sound records the one that needs the fewest changes was changed."""
    from tests.checks.all_cases import CASES, SOUND

    found = {}
    for code, (speaks, silent, _) in CASES.items():
        alike = [sound for sound in SOUND if type(sound) is type(speaks)] or [silent]
        sound = min(alike, key=lambda each: len(difference(each, speaks).changes))
        found[code] = Example(sound, speaks, silent)
    return found


def models() -> list[dict[str, Any]]:
    """The families of docs/models.yaml."""
    return _yaml("models.yaml")["families"]


def checks_of() -> Mapping[str, list[checks.Check]]:
    """The checks by the id of their model."""
    found: dict[str, list[checks.Check]] = {}
    for each in checks.registered():
        found.setdefault(each.code[:3], []).append(each)
    return found


def changes(before: Record, after: Record, say: Mapping[str, Any]) -> list[str]:
    """What was changed, a line for each place."""
    found = difference(before, after).changes
    lines = [line for change in found for line in _change(change, after, say)]
    # A comparison leaves out when a sheet was true; a check may speak of just that.
    was, now = ({leaf.path: leaf.value for leaf in leaves(record)} for record in (before, after))
    for path in dict.fromkeys((*was, *now)):
        told = any(path == change.path or path.startswith(f"{change.path}/") for change in found)
        if not told and was.get(path) != now.get(path):
            lines.append(_pair(path, was.get(path), now.get(path), say))
    return [line for line in lines if line]


def _change(change: Change, after: Record, say: Mapping[str, Any]) -> Iterator[str]:
    if change.kind in ("firmer", "looser"):
        yield f"{change.path}: {_value(change.now, say)} ({say[change.kind]})"
    elif change.kind == "added":
        inside = [leaf for leaf in leaves(after) if leaf.path.startswith(f"{change.path}/")]
        filled = [(leaf.path[len(change.path) + 1 :], leaf.value) for leaf in inside if _filled(leaf.value)]
        parts = [f"{place} {_value(value, say)}" for place, value in filled]
        yield _short(f"+ {change.path}: {', '.join(parts) or change.now}", 2 * LETTERS)
    elif change.kind == "removed":
        yield f"- {change.path}"
    else:
        yield _pair(change.path, change.was, change.now, say)


def _pair(path: str, was: Any, now: Any, say: Mapping[str, Any]) -> str:
    """Two values in a line; "" if both are blank, for an empty list is the same as none."""
    before, after = _value(was, say), _value(now, say)
    return "" if before == after == say["blank"] else f"{path}: {before} -> {after}"


def _filled(value: Any) -> bool:
    return plain(getattr(value, "value", value)) not in (None, "", (), False)


def _value(value: Any, say: Mapping[str, Any]) -> str:
    value = plain(getattr(value, "value", value))
    if value is None or value in ("", ()):
        return say["blank"]
    if isinstance(value, tuple):
        return _short(" ".join(str(plain(each)) for each in value))
    if isinstance(value, bool):
        return str(value).lower()
    return _short(f"{value:g}" if isinstance(value, float) else str(value))


def _short(text: str, letters: int = LETTERS) -> str:
    text = " ".join(text.replace("`", "'").split())
    return text if len(text) <= letters else f"{text[: letters - 1]}…"


def _checks_page(language: str, shown: Mapping[str, Example]) -> str:
    say = _in(_yaml("pages.yaml"), language)
    words, by_model = Words(language), checks_of()
    severities = Counter(each.severity for each in checks.registered())
    out = [f"# {say['checks']['title']}", "", say["generated"], "", say["checks"]["says"], ""]
    out += [f"**{say['checks']['counts'].format(all=severities.total(), models=len(by_model), **severities)}**", ""]
    out += [" · ".join(f"{model} {len(found)}" for model, found in by_model.items())]
    names = {model["id"]: _in(model["name"], language) for family in models() for model in family["models"]}
    for model, found in by_model.items():
        out += ["", f"## {model} {names[model]}"]
        for each in found:
            out += _check(each, shown[each.code], words, say["checks"])
    return "\n".join(out) + "\n"


def _check(check: checks.Check, example: Example, words: Words, say: Mapping[str, Any]) -> Iterator[str]:
    finding = next(each for each in checks.run(example.speaks) if each.code == check.code)
    told = words.finding(finding)
    yield from ("", f"### {check.code} · {say[check.severity]}", "")
    if words.language == "en":
        yield from (_escaped(" ".join((check.function.__doc__ or "").split())), "")
    yield from (f"> {_escaped(told['message'])}", ">", f"> **→** {_escaped(told['next'])}", "")
    for key, record in (("speaks", example.speaks), ("silent", example.silent)):
        yield f"- {say[key]}{say['colon']}{_changed(example.sound, record, say)}"


def _changed(before: Record, after: Record, say: Mapping[str, Any]) -> str:
    lines = changes(before, after, say)
    shown = [f"`{line}`" for line in lines[:LINES]]
    if len(lines) > LINES:
        shown.append(say["more"].format(count=len(lines) - LINES))
    return say["comma"].join(shown) or say["sound"]


def _models_page(language: str) -> str:
    say, by_model = _in(_yaml("pages.yaml"), language), checks_of()
    families = _in(models(), language)
    listed = [model for family in families for model in family["models"]]
    counts = {"models": len(listed), "checks": sum(map(len, by_model.values()))}
    counts |= {"pictures": len(PICTURES), "methods": len(methods())}
    out = [f"# {say['models']['title']}", "", say["generated"], "", say["models"]["says"], ""]
    out += [f"**{say['models']['counts'].format(**counts)}**"]
    for family in families:
        out += ["", f"## {family['name']}", ""]
        if "page" in family:
            link = f"[{family['name']}]({family['page']}{LANGUAGES[language]})"
            out += [f"{say['models']['page']}{say['checks']['colon']}{link}", ""]
        if family["models"]:
            out += [_line(say["models"]["heads"]), _line(["---"] * len(say["models"]["heads"]))]
            out += [_line(_cells(model, len(by_model.get(model["id"], ())))) for model in family["models"]]
        left = [model for model in family["models"] if "left_out" in model]
        out += ["", f"{say['models']['left_out']}{say['checks']['colon']}", ""] if left else []
        out += [f"- {model['id']} {model['name']}{say['checks']['colon']}{model['left_out']}" for model in left]
    shared = " · ".join(f"`{name}`" for name in _yaml("models.yaml")["shared"])
    return "\n".join([*out, f"{say['models']['shared']}{say['checks']['colon']}{shared}", ""])


def _cells(model: dict[str, Any], checks: int) -> list[str]:
    many = {key: "<br>".join(f"`{each}`" for each in model[key]) for key in ("names", "files", "score", "pictures")}
    head = f"**{model['id']}** {model['name']}"
    return [head, many["names"], many["files"], str(checks), many["score"], many["pictures"], model["source"]]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |".replace("|  |", "| |")


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "*_<|`" else letter for letter in text)


def _yaml(name: str) -> Any:
    return read_yaml(name, (DOCS / name).read_bytes()).data


def _in(value: Any, language: str) -> Any:
    """Each `{zh-CN: …, en: …}` in one language."""
    if isinstance(value, list):
        return [_in(each, language) for each in value]
    if not isinstance(value, dict):
        return value
    return value[language] if language in value else {key: _in(each, language) for key, each in value.items()}


if __name__ == "__main__":
    sys.path.append(str(DOCS.parent))
    for name, text in pages():
        (DOCS / name).write_text(text, encoding="utf-8")
        print(f"docs/{name}")
