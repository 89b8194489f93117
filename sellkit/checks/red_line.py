"""M66: a red line of honest selling, and whether a text crosses it or only speaks of it.

A mark costs points, so who refuses, forbids, reports or merely observes is left in peace, and what is public is
nobody's secret. Where words alone cannot tell, nothing is said.
"""

import re
from typing import NamedTuple

from sellkit.checks.red_line_refusals import observed, refused


class RedLine(NamedTuple):
    """What crosses the line, for lower-case text.

    ascii_stems, stems  of which one must occur for anything else to be tried
    words               what crosses the line
    lawful              what makes it none, anywhere in the same sentence
    offered             only who offers it crosses the line: that others do it or ask us for it is an observation
    """

    ascii_stems: tuple[str, ...]
    stems: tuple[str, ...]
    words: re.Pattern[str]
    lawful: re.Pattern[str]
    offered: bool = False

    def stems_in(self, text: str) -> list[str]:
        """The stems that occur in the lower-case text; nearly no text has one."""
        found = [stem for stem in self.ascii_stems if stem in text]
        return found if text.isascii() else found + [stem for stem in self.stems if stem in text]

    def crossed_by(self, text: str) -> bool:
        """The lower-case text crosses this line in a sentence that neither refuses it nor makes it lawful."""
        if not self.stems_in(text):
            return False
        read: set[tuple[str, str, str]] = set()  # long texts repeat themselves
        for found in self.words.finditer(text):
            start, end = found.span()
            before = _ENDS.split(text[max(0, start - _AROUND) : start])[-1]
            after = _ENDS.split(text[end : end + _AROUND], maxsplit=1)[0]
            parts = (before, found.group(), after)
            if parts not in read:
                read.add(parts)
                if not self._only_speaks_of_it(*parts):
                    return True
        return False

    def _only_speaks_of_it(self, before: str, words: str, after: str) -> bool:
        if self.lawful.search(before + words + after) or refused(before, words, after):
            return True
        return self.offered and observed(before, words, after)


_AROUND = 80  # characters of a sentence that are read before and after
_ENDS = re.compile(r"[。；！？;!?\n]|\.(?!\d)")
