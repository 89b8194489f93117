"""What goes wrong while a click is served becomes a message on the page, never a traceback that nobody sees."""

import logging
from collections.abc import Callable
from typing import Any

from sellkit.errors import SellkitError
from sellkit.training.refusals import JournalError
from sellkit.training.words import Words

log = logging.getLogger(__name__)


def guarded(
    act: Callable[[Any], None], words: Callable[[], Words], tell: Callable[[str], None]
) -> Callable[[Any], None]:
    """`act`, whose errors are told in the language that the page has by then; what was typed stays in the browser.

    Where on the disk the work cannot be kept is for the trainer, in the log: once, though saving is tried again and
    again.
    """
    logged = ""

    def acting(given: Any) -> None:
        nonlocal logged
        try:
            act(given)
            logged = ""
        except SellkitError as error:
            if isinstance(error, JournalError) and str(error) != logged:
                logged = str(error)
                log.warning("an answer is not saved: %s", error)
            tell(words().error(error))
        except Exception:
            log.exception("a page failed while serving a click")
            tell(words().say("screens.unexpected"))

    return acting
