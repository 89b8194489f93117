"""Six posts, and who we know in each."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.account.key_contacts import POSTS, KeyPeople

from .examples import examples
from .method_sheets import mark


def key_people(operated, contacts, never_met=()):
    rows = []
    for number, contact in enumerate(contacts):
        person, post, seniority = contact.split()
        firm = not seniority.endswith("?")
        rows.append(
            {"id": f"c{number}", "person": person, "post": mark(post), "seniority": mark(seniority), "ours": "Ma"}
        )
        assert firm == (rows[-1]["seniority"]["confidence"] == "explicit")
    people = [{"id": id, "coverage": mark("none")} for id in never_met]
    return KeyPeople.model_validate({"people": people, "operated": mark(operated), "contacts": rows})


@pytest.mark.parametrize(("sheet", "expect"), examples("key-contacts", "gaps"))
def test_one_post_against_the_standard(sheet, expect):
    gap = next(gap for gap in key_people(**sheet).gaps() if gap.post == expect["post"])
    found = gap.model_dump(mode="json") | {"missing": gap.missing}
    assert {name: found[name] for name in expect} == expect


@pytest.mark.parametrize(("sheet", "expect"), examples("key-contacts", "table"))
def test_how_many_contacts_each_post_lacks(sheet, expect):
    assert {gap.post: gap.missing for gap in key_people(**sheet).gaps()} == expect


contact = st.tuples(
    st.sampled_from("abcdef"), st.sampled_from(POSTS), st.sampled_from(["junior", "middle", "senior", "middle?"])
).map(" ".join)


@settings(deadline=None)
@given(st.booleans(), st.lists(contact, max_size=40), contact)
def test_another_contact_never_widens_a_gap(operated, contacts, more):
    before, after = (key_people(operated, rows).gaps() for rows in (contacts, [*contacts, more]))
    assert all(now.missing <= was.missing for was, now in zip(before, after, strict=True))


@settings(deadline=None)
@given(st.lists(contact, max_size=40))
def test_in_a_post_everybody_is_told_once(contacts):
    for gap in key_people(True, contacts).gaps():
        named = [*gap.contacts, *gap.junior, *gap.claimed, *gap.not_met]
        assert len(named) == len(set(named))
        assert set(named) == {person for person, post, _ in map(str.split, contacts) if post == gap.post}


def test_two_contacts_with_one_id_are_refused():
    twice = {"id": "c1", "person": "liu"}
    with pytest.raises(ValueError, match="'c1' stands twice"):
        KeyPeople.model_validate({"contacts": [twice, twice]})
