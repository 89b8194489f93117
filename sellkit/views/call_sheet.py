"""The prompter as a one-page call sheet in Markdown, to be printed or kept beside the telephone."""

import re
from collections.abc import Mapping

from sellkit.models.pain.prompter import Prompter
from sellkit.views.pictures.prompter import COLUMNS, reads, said
from sellkit.views.pictures.relationship_map import Says

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def call_sheet(
    prompter: Prompter, words: Says, *, names: Mapping[str, str] | None = None,
    statements: Mapping[str, str] | None = None,
) -> str:  # fmt: skip
    """Owner, pain, and per reason the three questions to ask; what people typed is only ever text.

    ``names`` are the people's by id, ``statements`` the texts of the exercise's bank, both in the words' language.
    """
    known, bank = names or {}, statements or {}
    owner = known.get(prompter.owner, prompter.owner) if prompter.owner else words.say("boards.prompter.no-owner")
    lines = [f"# {_text(owner)}", f"**{_text(said(prompter.pain, bank, words))}**"]
    if not prompter.lines:
        lines.append(words.say("boards.prompter.empty"))
    for n, line in enumerate(prompter.lines, 1):
        asked = reads(line, words, known, bank)
        blank = words.say("boards.prompter.blank")
        questions = (f"- **{words.say(f'boards.prompter.{part}')}** {_text(asked[part] or blank)}" for part in COLUMNS)
        lines.append("\n".join([f"## {n}", "", *questions]))
    if prompter.offer.strip():
        lines.append(f"*{_text(words.say('boards.prompter.offer', offer=prompter.offer))}*")
    return "\n\n".join(lines) + "\n"


def _text(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
