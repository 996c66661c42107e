"""Digests: once a day, once a week, when behind; each thing told in one letter only."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from samskap.base.queue.worker import work_off
from samskap.notices import tasks
from samskap.notices.actions import BATCH, tell, write_digests_of
from samskap.notices.models import Letter, Notice
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.notices import LimitsFactory, NoticeFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def told(person, municipality, label="Your idea has an answer", **more):
    return tell(
        person=person,
        municipality=municipality,
        kind="ledger.used",
        label=label,
        path="/x/",
        **more,
    )


def digests(day=TUESDAY):
    """Write and send the digests of a day; return the letters that came."""
    mail.outbox.clear()
    tasks.write_digests.call(f"{day:%Y-%m-%d}")
    work_off()
    return list(mail.outbox)


def test_once_a_day_all_comes_in_one_letter(municipality):
    ada = LimitsFactory(mail="daily", person__language="nb").person
    for label in ("Badebrygga er brukt", "Benken er lest"):
        told(ada, municipality, label)
    work_off()
    assert mail.outbox == []

    [letter] = digests()

    assert letter.to == [ada.email]
    assert letter.subject == f"{municipality.short_name}: 2 ting til deg"
    assert "Badebrygga er brukt\n  http://testserver/x/" in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert digests() == []


@pytest.mark.parametrize(
    ("choice", "day", "days_old", "comes"),
    [
        ("daily", TUESDAY, 0, True),
        ("weekly", TUESDAY, 0, False),
        ("weekly", MONDAY, 0, True),
        ("weekly", TUESDAY, 8, True),  # the clock was down on Monday
        ("catch_up", MONDAY, 3, False),
        ("catch_up", TUESDAY, 8, True),
        ("never", MONDAY, 8, False),
    ],
)
def test_each_choice_has_its_days(municipality, choice, day, days_old, comes):
    ada = LimitsFactory(mail=choice).person
    NoticeFactory(
        person=ada, municipality=municipality, at=timezone.now() - timedelta(days=days_old)
    )

    assert bool(digests(day)) is comes


def test_what_is_read_here_meanwhile_comes_in_no_digest(municipality):
    ada = LimitsFactory(mail="daily").person
    told(ada, municipality)
    tasks.write_digests.call(f"{TUESDAY:%Y-%m-%d}")
    Notice.objects.update(read_at=timezone.now())

    work_off()

    assert mail.outbox == []
    assert Letter.objects.get().outcome == "dropped"


def test_what_the_limit_held_back_comes_in_a_digest_when_there_is_room(municipality):
    ada = LimitsFactory(mail="at_once", mails_a_week=1).person
    told(ada, municipality, "The first")
    told(ada, municipality, "The rest")
    work_off()
    assert digests() == []

    ada.letters.update(made_at=timezone.now() - timedelta(days=8))

    [letter] = digests(TUESDAY + timedelta(days=8))
    assert "The rest" in letter.body
    assert "The first" not in letter.body


def test_the_limit_counts_over_all_municipalities(municipality):
    ada = LimitsFactory(mail="daily", mails_a_week=1).person
    NoticeFactory(person=ada, municipality=municipality)
    NoticeFactory(person=ada, municipality=MunicipalityFactory())

    assert len(digests()) == 1


def test_a_worker_that_does_it_again_writes_nothing_twice(municipality):
    LimitsFactory.create_batch(3, mail="daily")
    for limits in LimitsFactory.create_batch(3, mail="daily"):
        NoticeFactory(person=limits.person, municipality=municipality)

    first, last = write_digests_of(TUESDAY)
    again, _last = write_digests_of(TUESDAY)

    assert (len(first), last) == (3, None)
    assert again == []
    late = NoticeFactory(person=limits.person, municipality=municipality)
    assert write_digests_of(TUESDAY) == ([], None)
    late.refresh_from_db()
    assert late.letter is None  # it waits for tomorrow’s


def test_batches_leave_nobody_out_and_cost_the_same_however_many(
    municipality, django_assert_max_num_queries
):
    people = PersonFactory.create_batch(BATCH + 5)
    NoticeFactory.create_batch(3, person=people[0], municipality=municipality)
    LimitsFactory.reset_sequence()
    for person in people:
        LimitsFactory(person=person, mail="daily")
        NoticeFactory(person=person, municipality=municipality)

    with django_assert_max_num_queries(10):
        letters, last = write_digests_of(TUESDAY)
    rest, end = write_digests_of(TUESDAY, after=last)

    assert (len(letters), len(rest), end) == (BATCH, 5, None)
    assert not Notice.objects.filter(letter=None).exists()


def test_the_clock_begins_the_digests_each_morning():
    morning = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)

    assert tasks.each_morning.latest(morning) == datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
