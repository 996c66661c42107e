"""Letters are sent once each, and none is lost while the mail server is down."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from samskap.base.models import Job
from samskap.base.queue.engine import engine
from samskap.base.queue.worker import work_off
from samskap.notices import actions, sending
from samskap.notices.actions import tell
from samskap.notices.models import Letter
from samskap.testing.factories.notices import LetterFactory, LimitsFactory, NoticeFactory
from samskap.testing.factories.people import PersonFactory


def tell_each(people, municipality):
    """Tell each of them something of their own."""
    for person in people:
        label = f"An answer to {person.given_name}"
        tell(person=person, municipality=municipality, kind="ledger.used", label=label, path="/")


def let_time_pass():
    """Let every job of the queue be due now, as it is when its wait is over."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"
            )
    else:
        Job.objects.filter(failed_at=None).update(due_at=timezone.now())


@pytest.mark.django_db
def test_nothing_is_lost_and_nothing_sent_twice_when_the_mail_server_is_down(postbox, municipality):
    people = PersonFactory.create_batch(3)
    postbox.go_down()
    tell_each(people, municipality)
    for _try in range(5):  # 2, 4, 8, 16, 32 seconds, as often as an hour holds
        work_off()
        let_time_pass()
    assert set(Letter.objects.values_list("outcome", flat=True)) == {"waiting"}

    postbox.come_up()
    work_off()
    let_time_pass()
    work_off()

    assert postbox.addresses == sorted(person.email for person in people)
    assert set(Letter.objects.values_list("outcome", flat=True)) == {"sent"}
    assert engine().state().waiting == 0


@pytest.mark.django_db
def test_a_task_that_is_done_again_sends_nothing_again(postbox, municipality):
    tell_each(PersonFactory.create_batch(2), municipality)
    work_off()

    keys = list(Letter.objects.values_list("pk", flat=True))
    sending.send_letters.call(keys)

    assert len(postbox.letters) == 2


@pytest.mark.django_db
def test_a_copy_after_a_kill_carries_the_same_number(postbox, municipality):
    tell_each([PersonFactory()], municipality)
    work_off()
    # Killed after the server took it and before that was written down:
    Letter.objects.update(outcome="waiting", ended_at=None)

    sending.send_letters.call([Letter.objects.get().pk])

    first, second = postbox.letters
    assert first["Message-ID"] == second["Message-ID"]


@pytest.mark.django_db
def test_what_another_worker_is_busy_with_is_left_to_it(postbox, municipality):
    letter = LetterFactory(
        municipality=municipality, taken_until=timezone.now() + timedelta(seconds=30)
    )
    NoticeFactory(person=letter.person, municipality=municipality, letter=letter)

    with pytest.raises(sending.SomeAreLeft):
        sending.send_letters.call([letter.pk])
    assert postbox.letters == []

    Letter.objects.update(taken_until=timezone.now() - timedelta(seconds=1))  # it was killed
    sending.send_letters.call([letter.pk])
    assert len(postbox.letters) == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_letter_once(postbox, municipality):
    letters = LetterFactory.create_batch(20, municipality=municipality)
    for letter in letters:
        NoticeFactory(person=letter.person, municipality=municipality, letter=letter)
    keys = [letter.pk for letter in letters]
    start, faults = threading.Barrier(2), []

    def send():
        start.wait()
        try:
            sending.send_letters.call(keys)
        except sending.SomeAreLeft:  # the other has them, and they are looked after again later
            pass
        except Exception as fault:  # noqa: BLE001 - told below
            faults.append(fault)
        finally:
            connection.close()

    workers = [threading.Thread(target=send) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert faults == []
    assert postbox.addresses == sorted(letter.person.email for letter in letters)


@pytest.mark.django_db
def test_one_refused_address_keeps_no_letter_from_the_others(postbox, municipality):
    gone, busy, fine = PersonFactory.create_batch(3)
    postbox.refuses = {gone.email: "550 nobody here", busy.email: "451 try again later"}
    tell_each([gone, busy, fine], municipality)
    keys = list(Letter.objects.order_by("pk").values_list("pk", flat=True))

    with pytest.raises(sending.SomeAreLeft):
        sending.send_letters.call(keys)

    assert postbox.addresses == [fine.email]
    outcomes = dict(Letter.objects.values_list("person", "outcome"))
    assert outcomes == {gone.pk: "refused", busy.pk: "waiting", fine.pk: "sent"}
    postbox.refuses = {}
    sending.send_letters.call(keys)
    assert postbox.addresses == sorted([busy.email, fine.email])


@pytest.mark.django_db
def test_who_unsubscribes_while_a_letter_waits_does_not_get_it(postbox, municipality):
    ada = PersonFactory()
    tell_each([ada], municipality)
    actions.choose_limits(by=ada, mail="never", mails_a_week=7)

    work_off()

    assert postbox.letters == []
    assert Letter.objects.get().outcome == "dropped"


@pytest.mark.django_db
def test_what_the_queue_gave_up_is_tried_for_two_weeks(postbox, municipality):
    now = timezone.now()
    young = LetterFactory(municipality=municipality, made_at=now - timedelta(hours=3))
    given_up = LetterFactory(municipality=municipality, made_at=now - timedelta(days=3))
    old_news = LetterFactory(municipality=municipality, made_at=now - timedelta(days=15))

    assert actions.letters_left() == [given_up.pk]
    old_news.refresh_from_db()
    assert (young.outcome, old_news.outcome) == ("waiting", "dropped")


@pytest.mark.django_db
def test_an_sms_goes_where_the_person_wants_one(sms_gateway, postbox, municipality):
    ada = LimitsFactory(phone="+4791234567", person__language="nb").person
    actions.choose_wishes(by=ada, ways={"ledger": "sms"})
    tell(person=ada, municipality=municipality, kind="ledger.used", label="Brukt", path="/ideas/7/")
    tell(person=ada, municipality=municipality, kind="initiatives.x", label="Et steg", path="/")

    work_off()

    [message] = sms_gateway.taken
    assert message["recipients"] == [{"msisdn": 4791234567}]
    assert message["sender"] == "Samskap"
    assert message["message"] == (f"{municipality.short_name}: Brukt\nhttp://testserver/ideas/7/")
    assert [letter["Subject"].strip()[-7:] for letter in postbox.letters] == ["Et steg"]


@pytest.mark.django_db
def test_an_sms_waits_for_a_gateway_that_is_down_and_gives_up_a_number_nobody_has(
    sms_gateway, municipality
):
    ada = LimitsFactory(phone="+4791234567").person
    bo = LimitsFactory(phone="+4790000000").person
    for person in (ada, bo):
        actions.choose_wishes(by=person, ways={"ledger": "sms"})
    sms_gateway.says = 503
    tell_each([ada, bo], municipality)
    work_off()
    assert sms_gateway.taken == []

    sms_gateway.says = 200
    sms_gateway.numbers_unknown = {4790000000}
    let_time_pass()
    work_off()

    assert [each["recipients"][0]["msisdn"] for each in sms_gateway.taken] == [4791234567]
    outcomes = dict(Letter.objects.values_list("person", "outcome"))
    assert outcomes == {ada.pk: "sent", bo.pk: "refused"}


@pytest.mark.django_db
def test_a_number_is_kept_only_when_its_code_comes_back(sms_gateway, client, municipality):
    ada = PersonFactory()
    client.force_login(ada)
    client.post("/notices/limits/phone/", {"number": "912 34 567"})
    work_off()
    [message] = sms_gateway.taken
    assert message["recipients"] == [{"msisdn": 4791234567}]
    code = message["message"].split()[0]

    wrong = "000000" if code != "000000" else "111111"
    assert client.post("/notices/limits/phone/code/", {"code": wrong}).status_code == 200
    assert not ada.letters.exists()
    answer = client.post("/notices/limits/phone/code/", {"code": code})

    assert answer.url == "/notices/limits/"
    ada.limits.refresh_from_db()
    assert ada.limits.phone == "+4791234567"


@pytest.mark.parametrize("number", ["12", "1234567", "+47123", "hello", "9123456789012345"])
@pytest.mark.django_db
def test_what_is_no_number_is_sent_nothing(sms_gateway, client, municipality, number):
    client.force_login(PersonFactory())

    page = client.post("/notices/limits/phone/", {"number": number})

    assert "Write a mobile number with all its digits" in page.content.decode()
