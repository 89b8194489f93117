"""The cases of every check, by code, and the sound records that they change."""

from . import cases, people_cases, text_cases

_WRITTEN, _SOUND = cases.load()
CASES = people_cases.CASES | text_cases.CASES | _WRITTEN
SOUND = [people_cases.board({}), people_cases.profile({}), text_cases.listed({}), text_cases.chain({}), *_SOUND]
