"""Codes that people read aloud and type: short, no look-alikes, and costly to guess."""

import hashlib
import secrets
import threading
import time
import unicodedata
from collections.abc import Callable

#: No 0 O o 1 l I: a code is copied from a slide or a sheet of paper.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_code(groups: int, length: int) -> str:
    """A random code like `k7mp-w3xq`."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(length)) for _ in range(groups))


def tidy(code: str) -> str:
    """The code as it was meant: full-width letters, capitals, spaces and dashes make no difference."""
    folded = unicodedata.normalize("NFKC", code[:200]).lower()
    return "".join(letter for letter in folded if letter in ALPHABET)


def same(given: str, expected: str) -> bool:
    """Compare two codes in constant time, after tidying both."""
    return secrets.compare_digest(tidy(given).encode(), tidy(expected).encode())


def code_hash(code: str, salt: str) -> str:
    """What is stored instead of a personal code. Slow on purpose: a copied file must not give the codes away."""
    return hashlib.scrypt(tidy(code).encode(), salt=salt.encode(), n=2**13, r=8, p=1, dklen=32).hex()


class Guard:
    """Slows down guessing: after `burst` wrong codes from one address, one try per `pause` seconds.

    A trainee who mistypes is not hindered; a program would need centuries for the 31^8 personal codes.
    """

    def __init__(self, burst: int = 8, pause: float = 10.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst, self._pause, self._clock = burst, pause, clock
        self._wrong: dict[str, tuple[float, float]] = {}  # address -> (wrong codes left to forget, seen at)
        self._lock = threading.Lock()

    def _level(self, address: str) -> float:
        level, seen = self._wrong.get(address, (0.0, 0.0))
        return max(0.0, level - (self._clock() - seen) / self._pause)

    def wait(self, address: str) -> int:
        """Seconds until this address may try again; 0 is now."""
        with self._lock:
            over = self._level(address) - self._burst + 1
            return max(0, int(over * self._pause + 0.999)) if over > 0 else 0

    def failed(self, address: str) -> None:
        """Count a wrong code."""
        with self._lock:
            self._wrong[address] = (self._level(address) + 1, self._clock())
            if len(self._wrong) > 10_000:
                self._wrong = {who: mark for who, mark in self._wrong.items() if self._level(who) > 0}
