from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from samskap.people.actions import delete_account
from samskap.people.errors import SignInNeeded, StrongerSignInNeeded
from samskap.people.models import Level, Provider
from samskap.proposals.actions import drafting, on_paper, signing
from samskap.proposals.errors import (
    ListIsRegistered,
    LivesElsewhere,
    NoPaperHere,
    NotCollecting,
    NotYoursToSteward,
    SayWhenYouWereBorn,
    StandsThereAlready,
    TooYoung,
    WindowIsOver,
)
from samskap.proposals.models import Proposal, Signature, State, Validity
from samskap.proposals.queries.counting import count_of
from samskap.proposals.queries.proposals import to_check, waiting_for_checks
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory, born_ago
from samskap.testing.factories.proposals import (
    BORN,
    draft,
    identified,
    lines,
    listed,
    proposal,
    residents,
    sign,
    steward_of,
    submitted,
)

pytestmark = pytest.mark.django_db


def counts(made):
    return {name: many for name, many in count_of(made).items() if many}


def test_an_e_id_counts_at_once_and_an_e_mail_address_waits_for_a_check():
    made = proposal()

    assert sign(made).validity == Validity.VALID
    assert sign(made, PersonFactory()).validity == Validity.UNCHECKED
    assert counts(made) == {"valid": 1, "unchecked": 1}


def test_a_second_press_changes_nothing():
    made, ada = proposal(), PersonFactory()

    assert sign(made, ada) == sign(made, ada, name="Somebody Else")
    assert Signature.objects.count() == 1


def test_whoever_stands_on_paper_counts_once_and_is_counted_as_that():
    made = proposal()
    listed(made, 1, lines=[on_paper.Line(name="KARI  nordmann", born_on=BORN, signed_on=today())])

    twice = sign(made, name="Kari Nordmann")

    assert twice.validity == Validity.DUPLICATE
    assert counts(made) == {"valid": 1, "duplicate": 1}


def test_two_of_one_name_at_one_address_are_two_where_they_were_born_on_other_days():
    made = proposal()
    sign(made, name="Ola Nordmann", born_on=date(1950, 3, 4))

    son = sign(made, name="Ola Nordmann", born_on=date(1980, 3, 4))

    assert son.validity == Validity.VALID


def test_a_line_without_a_day_of_birth_is_the_same_name_at_that_address():
    made = proposal()
    sign(made, name="Ola Nordmann", address="Storgata 1")
    bare = on_paper.Line(name="Ola Nordmann", address="storgata 1", signed_on=today())
    elsewhere = on_paper.Line(name="Ola Nordmann", address="Torget 9", signed_on=today())

    listed(made, 2, lines=[bare, elsewhere])

    assert counts(made) == {"valid": 2, "duplicate": 1}


def test_an_e_id_goes_before_what_anybody_could_have_typed():
    made = proposal()
    typed = sign(made, PersonFactory(), name="Kari Nordmann")

    real = sign(made, name="Kari Nordmann")

    typed.refresh_from_db()
    assert (real.validity, typed.validity) == (Validity.VALID, Validity.DUPLICATE)


@pytest.mark.parametrize("found", [Validity.UNREADABLE, Validity.NOT_RESIDENT])
def test_what_does_not_count_keeps_no_place_from_whoever_shows_an_e_id(found):
    made = proposal()
    typed = sign(made, PersonFactory(), name="Kari Nordmann")
    on_paper.check(proposal=made, keys=[typed.pk], validity=found, by=steward_of(made.municipality))

    assert sign(made, name="Kari Nordmann").validity == Validity.VALID
    assert counts(made) == {"valid": 1, "duplicate": 1}


def test_a_list_is_kept_where_a_name_on_it_could_not_be_read_before():
    made = proposal()
    listed(made, 1)
    steward = steward_of(made.municipality)
    keys = list(made.signatures.values_list("pk", flat=True))
    on_paper.check(proposal=made, keys=keys, validity="unreadable", by=steward)

    listed(made, 2)

    assert counts(made) == {"valid": 2, "duplicate": 1}


def test_where_two_e_ids_are_offered_each_signature_waits_for_a_check():
    made = proposal()
    known = identified(made.municipality)
    other = {"issuer": "https://other.example", "client_id": "x", "name": "Other e-ID"}
    Provider.objects.create(municipality=made.municipality, level=Level.IDENTIFIED, **other)

    assert sign(made, known).validity == Validity.UNCHECKED


def test_one_name_with_two_e_ids_counts_for_neither_until_somebody_has_looked():
    made = proposal()
    typed, real = (sign(made, name="Kari Nordmann") for _ in range(2))
    sign(made)
    assert counts(made) == {"valid": 1, "unchecked": 1, "duplicate": 1}
    assert [each.pk for each in to_check(made).order_by("turn", "pk")][:2] == [typed.pk, real.pk]

    on_paper.check(
        proposal=made, keys=[typed.pk], validity="valid", by=steward_of(made.municipality)
    )

    assert sign(made, name="Kari Nordmann").validity == Validity.DUPLICATE
    assert counts(made) == {"valid": 2, "duplicate": 2}
    assert list(waiting_for_checks(made.municipality)) == [made]


def test_the_database_lets_nobody_count_twice():
    first = sign(proposal())
    for same in ({"key": first.key}, {"person": first.person}, {"subject": first.subject}):
        plain = {"key": "other", "name_key": "n", "name": "N", "validity": Validity.VALID}
        with pytest.raises(IntegrityError), transaction.atomic():
            Signature.objects.create(
                municipality=first.municipality,
                proposal=first.proposal,
                signed_on=today(),
                **plain | same,
            )


def test_who_cannot_sign_is_told_why():
    made, ada = proposal(), PersonFactory()

    with pytest.raises(LivesElsewhere):
        sign(made, ada, lives_here=False)
    with pytest.raises(SignInNeeded):
        sign(made, PersonFactory(is_active=False))
    with pytest.raises(NotCollecting):
        sign(draft(), ada)


def test_a_signature_is_taken_back_until_the_council_has_it():
    made, ada = proposal(), PersonFactory()
    sign(made, ada)
    signing.take_back(proposal=made, by=ada)
    assert Signature.objects.count() == 0

    lies_there = submitted()
    with pytest.raises(NotCollecting):
        signing.take_back(proposal=lies_there, by=ada)


def test_taking_back_what_one_typed_takes_nobody_else_off_a_list():
    made, impostor = proposal(), PersonFactory()
    listed(made, 1, lines=[on_paper.Line(name="Kari Nordmann", born_on=BORN, signed_on=today())])
    sign(made, impostor, name="Kari Nordmann")

    signing.take_back(proposal=made, by=impostor)

    assert counts(made) == {"valid": 1}


def test_a_line_waits_for_a_check_when_its_double_on_the_web_is_taken_back():
    made = proposal()
    ada = identified(made.municipality)
    sign(made, ada, name="Kari Nordmann")
    listed(made, 1, lines=[on_paper.Line(name="Kari Nordmann", born_on=BORN, signed_on=today())])

    signing.take_back(proposal=made, by=ada)

    assert counts(made) == {"unchecked": 1}


def test_the_threshold_is_met_and_missed_again_with_both_steps_on_record():
    made = proposal()
    residents(made.municipality, 100)  # two percent are two
    first = identified(made.municipality)
    sign(made, first)
    sign(made)
    made.refresh_from_db()
    assert made.state == State.THRESHOLD_MET

    signing.take_back(proposal=made, by=first)

    made.refresh_from_db()
    assert made.state == State.COLLECTING
    assert list(made.steps.values_list("after", "reason")) == [
        ("collecting", ""),
        ("threshold_met", "2 / 2"),
        ("collecting", "1 / 2"),
    ]
    assert made.proposer.notices.filter(kind="proposals.step").count() == 1


def test_every_line_of_a_list_is_counted_with_its_reason():
    made = proposal()
    mixed = [
        *lines(3),
        *lines(1, says=Validity.NOT_RESIDENT, start=10),
        *lines(1, start=0),  # stands there already
        on_paper.Line(name="", signed_on=today(), says=Validity.UNREADABLE),
        on_paper.Line(name="", signed_on=today(), says=Validity.UNREADABLE),
    ]

    listed(made, 0, lines=mixed)

    assert counts(made) == {"valid": 3, "not_resident": 1, "duplicate": 1, "unreadable": 2}


def test_a_list_is_registered_once_by_those_who_look_after_signatures():
    made = proposal()
    listed(made, 1, name="List 1")

    with pytest.raises(ListIsRegistered):
        listed(made, 1, name="List 1", lines=lines(1, start=5))
    with pytest.raises(NotYoursToSteward):
        listed(made, 1, by=made.proposer)


def test_a_check_says_who_counts_and_never_counts_anybody_twice():
    made = proposal()
    steward = steward_of(made.municipality)
    waits = sign(made, PersonFactory())
    on_paper.check(proposal=made, keys=[waits.pk], validity="valid", by=steward)
    again = sign(made, PersonFactory(), name=waits.name)

    with pytest.raises(StandsThereAlready):
        on_paper.check(proposal=made, keys=[again.pk], validity="valid", by=steward)

    assert counts(made) == {"valid": 1, "duplicate": 1}


def test_a_death_keeps_the_signature_and_flags_it():
    made = proposal()
    signed = sign(made)

    on_paper.flag_death(proposal=made, keys=[signed.pk], by=steward_of(made.municipality))

    signed.refresh_from_db()
    assert (signed.has_died, signed.validity) == (True, Validity.VALID)


def test_a_deleted_account_signs_no_more_but_the_council_keeps_what_it_has():
    made, ada = proposal(), PersonFactory()
    sign(made, ada)
    lies_there = submitted(municipality=MunicipalityFactory())
    signature = lies_there.signatures.first()
    Signature.objects.filter(pk=signature.pk).update(person=ada)

    delete_account(by=ada, is_sure=True)

    assert made.signatures.count() == 0
    signature.refresh_from_db()
    assert (signature.person, signature.validity) == (None, Validity.VALID)


def test_a_scan_has_a_last_day():
    made = proposal()
    scan = ContentFile(b"%PDF-1.7", name="a.pdf")
    kept = listed(made, 1, scan=scan, keep_until=today())
    storage, name = kept.scan.storage, kept.scan.name
    assert on_paper.delete_old_scans() == 0

    type(kept).objects.update(keep_until=today() - timedelta(days=1))

    assert on_paper.delete_old_scans() == 1
    kept.refresh_from_db()
    assert (bool(kept.scan), storage.exists(name), kept.signatures.count()) == (False, False, 1)


class TestDenmark:
    """The rules of a municipality’s own scheme: 400 in three months, 15 years, an e-ID."""

    @pytest.fixture
    def place(self):
        return MunicipalityFactory(country="DK", default_language="da")

    @pytest.fixture
    def made(self, place):
        return proposal(municipality=place, person=identified(place), born_on=BORN)

    def test_one_signs_with_an_e_id(self, made):
        with pytest.raises(StrongerSignInNeeded):
            sign(made, PersonFactory())

    def test_one_is_fifteen(self, made, place):
        fifteen = born_ago(15)
        with pytest.raises(TooYoung):
            sign(made, born_on=fifteen + timedelta(days=1))
        assert sign(made, born_on=fifteen).validity == Validity.VALID

    def test_one_proposes_at_fifteen_and_says_so(self, place):
        with pytest.raises(SayWhenYouWereBorn):
            draft(municipality=place, person=identified(place))

    def test_names_on_paper_do_not_count(self, made):
        with pytest.raises(NoPaperHere):
            listed(made, 1)

    def test_the_window_ends_by_the_calendar_and_the_clock_ends_the_proposal(self, made):
        assert made.window_ends_on > today() + timedelta(days=88)
        Proposal.objects.update(window_ends_on=today() - timedelta(days=1))
        with pytest.raises(WindowIsOver):
            sign(made)

        assert (drafting.expire_windows(), drafting.expire_windows()) == (1, 0)

        made.refresh_from_db()
        assert (made.state, made.closed_at is not None) == (State.EXPIRED, True)


def today():
    return timezone.localdate()


@pytest.mark.django_db(transaction=True)
def test_of_eight_signatures_with_one_name_at_once_one_holds_the_place():
    made = proposal()
    others = [identified(made.municipality) for _ in range(8)]
    ready = Barrier(8)

    def press(by):
        try:
            ready.wait()
            return sign(made, by, name="Kari Nordmann").validity
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        said = list(threads.map(press, others))

    assert sorted(said) == ["duplicate"] * 7 + ["valid"]
    assert counts(made) == {"unchecked": 1, "duplicate": 7}
