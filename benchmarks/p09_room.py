"""P9: memory of a trainee in the room server. P10: a hundred trainees who edit at once, each every 3 seconds.

The server has one process; the trainees' side of the connections runs in this one, on the same two cores.
"""

import asyncio
import random
from collections.abc import Iterator
from typing import Any

from measure import Figure, absolute, percentile
from room import Room, Trainee, served

PEOPLE = 100
EXERCISE = "homebody/relationship-map"
PERSONS = ("overall", "goto", "balance", "futura", "updown", "makit", "panic", "notetaker", "technology", "dinero")
LEVELS = ("supporter", "neutral", "opponent")
EVERY, ROUNDS = 3.0, 8


def figures() -> Iterator[Figure]:
    with served() as room:
        yield from asyncio.run(course(room))


async def course(room: Room) -> list[Figure]:
    alone = await Trainee.at(room, room.join("Trainee 0"), EXERCISE)
    quiet = await edits(alone, 0, pause=0.2, rounds=20)
    before = room.memory()
    cookies = [await asyncio.to_thread(room.join, f"Trainee {number}") for number in range(1, PEOPLE + 1)]
    trainees = [await Trainee.at(room, cookie, EXERCISE) for cookie in cookies]
    each = (room.memory() - before) / PEOPLE / 2**20
    answers = await asyncio.gather(*(edits(one, number, EVERY, ROUNDS) for number, one in enumerate(trainees)))
    touches = [seconds * 1e3 for times in answers for seconds in times]
    for trainee in [alone, *trainees]:
        await trainee.connection.close()
    calm, p95 = percentile(quiet, 95) * 1e3, percentile(touches, 95)
    lost = PEOPLE * ROUNDS - len(touches)
    note = f"one trainee alone {calm:.0f} ms; median {percentile(touches, 50):.0f}, worst {max(touches):.0f} ms"
    bare = f"the server with one trainee: {before / 2**20:.0f} MiB"
    return [
        absolute("P9", f"memory per trainee, {PEOPLE} exercises open", 4, each, "MiB", bare),
        absolute("P10", f"p95 of an edit, {PEOPLE} trainees at once", 250, p95, "ms", note, alone_ms=calm),
        absolute("P10", f"edits lost of {PEOPLE * ROUNDS}", 0, lost, "edits", "each acknowledged after fsync"),
    ]


async def edits(trainee: Trainee, number: int, pause: float, rounds: int) -> list[float]:
    """Marks set one after the other, at moments of the trainee's own; the seconds until each was on disk."""
    draw = random.Random(number)
    marks: dict[str, Any] = {}
    times = []
    await asyncio.sleep(draw.uniform(0, pause))
    for _ in range(rounds):
        field = f"{draw.choice(PERSONS)}/attitude"
        to = {"value": draw.choice(LEVELS), "cites": ["minutes-8oct.p2"], "note": str(draw.random())}
        times.append(await trainee.edit(field, marks.get(field), to))
        marks[field] = to
        await asyncio.sleep(max(0.0, pause - times[-1]))
    return times
