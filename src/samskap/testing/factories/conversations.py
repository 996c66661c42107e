"""Factories for conversations: said through the actions, so that the ledger knows of it."""

import uuid
from typing import Any

from samskap.conversations.actions.moderating import appeal, judge, report
from samskap.conversations.actions.talking import say
from samskap.conversations.hosts import Subject, about_decision
from samskap.conversations.models import Comment, Rules, Verdict
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.partnership import DecisionFactory
from samskap.testing.factories.people import PersonFactory, person_with


def subject(initiative: Initiative | None = None, **more: Any) -> Subject:
    """A decision to talk about, unless told otherwise."""
    return about_decision(DecisionFactory(initiative=initiative or InitiativeFactory(), **more))


def comment(*, about: Subject | None = None, person: Person | None = None, **more: Any) -> Comment:
    """A resident’s comment, unless told otherwise."""
    about = about or subject()
    municipality = about.initiative.municipality
    hand = more.pop("hand", None) or hand_of(person or PersonFactory(), municipality)
    plain = {"text": "I like the bench.", "language": "en", "form_key": uuid.uuid4()}
    return say(subject=about, hand=hand, **plain | more)


def verdict(*, about: Subject | None = None, by: Person | None = None, **more: Any) -> Verdict:
    """A comment that a facilitator has hidden because it is advertising."""
    about = about or subject()
    by = by or person_with("facilitator", about.initiative.municipality)
    hidden = comment(about=about, text="Buy my boats!", **more)
    plain = {"hides": True, "ground": "advertising", "reason": "It sells boats."}
    return judge(comment=hidden, by=by, **plain)


def first_comment(*, about: Subject | None = None, **more: Any) -> Comment:
    """What somebody said who is new where first comments wait to be read."""
    about = about or subject()
    here = about.initiative.municipality
    Rules.objects.update_or_create(municipality=here, defaults={"first_comments": "held"})
    return comment(about=about, **more)


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of conversations names."""
    about = subject(InitiativeFactory(municipality=municipality))
    said = comment(about=about, person=people["resident"])
    comment(about=about, person=people["employee"], above=said)
    report(comment=said, by=people["employee"], ground="astray")
    hidden = verdict(about=about, person=people["resident"])
    appealed = appeal(verdict=hidden, by=people["resident"], text="They are not mine.")
    again = verdict(about=about, person=people["resident"])
    waits = first_comment(about=about)
    thing = [{"kind": about.kind, "key": about.key}]
    one = [{"pk": said.pk}]
    return {
        **{f"conversations:{name}": thing for name in "thread keep paper".split()},
        **{
            f"conversations:{name}": one
            for name in "comment edit remove pin unpin report judge".split()
        },
        "api:list_comments": thing,
        "api:moderation_log": [{"year": hidden.at.year}],
        "conversations:let_in": [{"pk": waits.pk}],
        "conversations:appeal": [{"pk": again.comment_id}],
        "conversations:decide": [{"pk": appealed.pk}],
    }
