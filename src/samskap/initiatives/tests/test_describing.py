"""Telling more about an initiative, leading it, and what stops for it."""

from datetime import date

import pytest

from samskap.initiatives.actions import publish_rung
from samskap.initiatives.actions.describing import describe, leave_the_lead, take_the_lead
from samskap.initiatives.actions.scraps import add_scrap, tell_stopped
from samskap.initiatives.actions.topics import add_topic, start_with_usual_topics
from samskap.initiatives.actions.unlinking import forget
from samskap.initiatives.errors.initiative import (
    NotYoursToChange,
    PhotoSaysNothing,
    WordsAreAgreed,
)
from samskap.initiatives.errors.scraps import StoppedAlready
from samskap.initiatives.errors.topics import NotYourTopics, TopicExists
from samskap.initiatives.forms.describing import RewriteForm
from samskap.initiatives.queries.partnership import work_together
from samskap.ledger.models import Account
from samskap.testing.factories.initiatives import InitiativeFactory, TopicFactory
from samskap.testing.factories.partnership import PartnerFactory
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db


def test_only_what_is_named_changes_and_the_page_is_new():
    initiative = InitiativeFactory(title="Before", what_is_new="Much")
    topic = TopicFactory(municipality=initiative.municipality)
    version = initiative.account.version

    told = describe(initiative=initiative, by=initiative.raised_by, title="After", topics=[topic])

    told.account.refresh_from_db()
    assert (told.title, told.what_is_new, list(told.topics.all())) == ("After", "Much", [topic])
    assert told.account.version == version + 1


def test_a_stranger_tells_nothing():
    with pytest.raises(NotYoursToChange):
        describe(initiative=InitiativeFactory(), by=PersonFactory(), title="Mine")


def test_the_first_words_stay_once_the_problem_is_agreed_on():
    initiative = InitiativeFactory(state="designing")

    with pytest.raises(WordsAreAgreed):
        describe(initiative=initiative, by=initiative.raised_by, dream="Something else.")

    assert describe(initiative=initiative, by=initiative.raised_by, dream=initiative.dream)


def test_a_photo_comes_with_words():
    initiative = InitiativeFactory()

    with pytest.raises(PhotoSaysNothing):
        describe(initiative=initiative, by=initiative.raised_by, photo="initiatives/a.jpg")


def test_facilitators_take_the_lead_and_hand_it_back():
    initiative = InitiativeFactory()
    helge = person_with("facilitator", initiative.municipality)

    take_the_lead(initiative=initiative, by=helge)
    assert list(initiative.facilitators.all()) == [helge]
    leave_the_lead(initiative=initiative, by=helge)
    leave_the_lead(initiative=initiative, by=helge)

    assert not initiative.facilitators.exists()
    with pytest.raises(NotYoursToChange):
        take_the_lead(initiative=initiative, by=initiative.raised_by)


def test_what_stops_has_an_owner_and_a_day_and_stops_once():
    initiative = InitiativeFactory()
    ada = initiative.raised_by
    scrap = add_scrap(
        initiative=initiative, by=ada, what="The form", owner="IT", stops_on=date(2026, 12, 1)
    )

    stopped = tell_stopped(scrap=scrap, by=ada, learnt="Nobody missed it.")

    assert stopped.stopped_at is not None
    with pytest.raises(StoppedAlready):
        tell_stopped(scrap=scrap, by=ada)
    with pytest.raises(NotYoursToChange):
        tell_stopped(scrap=scrap, by=PersonFactory())


def test_topics_are_kept_by_facilitators(municipality):
    helge = person_with("facilitator", municipality)

    topic = add_topic(municipality=municipality, by=helge, names={"nb": "Skole", "en": "School"})

    assert (topic.slug, str(topic)) == ("skole", "School")
    with pytest.raises(TopicExists):
        add_topic(municipality=municipality, by=helge, names={"nb": "Skole"})
    with pytest.raises(NotYourTopics):
        add_topic(municipality=municipality, by=PersonFactory(), names={"nb": "Mitt"})


def test_the_usual_topics_are_put_there_once(municipality):
    first = start_with_usual_topics(municipality=municipality)
    second = start_with_usual_topics(municipality=municipality)

    assert first == second
    assert all(set(topic.name) == {"nb", "nn", "da", "en"} for topic in first)


def test_the_rung_is_written_beside_the_initiative():
    initiative = InitiativeFactory()

    publish_rung(initiative=initiative, rung="4", is_provisional=True)

    initiative.refresh_from_db()
    assert (initiative.rung, initiative.rung_is_provisional) == ("4", True)


@pytest.mark.parametrize(
    ("bring", "question"),
    [
        ("", "How can we, with us over 80, come to this: nobody eats alone?"),
        (
            "time.",
            "How can we, with us over 80, who bring this: time, come to this: nobody eats alone?",
        ),
    ],
)
def test_for_becomes_with(bring, question):
    form = RewriteForm({"who": "us over 80", "what": "nobody eats alone.", "bring": bring})

    assert form.is_valid()
    assert form.question() == question


def test_who_deletes_their_account_leaves_no_thread_behind():
    initiative = InitiativeFactory()
    ada = initiative.raised_by
    helge = person_with("facilitator", initiative.municipality)
    take_the_lead(initiative=initiative, by=helge)
    version = Account.objects.get(pk=initiative.account_id).version

    forget(ada)
    forget(helge)

    initiative.refresh_from_db()
    assert (initiative.raised_by, list(initiative.facilitators.all())) == (None, [])
    assert [change.by for change in initiative.changes.all()] == [None]
    assert Account.objects.get(pk=initiative.account_id).version == version + 2


def test_partners_of_one_initiative_work_together(municipality):
    initiative = InitiativeFactory(municipality=municipality)
    one, two = (PartnerFactory(initiative=initiative, status="joined") for _ in range(2))
    other = PartnerFactory(initiative__municipality=municipality, status="joined")
    ada, bo, cille = (each.contact or each.person for each in (one, two, other))

    assert work_together(ada, bo, municipality)
    assert not work_together(ada, cille, municipality)
