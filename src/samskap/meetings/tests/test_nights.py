from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from samskap.base.queue.worker import work_off
from samskap.initiatives.actions.commitments import accept_commitment, offer_commitment
from samskap.meetings.actions.coming import stay_away
from samskap.meetings.actions.line import wait_for_place
from samskap.meetings.actions.nights import confirm_night, keep_night, see_certificate, watch
from samskap.meetings.actions.stays import (
    answer_as_guardian,
    leave_the_night,
    stay_the_night,
    take_yes_back,
    write_down_stay,
    write_down_yes,
)
from samskap.meetings.errors.events import EventIsFull
from samskap.meetings.errors.nights import (
    AskYourGuardian,
    CannotDoBoth,
    GuardianSaidNo,
    GuardiansHaveSaidYes,
    NobodyToCall,
    NotOfThisAge,
    NotOverNight,
    NotYourOwnCertificate,
    NotYourOwnYes,
    NotYoursToKeep,
    TooFewHosts,
    TooYoungToWatch,
)
from samskap.meetings.models import Event, Night, Stay
from samskap.meetings.permissions import may_see_contacts
from samskap.meetings.personal_nights import awaited, contacts_of_the_past, keeps
from samskap.meetings.queries.nights import owners_of, staffing_of
from samskap.meetings.rules import hosts_needed
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meeting_nights import going_on, night, night_host, stay
from samskap.testing.factories.meetings import event
from samskap.testing.factories.partnership import PartnerFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory, born_ago

pytestmark = pytest.mark.django_db

CONTACT = {"contact_name": "Kari", "contact_phone": "12 34 56 78"}


@pytest.fixture
def staff(municipality):
    return RoleFactory(municipality=municipality, role="employee").person


@pytest.fixture
def kept(municipality):
    initiative = InitiativeFactory(municipality=municipality, title="Young in Fjordvik")
    return night(of=event(initiative=initiative, title="A weekend at the town hall"))


@pytest.mark.parametrize(("young", "needed"), [(0, 2), (1, 2), (20, 2), (21, 3), (40, 4), (41, 5)])
def test_one_adult_for_every_ten_and_never_fewer_than_two(young, needed):
    assert hosts_needed(young, persons_per_host=10, hosts_least=2) == needed


@given(young=st.integers(0, 500), per=st.integers(1, 10), least=st.integers(2, 9))
def test_nobody_has_more_to_watch_than_was_said(young, per, least):
    needed = hosts_needed(young, persons_per_host=per, hosts_least=least)
    assert needed >= least
    assert young <= needed * per
    assert needed == least or young > (needed - 1) * per


def test_the_database_lets_nobody_ask_for_less(kept):
    for less in ({"persons_per_host": 11}, {"hosts_least": 1}, {"age_most": 12}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Night.objects.filter(pk=kept.pk).update(**less)


def test_only_staff_keeps_a_night_that_has_a_night_in_it(kept, staff):
    facts = {"age_least": 13, "age_most": 19, "says": "They sleep on the floor."}
    with pytest.raises(NotYoursToKeep):
        keep_night(event=kept.event, by=kept.event.giver.person, **facts)
    noon = timezone.localtime().replace(hour=12, minute=0) + timedelta(days=1)
    day = event(initiative=kept.event.initiative, starts_at=noon, ends_at=noon + timedelta(hours=2))
    with pytest.raises(NotOverNight):
        keep_night(event=day, by=staff, **facts)


def test_a_guardian_says_yes_by_the_link_of_a_letter_and_takes_it_back(client, kept):
    ada = PersonFactory(given_name="Adalmina", born_on=born_ago(15))
    path = reverse("meetings:stay_night", args=[kept.event_id])
    client.force_login(ada)
    assert "Under 18 we ask a parent or guardian." in client.post(path, {"contact_name": "x"}).text
    page = client.post(path, {"guardian_email": "kari@example.org"}, follow=True).text
    assert "We wait for your guardian’s answer." in page
    client.logout()
    work_off()
    letter = mail.outbox[-1]
    assert letter.to == ["kari@example.org"]
    mine = Stay.objects.get()
    link = reverse("meetings:guardian", args=[mine.key])
    assert link in letter.body
    assert kept.says in letter.body

    lacks = client.post(link, {"answer": "yes", "contact_name": "Kari"}).text
    assert "This field is required." in lacks
    client.post(link, {"answer": "yes", **CONTACT, "must_know": "Nuts"})
    mine.refresh_from_db()
    assert (mine.holds, mine.came_by, mine.guardian_email) == (True, "link", "")

    client.post(link, {"answer": "back"})
    mine.refresh_from_db()
    assert not mine.holds
    assert (mine.contact_phone, mine.must_know) == ("", "")
    assert "Adalmina" not in client.get(reverse("meetings:night", args=[kept.event_id])).text


def test_a_guardian_with_an_account_is_kept_and_a_child_answers_nothing(kept):
    ada, kari = PersonFactory(), PersonFactory()
    mine = stay_the_night(night=kept, by=ada, age=14, guardian_email="kari@example.org")
    with pytest.raises(NotYourOwnYes):
        answer_as_guardian(stay=mine, is_given=True, by=ada, **CONTACT)

    answer_as_guardian(stay=mine, is_given=True, by=kari, **CONTACT)

    mine.refresh_from_db()
    assert (mine.guardian, mine.came_by, mine.holds) == (kari, "account", True)
    assert kept.event.comings.filter(person=ada).exists()


def test_nobody_gets_around_a_guardian_by_saying_it_again(client, kept):
    ada = PersonFactory()
    path = reverse("meetings:stay_night", args=[kept.event_id])
    older = {"age": 18, "contact_name": "Ada", "contact_phone": "99"}
    client.force_login(ada)
    client.post(path, {"age": 15, "guardian_email": "kari@example.org", "must_know": "Asthma"})
    assert all(said in client.get(path).text for said in ("Asthma", "kari@example.org"))
    mine = Stay.objects.get()
    client.post(path, older)
    mine.refresh_from_db()
    assert (mine.age, mine.is_waiting) == (15, True)

    answer_as_guardian(stay=mine, is_given=True, **CONTACT, must_know="Nuts")
    client.post(path, {**older, "must_know": ""})
    stay_the_night(night=kept, by=ada, age=18, contact_name="Ada", contact_phone="99")
    mine.refresh_from_db()
    assert (mine.age, mine.must_know, mine.contact_phone) == (15, "Nuts", "12 34 56 78")

    take_yes_back(stay=mine)
    assert client.post(path, older).status_code == 409
    leave_the_night(night=kept, by=ada)
    with pytest.raises(GuardianSaidNo):
        stay_the_night(night=kept, by=ada, age=18, contact_name="Ada", contact_phone="99")
    assert not kept.event.comings.exists()
    answer_as_guardian(stay=mine, is_given=True, **CONTACT)
    assert Stay.objects.get().holds


def test_what_guardians_said_yes_to_stays_as_it_was(kept, staff):
    facts = {"age_least": 13, "age_most": 19, "persons_per_host": 5}
    theirs = stay(of=kept)
    keep_night(event=kept.event, by=staff, says=f"{kept.says}\r\n", **facts)
    with pytest.raises(GuardiansHaveSaidYes):
        keep_night(event=kept.event, by=staff, says="They sleep on a boat.", **facts)
    take_yes_back(stay=theirs)

    assert keep_night(event=kept.event, by=staff, says="On a boat.", **facts).says == "On a boat."


def test_whoever_does_not_come_does_not_stay_the_night(kept):
    mine = stay_the_night(night=kept, by=PersonFactory(), age=18, **CONTACT, must_know="Nuts")

    stay_away(event=kept.event, by=mine.person)

    assert not Stay.objects.exists()


def test_those_on_paper_have_a_place_until_the_yes_is_taken_back(kept, staff):
    Event.objects.filter(pk=kept.event_id).update(capacity=1)
    kept.event.refresh_from_db()
    ola = write_down_stay(night=kept, by=staff, name="Ola", age=14, **CONTACT)
    with pytest.raises(EventIsFull):
        stay_the_night(night=kept, by=PersonFactory(), age=18, **CONTACT)
    waits = wait_for_place(event=kept.event, by=PersonFactory())
    stay_away(event=kept.event, by=PersonFactory())  # nobody moves up who has no room
    assert not kept.event.comings.exists()

    take_yes_back(stay=ola)

    assert kept.event.comings.get().person == waits.person


def test_who_may_stay_and_what_each_must_say(kept):
    with pytest.raises(NotOfThisAge):
        stay_the_night(night=kept, by=PersonFactory(), age=12, guardian_email="kari@example.org")
    old = PersonFactory(born_on=date(1980, 1, 1))
    with pytest.raises(NotOfThisAge):  # what was told before counts
        stay_the_night(night=kept, by=old, age=15, guardian_email="kari@example.org")
    own = PersonFactory()
    for address in ("", own.email):
        with pytest.raises(AskYourGuardian):
            stay_the_night(night=kept, by=own, age=15, guardian_email=address)
    with pytest.raises(NobodyToCall):
        stay_the_night(night=kept, by=PersonFactory(), age=18)

    of_age = stay_the_night(night=kept, by=PersonFactory(), age=18, **CONTACT)

    assert (of_age.needs_leave, of_age.holds) == (False, True)
    with pytest.raises(CannotDoBoth):
        watch(night=kept, by=of_age.person)


def test_paper_counts_as_much_as_a_link(kept, staff):
    with pytest.raises(NotYoursToKeep):
        write_down_stay(night=kept, by=PersonFactory(), name="Ola", age=14, **CONTACT)
    written = write_down_stay(night=kept, by=staff, name="Ola", age=14, **CONTACT)
    waits = stay_the_night(night=kept, by=PersonFactory(), age=16, guardian_email="a@example.org")
    write_down_yes(stay=waits, by=staff, **CONTACT)

    waits.refresh_from_db()
    assert [(each.holds, each.came_by, each.seen_by) for each in (written, waits)] == [
        (True, "paper", staff)
    ] * 2


def test_a_night_is_confirmed_when_enough_certificates_were_seen(kept, staff):
    for _young in range(21):
        stay(of=kept)
    stay(of=kept, is_given=False)
    host = watch(night=kept, by=PersonFactory())
    night_host(of=kept, person=PersonFactory(), is_awake=False)
    night_host(of=kept)
    night_host(of=kept)
    with pytest.raises(TooFewHosts) as refusal:
        confirm_night(night=kept, by=staff)
    assert str(refusal.value) == (
        "3 adults must be awake, each with a certificate that somebody has seen. There are 2. Find"
        " more, or let fewer stay."
    )

    see_certificate(host=host, by=staff, purpose="Night watch")
    confirm_night(night=kept, by=staff)

    assert (host.rule, host.purpose, host.seen_by) == ("NO", "Night watch", staff)
    assert kept.confirmed_at is not None
    found = staffing_of(kept)
    assert (found.young, found.ready, found.needed, found.holds) == (21, 3, 3, True)


def test_a_certificate_is_seen_by_somebody_else_and_a_child_watches_over_nobody(kept, staff):
    mine = watch(night=kept, by=staff)
    with pytest.raises(NotYourOwnCertificate):
        see_certificate(host=mine, by=staff, purpose="Night watch")
    with pytest.raises(TooYoungToWatch):
        watch(night=kept, by=PersonFactory(born_on=timezone.localdate() - timedelta(days=6000)))


def test_the_event_warns_when_somebody_leaves(client, kept, staff):
    hosts = [night_host(of=kept) for _host in range(2)]
    confirm_night(night=kept, by=staff)
    page = kept.event.get_absolute_url()
    assert "2 adults are awake all night" in client.get(page).text

    client.force_login(hosts[0].person)
    client.post(reverse("meetings:stop_watching", args=[kept.event_id]))

    said = client.get(page).text
    assert "Too few adults are awake" in said
    assert "2 adults must be awake for 0 young people" in said


def test_an_account_that_watches_over_a_night_to_come_is_waited_for(kept):
    host, before = night_host(of=kept).person, night_host(of=going_on(night())).person
    Event.objects.exclude(pk=kept.event_id).update(
        starts_at=timezone.now() - timedelta(days=3), ends_at=timezone.now() - timedelta(days=2)
    )
    assert awaited([host.pk, before.pk]) == {host.pk}


def test_only_those_on_watch_see_whom_to_call_and_only_while_it_goes_on(client, kept, staff):
    theirs = stay(of=kept, name="Ola", must_know="Nuts")
    host, unseen = night_host(of=kept), night_host(of=kept, seen_at=None, rule="", purpose="")
    path = reverse("meetings:night_contacts", args=[kept.event_id])
    client.force_login(host.person)
    assert client.get(path).status_code == 409  # it has not begun
    going_on(kept)
    for other in (staff, unseen.person, theirs.night.event.giver.person):
        assert not may_see_contacts(other, kept)

    page = client.get(path).text

    assert all(word in page for word in ("Ola", "Kari", "12 34 56 78", "Nuts"))
    over = {
        "ends_at": timezone.now() - timedelta(days=3),
        "starts_at": timezone.now() - timedelta(days=4),
    }
    Event.objects.filter(pk=kept.event_id).update(**over)
    assert client.get(path).status_code == 409
    keeping = next(each for each in keeps if each.key == "meetings.contacts")
    contacts_of_the_past(timezone.now() - timedelta(days=keeping.days)).update(**keeping.blanks)
    theirs.refresh_from_db()
    assert (theirs.name, theirs.contact_name, theirs.contact_phone, theirs.must_know) == ("",) * 4


def test_staff_sees_who_stays_but_not_whom_to_call(client, kept, staff):
    stay(of=kept, name="Ola", must_know="Nuts")
    client.force_login(staff)

    page = client.get(reverse("meetings:keep_night", args=[kept.event_id])).text

    assert "Ola" in page
    assert not any(word in page for word in ("Kari", "12 34 56 78", "Nuts"))


def test_what_young_people_promised_is_counted_with_who_keeps_it(kept, staff):
    going_on(kept)
    initiative, day = kept.event.initiative, timezone.localdate()
    young = [PartnerFactory(initiative=initiative) for _partner in range(2)]
    for partner in young:
        stay(of=kept, person=partner.person)
    others = PartnerFactory(initiative=initiative)
    facilitator = RoleFactory(municipality=kept.municipality, role="facilitator").person
    for partner in (*young, others):
        promise = offer_commitment(
            partner=partner, what="A skate day", due_on=day, by=partner.person
        )
        accept_commitment(commitment=promise, by=facilitator)

    found = owners_of(kept.event)

    assert (found.actions, found.youth, found.owners, found.kept, found.late) == (3, 2, 2, 0, 0)
