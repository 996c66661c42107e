from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from samskap.initiatives.actions.commitments import (
    accept_commitment,
    keep_commitment,
    offer_commitment,
    release_commitment,
)
from samskap.initiatives.actions.giving import give_resource, give_work
from samskap.initiatives.errors.commitments import (
    DayLiesBehind,
    NotAnAmount,
    NotAResource,
    NotWaitingForThis,
    NotYourCommitment,
    NotYoursToAccept,
    NotYoursToWriteDown,
    SayWhyReleased,
)
from samskap.initiatives.errors.initiative import NotOpen
from samskap.initiatives.errors.partnership import NotAPartner
from samskap.initiatives.models import Partner
from samskap.initiatives.models.initiative import State
from samskap.initiatives.queries.commitments import Kept, kept, running_first
from samskap.ledger.errors import TheFutureIsNotGivenYet
from samskap.ledger.hands import hand, paper_hand
from samskap.ledger.models import Contribution
from samskap.notices.models import Notice
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.partnership import (
    CommitmentFactory,
    PartnerFactory,
    organisation_partner,
)
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def offer(partner, by=None, **facts):
    due_on = timezone.localdate() + 7 * DAY
    return offer_commitment(
        partner=partner,
        by=by or partner.contact,
        **{"what": "Paint the door", "due_on": due_on, **facts},
    )


def as_resident(initiative, by):
    return hand(key="self:resident", by=by, municipality=initiative.municipality)


def test_a_promise_is_offered_accepted_and_kept_with_its_hours():
    partner = PartnerFactory(initiative__state=State.IMPLEMENTING)
    initiative = partner.initiative

    commitment = offer(partner)
    assert commitment.status == "offered"
    commitment = accept_commitment(commitment=commitment, by=initiative.raised_by)
    assert commitment.status == "accepted"
    commitment = keep_commitment(
        commitment=commitment, by=partner.person, says="Blue now", hours=3, beneficiary="other"
    )

    assert (commitment.status, commitment.says) == ("kept", "Blue now")
    row = Contribution.objects.get(kind="work")
    assert (row.amount, row.units, row.phase) == (3, Decimal("1.5"), "implement")
    assert (row.beneficiary, row.is_independent, row.is_input) == ("other", False, False)
    assert row.giver.person == partner.person
    assert Notice.objects.filter(person=initiative.raised_by).count() == 2


def test_offering_refuses_in_order():
    partner = PartnerFactory()

    with pytest.raises(NotYourCommitment):
        offer(partner, by=PersonFactory())
    with pytest.raises(DayLiesBehind):
        offer(partner, due_on=timezone.localdate() - DAY)
    Partner.objects.update(status="left")
    with pytest.raises(NotAPartner):
        offer(partner)


def test_nobody_accepts_their_own_promise():
    partner = organisation_partner(InitiativeFactory())
    commitment = offer(partner)

    with pytest.raises(NotYoursToAccept):
        accept_commitment(commitment=commitment, by=partner.contact)
    with pytest.raises(NotYoursToAccept):
        accept_commitment(commitment=commitment, by=PersonFactory())


def test_what_a_facilitator_asks_for_is_accepted_by_the_partner_only():
    partner = PartnerFactory()
    facilitator = person_with("facilitator", partner.municipality)
    another = person_with("facilitator", partner.municipality)
    commitment = offer(partner, by=facilitator)

    for person in (facilitator, another):
        with pytest.raises(NotYoursToAccept):
            accept_commitment(commitment=commitment, by=person)
    assert accept_commitment(commitment=commitment, by=partner.person).status == "accepted"


def test_only_an_accepted_promise_is_kept_and_only_once():
    partner = PartnerFactory()
    commitment = offer(partner)

    with pytest.raises(NotYourCommitment):
        keep_commitment(commitment=commitment, by=PersonFactory())
    with pytest.raises(NotWaitingForThis):
        keep_commitment(commitment=commitment, by=partner.person)
    accept_commitment(commitment=commitment, by=partner.initiative.raised_by)
    keep_commitment(commitment=commitment, by=partner.person)
    with pytest.raises(NotWaitingForThis):
        keep_commitment(commitment=commitment, by=partner.person)


def test_a_promise_is_released_with_a_reason():
    commitment = CommitmentFactory()
    by = commitment.partner.person

    with pytest.raises(NotYourCommitment):
        release_commitment(commitment=commitment, by=PersonFactory(), says="Ill")
    with pytest.raises(SayWhyReleased):
        release_commitment(commitment=commitment, by=by, says="")
    assert release_commitment(commitment=commitment, by=by, says="Ill").status == "released"
    with pytest.raises(NotWaitingForThis):
        release_commitment(commitment=commitment, by=by, says="Ill")


def test_kept_promises_are_counted_among_those_that_are_due():
    partner = PartnerFactory()
    today, now = timezone.localdate(), timezone.now()
    facts = [
        {"status": "kept", "kept_at": now},
        {"status": "kept", "kept_at": now, "due_on": today - DAY},
        {"status": "accepted", "due_on": today - DAY},
        {"status": "accepted", "due_on": today},
        {"status": "released", "released_at": now},
        {"status": "offered", "due_on": today - DAY},
    ]
    for each in facts:
        CommitmentFactory(partner=partner, **each)

    found = kept(partner.initiative)

    assert found == Kept(due=3, kept=2, in_time=1, late=1, running=1, released=1)
    assert found.share == pytest.approx(2 / 3)
    assert kept(InitiativeFactory()).share is None


def test_due_and_late_follow_from_the_day():
    today = timezone.localdate()

    assert CommitmentFactory(due_on=today - DAY).is_late is True
    assert CommitmentFactory(due_on=today).is_late is False
    assert CommitmentFactory(due_on=today - DAY, status="offered").is_late is False


@pytest.mark.parametrize("count", [1, 4])
def test_more_promises_ask_no_more_of_the_database(django_assert_num_queries, count):
    initiative = InitiativeFactory()
    for _ in range(count):
        CommitmentFactory(partner=organisation_partner(initiative))

    with django_assert_num_queries(1):
        assert len([one.partner.name for one in running_first(initiative)]) == count


def test_hours_can_be_given_by_anyone_who_is_reachable():
    initiative, ada = InitiativeFactory(state=State.DRIVING), PersonFactory()

    row = give_work(
        initiative=initiative,
        hand=as_resident(initiative, ada),
        hours=Decimal("2.5"),
        what="Baked",
        beneficiary="self",
        is_independent=True,
    )

    assert (row.kind, row.units, row.phase) == ("work", Decimal("1.25"), "drive")
    assert (row.beneficiary, row.is_independent, row.standing.caption) == ("self", True, "Baked")


@pytest.mark.parametrize(
    ("kind", "amount", "units"),
    [("money", 5000, 5), ("premises", 4, 4), ("equipment", 30, 10), ("competence", 2, 4)],
)
def test_resources_are_counted_in_units(kind, amount, units):
    initiative = InitiativeFactory()

    row = give_resource(
        initiative=initiative,
        hand=as_resident(initiative, PersonFactory()),
        kind=kind,
        amount=amount,
    )

    assert row.units == units


def test_giving_refuses_in_order():
    initiative, ada = InitiativeFactory(), PersonFactory()
    facts = {"initiative": initiative, "hand": as_resident(initiative, ada)}

    with pytest.raises(NotAResource):
        give_resource(kind="idea", amount=1, **facts)
    for hours in (0, -1, 1001):
        with pytest.raises(NotAnAmount):
            give_work(hours=hours, **facts)
    with pytest.raises(TheFutureIsNotGivenYet):
        give_work(hours=1, at=timezone.now() + DAY, **facts)
    initiative.state, initiative.state_before = State.PAUSED, State.IDEA
    initiative.save()
    with pytest.raises(NotOpen):
        give_work(hours=1, **facts)


def test_only_facilitators_write_down_what_others_did():
    initiative = InitiativeFactory()
    facilitator = person_with("facilitator", initiative.municipality)
    told = {"municipality": initiative.municipality, "name": "Guro", "channel": "phone"}

    with pytest.raises(NotYoursToWriteDown):
        give_work(initiative=initiative, hand=paper_hand(by=PersonFactory(), **told), hours=1)
    row = give_work(initiative=initiative, hand=paper_hand(by=facilitator, **told), hours=1)

    assert (row.entered_on_behalf, row.channel, row.giver.name) == (True, "phone", "Guro")


def test_a_facilitator_says_that_a_partner_kept_its_promise_on_its_behalf():
    commitment = CommitmentFactory()
    facilitator = person_with("facilitator", commitment.municipality)

    keep_commitment(commitment=commitment, by=facilitator, hours=2)

    row = Contribution.objects.get(kind="work")
    assert (row.giver.person, row.entered_on_behalf) == (commitment.partner.person, True)
