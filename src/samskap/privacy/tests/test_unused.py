"""Accounts that nobody uses: told by letter, kept for whoever comes back, deleted for the rest."""

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from samskap.base.queue.engine import engine
from samskap.ledger.models import Standing
from samskap.people.actions.account import take_part
from samskap.people.models import Person, Role, Session
from samskap.privacy.actions import unused
from samskap.privacy.models import Forewarning, Removal
from samskap.privacy.queries.unused import awaited_among
from samskap.privacy.tasks import clear_up_everywhere
from samskap.rotas.models import Turn
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import AccountFactory, contribution
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import MembershipFactory
from samskap.testing.factories.partnership import CommitmentFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory
from samskap.testing.factories.privacy import RetentionRuleFactory
from samskap.testing.factories.rotas import TurnFactory

pytestmark = pytest.mark.django_db

TODAY = timezone.now()
LETTER = TODAY + timedelta(days=1095 - 60 + 1)  # the night of the letter
END = LETTER + timedelta(days=61)


@pytest.fixture
def night(monkeypatch):
    """Let it be some night, and do what the clock starts then."""

    def at(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)
        clear_up_everywhere.enqueue()
        engine().work_off()

    return at


@pytest.fixture
def resident(municipality):
    """Somebody who signed in today for the last time, and reads bokmål."""
    return somebody(municipality, language="nb", email="kari@example.org", given_name="Kari")


def somebody(municipality, **facts) -> Person:
    """Somebody who takes part in a municipality and signed in today for the last time."""
    person = PersonFactory(last_login=TODAY, **facts)
    take_part(person=person, municipality=municipality)
    return person


def letters() -> list[tuple[str, str]]:
    """Who was written to, and about what."""
    return [(letter.to[0], letter.subject) for letter in mail.outbox]


def is_there(person) -> bool:
    """Whether an account has not been deleted."""
    person.refresh_from_db()
    return person.is_active


def test_whoever_stays_away_is_told_once_in_their_language_and_then_deleted(
    night, resident, municipality
):
    night(LETTER - timedelta(days=2))
    assert letters() == []
    night(LETTER)
    night(LETTER + timedelta(days=1))

    subject = f"Vil du beholde kontoen din hos {municipality.name}?"
    assert letters() == [("kari@example.org", subject)]
    assert reverse("people:sign_in") in mail.outbox[0].body
    night(LETTER + timedelta(days=59))
    assert is_there(resident)
    night(END)

    assert not is_there(resident)
    assert (resident.given_name, "kari" in resident.email) == ("", False)
    assert not Forewarning.objects.exists()
    assert [(row.key, row.rows) for row in Removal.objects.filter(municipality=municipality)] == [
        ("privacy.unused_accounts", 1)
    ]
    assert len(letters()) == 1


def test_the_last_day_in_the_letter_is_over_when_the_account_goes(night, resident):
    night(LETTER)

    last_day = timezone.localdate(LETTER + timedelta(days=59))
    assert f"{last_day.day}. " in mail.outbox[0].body
    night(LETTER + timedelta(days=60, minutes=1))

    assert timezone.localdate() > last_day
    assert not is_there(resident)


def test_whoever_signs_in_after_the_letter_stays_and_is_told_anew_years_later(night, resident):
    night(LETTER)
    Person.objects.filter(pk=resident.pk).update(last_login=LETTER + timedelta(days=50))
    night(END)
    assert is_there(resident)
    assert not Forewarning.objects.exists()

    night(END + timedelta(days=1095 - 60))

    assert len(letters()) == 2
    assert is_there(resident)


def test_whoever_is_signed_in_for_years_and_looks_in_is_not_told(night, resident):
    Session.objects.create(
        key="k", person=resident, seen_on=LETTER.date() - timedelta(days=9), ends_at=END
    )

    night(LETTER)

    assert letters() == []


def test_staff_are_never_told_nor_deleted(night, resident, municipality):
    night(LETTER)
    RoleFactory(person=resident, role=Role.Name.CASE_OFFICER, municipality=municipality)
    officer = PersonFactory(last_login=TODAY)
    RoleFactory(person=officer, role=Role.Name.ADMINISTRATOR, municipality=municipality)

    night(END)

    assert (is_there(resident), is_there(officer)) == (True, True)
    assert [to for to, _subject in letters()] == ["kari@example.org"]


def test_whoever_is_waited_for_is_neither_told_nor_deleted(night, municipality):
    initiative = InitiativeFactory(municipality=municipality)
    waits = somebody(municipality)
    given = contribution(account=initiative.account, person=waits)
    promised = CommitmentFactory(partner__initiative=initiative).partner.contact
    promised = promised or somebody(municipality)

    night(LETTER)
    assert awaited_among([waits.pk]) == {waits.pk}
    assert waits.email not in [to for to, _subject in letters()]
    Standing.objects.filter(pk=given.pk).update(answered_at=LETTER)
    night(LETTER + timedelta(days=1))

    assert waits.email in [to for to, _subject in letters()]


def test_every_reason_to_wait_for_somebody_counts():
    turn = TurnFactory()
    commitment = CommitmentFactory(offered_by=PersonFactory())
    membership = MembershipFactory(
        may_speak=True,
        mandate_from=timezone.localdate(),
        mandate_until=timezone.localdate(),
        given_by=PersonFactory(),
    )
    answered = contribution(account=AccountFactory(), is_input=False).giver.person
    all_of_them = {turn.person_id, commitment.offered_by_id, membership.person_id}
    assert None not in all_of_them

    assert awaited_among({*all_of_them, answered.pk}) == all_of_them

    Turn.objects.filter(pk=turn.pk).update(status=Turn.Status.HANDED_BACK)
    commitment.status = "kept"
    commitment.kept_at = timezone.now()
    commitment.save()
    membership.may_speak = False
    membership.mandate_from = membership.mandate_until = None
    membership.save()
    assert awaited_among(all_of_them) == set()


def test_the_longest_time_of_all_municipalities_counts(night, resident):
    neighbour = MunicipalityFactory(host="neighbour.localhost", slug="neighbour")
    take_part(person=resident, municipality=neighbour)
    RetentionRuleFactory(municipality=neighbour, key="privacy.unused_accounts", days=3650)

    night(LETTER)
    night(END)
    assert (letters(), is_there(resident)) == ([], True)
    night(TODAY + timedelta(days=3650 - 59))

    assert len(letters()) == 1


def test_a_municipality_may_choose_a_year(night, resident, municipality):
    RetentionRuleFactory(municipality=municipality, key="privacy.unused_accounts", days=365)

    night(TODAY + timedelta(days=365 - 59))

    assert len(letters()) == 1


def test_a_letter_is_out_of_date_after_ninety_days(night, resident, municipality):
    night(LETTER)
    initiative = InitiativeFactory(municipality=municipality)
    given = contribution(account=initiative.account, person=resident)
    night(LETTER + timedelta(days=91))
    assert (is_there(resident), Forewarning.objects.count()) == (True, 0)

    Standing.objects.filter(pk=given.pk).update(answered_at=LETTER)
    night(LETTER + timedelta(days=400))

    assert (is_there(resident), len(letters())) == (True, 2)


def test_everybody_is_told_batch_by_batch(night, municipality, monkeypatch):
    monkeypatch.setattr(unused, "BATCH", 2)
    people = [somebody(municipality) for _number in range(5)]

    night(LETTER)

    assert sorted(to for to, _subject in letters()) == sorted(each.email for each in people)


def test_a_letter_from_before_the_time_was_made_longer_does_not_count(
    night, resident, municipality
):
    night(LETTER)
    RetentionRuleFactory(municipality=municipality, key="privacy.unused_accounts", days=1460)
    night(END)
    night(TODAY + timedelta(days=1461))

    assert is_there(resident)
    assert len(letters()) == 2


def test_an_account_that_nobody_ever_signed_in_to_goes_after_a_year(night):
    invited, speaks = PersonFactory(), PersonFactory()
    MembershipFactory(
        person=speaks,
        may_speak=True,
        mandate_from=timezone.localdate(),
        mandate_until=timezone.localdate() + timedelta(days=500),
        given_by=PersonFactory(last_login=TODAY),
    )

    night(TODAY + timedelta(days=364))
    assert is_there(invited)
    night(TODAY + timedelta(days=366))

    assert (is_there(invited), is_there(speaks), letters()) == (False, True, [])


def test_the_table_says_how_long_unused_accounts_are_kept(municipality, client):
    page = client.get(reverse("privacy:kept")).content.decode()

    assert "Accounts to which nobody has signed in" in page
    assert "3 years" in page
