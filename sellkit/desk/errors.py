"""What the desk can refuse. Each error keeps its parts; `Words.error` turns them into a sentence and a next step."""

from sellkit.errors import SellkitError


class DeskError(SellkitError):
    """Base of all that the desk refuses."""


class NetworkDisk(DeskError):
    """The register's file lies on a network disk, where SQLite's locks do not hold between machines."""

    def __init__(self, *, path: str, kind: str) -> None:
        super().__init__("desk-network-disk", place=path, path=path, kind=kind)


class NewerRegister(DeskError):
    """The register was written by a newer version of sellkit; opening it here could lose what we do not know."""

    def __init__(self, *, found: int, known: int) -> None:
        super().__init__("desk-newer-register", found=found, known=known)


class RegisterUnavailable(DeskError):
    """The register cannot be opened or written: read-only folder, full disk, a file that is no register."""

    def __init__(self, *, path: str, reason: str) -> None:
        super().__init__("desk-register-unavailable", place=path, path=path, reason=reason)


class NoSuchDatabase(DeskError):
    """The database of this address cannot be reached: a wrong address, no server there, or its driver is missing."""

    def __init__(self, *, address: str, reason: str) -> None:
        super().__init__("desk-no-database", place=address, address=address, reason=reason)


class NoSuchSubmission(DeskError):
    """No submission has this id."""

    def __init__(self, *, submission: int) -> None:
        super().__init__("desk-no-submission", submission=submission)


class JudgementRefused(DeskError):
    """A judgement that cannot be kept as it is; nothing was changed."""


class AlreadyReleased(JudgementRefused):
    """The trainee may have read this feedback: it changes only after it was taken back on purpose."""

    def __init__(self, *, submission: int, state: str) -> None:
        super().__init__("desk-already-released", submission=submission, state=state)


class NotReady(DeskError):
    """Feedback cannot be released while criteria wait for an assessor."""

    def __init__(self, *, submission: int, open: int) -> None:
        super().__init__("desk-not-ready", submission=submission, open=open)
