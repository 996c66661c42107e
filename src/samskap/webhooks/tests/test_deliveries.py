"""What happened arrives: once for the receiver, in time, signed, and never with a name."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samskap.base.memory import remember
from samskap.base.models import Happening
from samskap.base.queue.engine import engine
from samskap.ideas.actions import withdraw
from samskap.initiatives.models import Decision
from samskap.municipalities.queries import address_of
from samskap.notices.models import Notice
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.webhooks import DeliveryFactory
from samskap.webhooks import actions, signing
from samskap.webhooks.models import Delivery, Hook
from samskap.webhooks.sending import Answer
from samskap.webhooks.tasks import tell_hooks

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    """An initiative that ideas are given to."""
    return InitiativeFactory(municipality=municipality)


def a_minute_passes():
    """The clock and the queue do what a minute brings."""
    tell_hooks.call()
    engine().work_off()


def make_due():
    """Let the next pause be over."""
    Delivery.objects.filter(due_at__isnull=False).update(due_at=timezone.now())


def test_what_happened_is_told_once_with_its_address_and_without_names(hook, listening, initiative):
    ada = PersonFactory(given_name="Adalmina")
    given = idea(initiative=initiative, person=ada)

    for _minute in range(3):
        a_minute_passes()

    (told,) = listening.taken
    assert told["type"] == "ideas.idea_given"
    assert told["data"] == {
        "municipality": initiative.municipality.slug,
        "kind": "idea",
        "id": str(given.public_id),
        "initiative": initiative.slug,
        "address": f"{address_of(initiative.municipality)}{given.get_absolute_url()}",
    }
    assert listening.refused == []
    (_headers, body), *_more = listening.sent
    for secret in ("Adalmina", ada.email, str(ada.public_id), str(ada.pseudonym_key)):
        assert secret not in body.decode()


def test_only_what_was_chosen_and_what_is_still_there_is_told(hook, listening, initiative):
    remember("initiatives.described", by=None, about=initiative)
    idea(initiative=InitiativeFactory())  # in another municipality
    person = PersonFactory()
    gone = idea(initiative=initiative, person=person)
    withdraw(idea=gone, by=person)

    a_minute_passes()

    assert listening.names == []


def test_what_fails_is_tried_again_after_growing_pauses_under_the_same_name(
    hook, listening, initiative
):
    idea(initiative=initiative)
    listening.says = 503
    a_minute_passes()
    failed = Delivery.objects.get()
    first = (failed.status, failed.attempts, failed.taken_at)

    listening.says = 200
    a_minute_passes()
    too_early = len(listening.names)
    make_due()
    a_minute_passes()

    assert first == (503, 1, None)
    assert too_early == 1
    assert len(listening.taken) == 1
    assert len(set(listening.names)) == 1
    assert Delivery.objects.get().taken_at
    assert Hook.objects.get().failing_since is None


def test_after_a_day_of_trying_it_is_given_up_and_may_be_sent_again(
    hook, listening, initiative, administrator
):
    idea(initiative=initiative)
    listening.says = 500
    pauses = []
    a_minute_passes()
    while (tried := Delivery.objects.get()).due_at:
        pauses.append(tried.due_at - tried.tried_at)
        make_due()
        a_minute_passes()

    assert len(pauses) == len(actions.PAUSES)
    assert all(later > sooner for sooner, later in pairwise(pauses))
    assert timedelta(hours=24) <= sum(pauses, timedelta()) <= timedelta(hours=48)
    assert tried.is_given_up

    listening.says = 200
    actions.send_again(delivery=Delivery.objects.select_related("hook").get(), by=administrator)
    engine().work_off()
    assert len(listening.taken) == 1


def test_after_days_without_a_yes_it_is_switched_off_and_the_administrator_hears(
    hook, listening, initiative, administrator
):
    Hook.objects.update(failing_since=timezone.now() - actions.FAILING)
    idea(initiative=initiative)
    listening.says = 500
    a_minute_passes()
    idea(initiative=initiative)
    a_minute_passes()

    assert Hook.objects.get().off == "failing"
    assert len(listening.names) == 1
    notice = Notice.objects.get(person=administrator)
    assert (notice.label, notice.path) == ("A webhook was switched off", hook.get_absolute_url())


def test_an_address_that_says_it_is_gone_is_switched_off_at_once(hook, listening, initiative):
    idea(initiative=initiative)
    listening.says = 410

    a_minute_passes()

    assert Hook.objects.get().off == "gone"


def test_switched_on_again_it_hears_of_what_happens_from_then_on(
    hook, listening, initiative, administrator
):
    actions.switch(hook=hook, is_on=False, by=administrator)
    idea(initiative=initiative)
    a_minute_passes()
    actions.switch(hook=hook, is_on=True, by=administrator)
    later = idea(initiative=initiative)

    a_minute_passes()

    assert [told["data"]["id"] for told in listening.taken] == [str(later.public_id)]


def test_a_forged_message_and_one_that_is_sent_again_are_seen_through(
    hook, listening, initiative, administrator
):
    idea(initiative=initiative)
    listening.secret = signing.secret_of(hook, generation=9)
    a_minute_passes()
    assert listening.refused == ["forged"]

    listening.secret = signing.secret_of(hook)
    make_due()
    a_minute_passes()
    actions.send_again(delivery=Delivery.objects.select_related("hook").get(), by=administrator)
    engine().work_off()

    assert listening.refused == ["forged", "replayed"]
    assert len(listening.taken) == 1


def test_a_receiver_has_a_day_to_change_over_to_a_new_secret(
    hook, listening, initiative, administrator
):
    old, new = signing.secret_of(hook), signing.secret_of(hook, generation=2)
    actions.renew_secret(hook=hook, by=administrator)
    for secret in (old, new):
        listening.secret = secret
        idea(initiative=initiative)
        a_minute_passes()
    Hook.objects.update(renewed_at=timezone.now() - signing.BOTH_HOLD)
    listening.secret = old
    idea(initiative=initiative)
    a_minute_passes()

    assert old != new
    assert (len(listening.taken), listening.refused) == (2, ["forged"])


def test_what_was_written_by_a_slow_hand_is_told_too(hook, listening, initiative):
    slow = idea(initiative=initiative)
    unseen = Happening.objects.get(what="ideas.idea_given")
    facts = {field.attname: getattr(unseen, field.attname) for field in Happening._meta.fields}
    unseen.delete()  # its transaction has not ended, so nobody sees it
    idea(initiative=initiative)
    a_minute_passes()
    Happening.objects.create(**facts)

    a_minute_passes()

    assert listening.taken[-1]["data"]["id"] == str(slow.public_id)
    assert len(listening.taken) == 2


def test_giving_an_idea_costs_no_statement_more_where_there_is_a_hook(
    municipality, administrator, initiative, here
):
    def statements():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            idea(initiative=initiative)
        return len(asked)

    statements()
    without = statements()
    actions.register(
        municipality=municipality,
        url="http://127.0.0.1:9/",
        hears=["ideas.idea_given"],
        by=administrator,
    )
    assert statements() == without


def test_many_decisions_and_ideas_are_gathered_in_as_many_questions(hook, initiative):
    hook.events = ["ideas.idea_given", "initiatives.decision_opened"]
    hook.save()

    def questions(number):
        for _number in range(number):
            decision = Decision.objects.create(
                municipality=initiative.municipality,
                initiative=initiative,
                phase="define",
                title="Where to plant",
            )
            what = "initiatives.decision_opened"
            remember(what, by=None, about=decision, within=initiative)
            remember("ideas.idea_given", by=None, about=given, within=initiative)
        with CaptureQueriesContext(connection) as asked:
            waiting = actions.gather(hook, now=timezone.now())
        return waiting, len(asked)

    given = idea(initiative=initiative)
    (few, questions_for_few), (many, questions_for_many) = questions(1), questions(20)
    assert (few, many) == (3, 43)
    assert questions_for_few == questions_for_many


def test_an_address_that_is_taken_away_while_it_is_told_is_let_be(hook, initiative, administrator):
    idea(initiative=initiative)
    actions.gather(hook, now=timezone.now())
    told = Delivery.objects.get()
    actions.take_away(hook=Hook.objects.get(), by=administrator)

    assert not actions.note(told, Answer(200), now=timezone.now())
    assert actions.gather(hook, now=timezone.now()) == 0
    assert not Delivery.objects.exists()


def test_old_messages_are_let_go_some_at_a_time_whether_taken_or_waiting(hook, monkeypatch):
    now = timezone.now()
    old = now - actions.KEPT - timedelta(minutes=1)
    DeliveryFactory.create_batch(5, hook=hook, made_at=old, due_at=None)
    DeliveryFactory(hook=hook, made_at=old)  # at an address that was switched off it never ends
    young = DeliveryFactory.create_batch(3, hook=hook, made_at=now - timedelta(days=29))
    monkeypatch.setattr(actions, "LET_GO_AT_ONCE", 2)

    actions.forget_old(now=now)

    assert set(Delivery.objects.values_list("pk", flat=True)) == {each.pk for each in young}


def test_a_night_without_old_messages_reads_few(hook):
    DeliveryFactory.create_batch(3, hook=hook, due_at=None)

    with CaptureQueriesContext(connection) as asked:
        actions.forget_old(now=timezone.now())

    (only,) = asked
    assert "LIMIT" in only["sql"]
