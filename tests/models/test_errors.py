"""An error keeps its parts, also on the way out of a worker process."""

import pickle

from sellkit.errors import SellkitError


class Refused(SellkitError):
    def __init__(self, *, name: str) -> None:
        super().__init__("refused", place="queue", name=name)


def test_an_error_tells_its_parts_in_a_log_line():
    assert str(Refused(name="a")) == "refused at queue (name='a')"


def test_an_error_keeps_its_parts_between_processes():
    found = pickle.loads(pickle.dumps(Refused(name="{a}")))
    assert isinstance(found, Refused)
    assert (found.key, found.place, found.params) == ("refused", "queue", {"name": "{a}"})
    assert str(found) == str(Refused(name="{a}"))
