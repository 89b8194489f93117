"""What a coach has sent out to one person: feedback that was released, or an answer that was sent back."""

from sqlalchemy import select

from sellkit.desk.register import Register
from sellkit.desk.schema import submissions

SENT = ("released", "returned")


def sent_to(register: Register, author: str) -> dict[str, int]:
    """The newest submission of each exercise that this person may read the coach's words on: exercise → number."""
    mine = select(submissions.c.exercise, submissions.c.id).where(
        submissions.c.author == author, submissions.c.state.in_(SENT)
    )
    return {row["exercise"]: row["id"] for row in register.all(mine.order_by(submissions.c.id))}
