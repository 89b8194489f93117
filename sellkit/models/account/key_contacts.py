"""M15: six posts in which we must know somebody who counts, and where we do not."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from sellkit.models.base import Id, Judged, PersonId, Record, Rises, Rows
from sellkit.models.people.stakeholder import People

Post = Literal["decision", "cost", "finance", "sales", "it-office", "engineering"]
POSTS: tuple[Post, ...] = get_args(Post)
Seniority = Literal["junior", "middle", "senior"]
SENIORITY_STEPS: dict[Seniority, int] = {"junior": 0, "middle": 1, "senior": 2}
# How many middle or senior contacts each post needs.
OPERATED, OTHER = 2, 1


class KeyContact(Record):
    """Somebody at the customer's whom we know: in which post, how senior, and who of ours keeps the contact."""

    id: Id
    person: PersonId
    post: Judged[Post] = Field(default_factory=Judged[Post])
    seniority: Annotated[Judged[Seniority], Rises(SENIORITY_STEPS)] = Field(default_factory=Judged[Seniority])
    ours: str = ""

    @property
    def confirmed(self) -> bool:
        """Post and seniority rest on evidence."""
        return self.post.confirmed and self.seniority.confirmed


class PostGap(Record):
    """One post against the standard.

    contacts  middle or senior people whom we know there; junior: those who are not senior enough to count
    claimed   people for whom post or seniority is not confirmed; not_met: named here, but nobody has talked to them
    """

    post: Post
    needed: int
    contacts: tuple[PersonId, ...] = ()
    junior: tuple[PersonId, ...] = ()
    claimed: tuple[PersonId, ...] = ()
    not_met: tuple[PersonId, ...] = ()

    @property
    def missing(self) -> int:
        """How many contacts are still needed."""
        return max(0, self.needed - len(self.contacts))


class KeyPeople(People):
    """The people of an account, and which of them are our contacts in its six posts.

    operated  we work this account actively; then each post needs two middle or senior contacts, otherwise one
    Raises ValueError for two contacts with one id. Source: the key-contact standard of the C136 tool.
    """

    operated: Judged[bool] = Field(default_factory=Judged[bool])
    contacts: Rows[KeyContact] = ()

    @property
    def needed(self) -> int:
        """How many contacts each post needs. The claim to operate an account brings the standard with it."""
        return OPERATED if self.operated.given else OTHER

    def gaps(self) -> tuple[PostGap, ...]:
        """All six posts against the standard. A person counts once in a post, and in every post that they hold."""
        return tuple(self._gap(post) for post in POSTS)

    def _gap(self, post: Post) -> PostGap:
        sorts: dict[str, dict[str, None]] = {"contacts": {}, "junior": {}, "claimed": {}, "not_met": {}}
        for contact in self.contacts:
            if contact.post.given == post:
                sorts[self._sort(contact)][contact.person] = None
        better: set[str] = set()
        for people in sorts.values():  # the best row about a person speaks for them
            for person in better & people.keys():
                del people[person]
            better |= people.keys()
        return PostGap.model_validate({"post": post, "needed": self.needed, **{k: tuple(v) for k, v in sorts.items()}})

    def _sort(self, contact: KeyContact) -> str:
        person = self.person(contact.person)
        if person is not None and person.coverage.given == "none":
            return "not_met"
        if not contact.confirmed:
            return "claimed"
        return "junior" if contact.seniority.given == "junior" else "contacts"
