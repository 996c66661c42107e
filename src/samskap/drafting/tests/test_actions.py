"""Writing, proposing and deciding."""

import pytest

from samskap.drafting import actions
from samskap.drafting.errors import NotYoursToDecide, NotYoursToWrite
from samskap.drafting.models import Change
from samskap.drafting.queries import text_now
from samskap.initiatives.models import Initiative
from samskap.ledger.models import Contribution
from samskap.testing.factories.drafting import BUS, change, document, paragraph, writer_of
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db
State = Change.State


def said(text) -> list[str]:
    """What a text says now."""
    return [placed.text for placed in text_now(text)]


def test_two_who_write_at_once_keep_every_word_of_each_other():
    text = document()
    bus, hand = paragraph(text), writer_of(text)
    one, two = BUS.replace("hour", "half hour"), BUS.replace("eight", "eleven")

    first = actions.write(paragraph=bus, hand=hand, text=one, why="Often.", base_version=1)
    second = actions.write(paragraph=bus, hand=hand, text=two, why="Late.", base_version=1)
    again = actions.write(paragraph=bus, hand=hand, text=two, why="Late.", base_version=1)
    clash = actions.write(
        paragraph=bus, hand=hand, text=BUS.replace("eight", "nine"), why="Early.", base_version=1
    )

    assert (first.version, second.version, again.version) == (2, 3, 3)
    assert said(text) == [one.replace("eight", "eleven")]
    assert (clash.now.version, clash.mine) == (3, BUS.replace("eight", "nine"))
    assert Contribution.objects.filter(kind="draft").count() == 1  # one for each writer and text


def test_a_change_that_is_accepted_keeps_the_other_and_tells_its_fate():
    text = document()
    bus = paragraph(text)
    late, often = change(bus), change(bus, text=BUS.replace("every hour", "twice an hour"))
    by = writer_of(text).by

    actions.decide_change(change=late, by=by, state=State.ACCEPTED, answer="Yes.")
    actions.decide_change(change=often, by=by, state=State.ACCEPTED)

    assert said(text) == [BUS.replace("every hour", "twice an hour").replace("eight", "eleven")]
    late.refresh_from_db()
    assert late.contribution.standing.status == "used"
    assert [cause.contribution for cause in late.became.causes.all()] == [late.contribution]


def test_only_those_whom_the_rule_names_decide():
    """Decidim’s CVE-2026-40869: there anybody could accept an amendment."""
    text = document()
    open_one = change(paragraph(text))
    municipality = text.municipality
    others = [
        open_one.contribution.giver.person,
        PersonFactory(),
        *(
            RoleFactory(municipality=municipality, role=role).person
            for role in ("facilitator", "administrator", "leader", "politician", "case_officer")
        ),
    ]

    for by in others:
        for state in (State.ACCEPTED, State.REJECTED, State.ACCEPTED_CHANGED):
            with pytest.raises(NotYoursToDecide):
                actions.decide_change(change=open_one, by=by, state=state, answer="So.", text="So.")
        with pytest.raises(NotYoursToWrite):
            actions.write(
                paragraph=open_one.paragraph,
                hand=hand_of(by, municipality),
                text="So.",
                why="So.",
                base_version=1,
            )

    assert said(text) == [BUS]
    assert Initiative.objects.get().account.rows == 2
