from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from samskap.base.models import Happening
from samskap.base.queue.worker import work_off
from samskap.initiatives.actions.agreements import (
    end_agreement,
    sign_agreement,
    write_agreement,
)
from samskap.initiatives.actions.forgetting import forget_partner
from samskap.initiatives.actions.partnership import (
    ask_by_email,
    ask_partner,
    decline,
    join,
    leave,
    let_in,
)
from samskap.initiatives.errors.initiative import NotOpen, NotYoursToChange
from samskap.initiatives.errors.partnership import (
    AgreementHasEnded,
    NameOneParty,
    NoAgreementToSign,
    NotAPartner,
    NotAskedOrOffered,
    NotFromHere,
    NotYourPartnership,
    PartnerAlready,
    ReviewLiesBehind,
    SayWhyYouLeave,
    SignedAlready,
)
from samskap.initiatives.models import Agreement, Commitment, Partner, Signature
from samskap.initiatives.models.initiative import State
from samskap.initiatives.queries.partnership import (
    active_agreement,
    agreed,
    has_active_agreement_with_public,
    work_together,
)
from samskap.ledger.errors import MayNotSpeakFor
from samskap.notices.models import Notice
from samskap.organisations.models import Organisation
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.partnership import (
    AgreementFactory,
    CommitmentFactory,
    PartnerFactory,
    organisation_partner,
    partnership,
    public_partner,
    signed_agreement,
)
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db
SOON = timedelta(days=90)


def terms(**changes):
    return {
        "purpose": "Open evenings",
        "duties": "We answer each other",
        "rule": Agreement.Rule.VOTE,
        "exit_terms": "A month before",
        "review_on": timezone.localdate() + SOON,
        **changes,
    }


def test_an_organisation_that_was_asked_joins_at_once():
    initiative = InitiativeFactory()
    member = MembershipFactory(organisation__municipality=initiative.municipality)
    organisation, ada = member.organisation, member.person
    version = initiative.account.version

    asked = ask_partner(
        initiative=initiative,
        organisation=organisation,
        role="Hosts",
        by=initiative.raised_by,
        message="Come along",
    )
    joined = join(
        initiative=initiative, key=f"organisation:{organisation.pk}", by=ada, duties="Coffee"
    )

    assert (asked.status, asked.side) == ("asked", "non_public")
    assert (joined.pk, joined.status, joined.contact) == (asked.pk, "joined", ada)
    assert (joined.role, joined.duties) == ("Hosts", "Coffee")
    assert list(Happening.objects.order_by("pk").values_list("what", flat=True)) == [
        "initiatives.partner_asked",
        "initiatives.partner_joined",
    ]
    assert Notice.objects.get(person=ada).text == "Come along"
    told = Notice.objects.get(person=initiative.raised_by)
    assert told.label == f"“{organisation.name}” is now a partner in “{initiative.title}”."
    initiative.account.refresh_from_db()
    assert initiative.account.version > version


def test_only_those_who_carry_an_initiative_ask_others():
    with pytest.raises(NotYoursToChange):
        ask_partner(initiative=InitiativeFactory(), person=PersonFactory(), by=PersonFactory())


def test_a_paused_initiative_takes_no_partners():
    initiative = InitiativeFactory(state=State.PAUSED, state_before=State.IDEA)

    with pytest.raises(NotOpen):
        ask_partner(initiative=initiative, person=PersonFactory(), by=initiative.raised_by)


def test_one_party_is_asked_at_a_time():
    initiative = InitiativeFactory()
    both = {"person": PersonFactory(), "organisation": OrganisationFactory()}

    with pytest.raises(NameOneParty):
        ask_partner(initiative=initiative, by=initiative.raised_by)
    with pytest.raises(NameOneParty):
        ask_partner(initiative=initiative, by=initiative.raised_by, **both)


def test_an_organisation_of_another_municipality_is_not_asked():
    initiative = InitiativeFactory()
    far_away = OrganisationFactory()

    with pytest.raises(NotFromHere):
        ask_partner(initiative=initiative, organisation=far_away, by=initiative.raised_by)


def test_nobody_is_asked_twice():
    partner = PartnerFactory()

    with pytest.raises(PartnerAlready):
        ask_partner(
            initiative=partner.initiative,
            person=partner.person,
            by=partner.initiative.raised_by,
        )


def test_who_left_can_be_asked_again():
    partner = PartnerFactory(status=Partner.Status.LEFT)

    again = ask_partner(
        initiative=partner.initiative, person=partner.person, by=partner.initiative.raised_by
    )

    assert again.pk != partner.pk


def test_whoever_was_not_asked_asks_to_be_let_in():
    initiative, ada = InitiativeFactory(), PersonFactory(given_name="Ada")

    partner = join(initiative=initiative, key="self:resident", by=ada, resources="A van")

    assert partner.status == "offered"
    assert Notice.objects.get().label == f"“Ada” wants to be a partner in “{initiative.title}”."

    partner = let_in(partner=partner, by=initiative.raised_by)

    assert (partner.status, partner.joined_at is not None) == ("joined", True)
    assert Notice.objects.get(person=ada).kind == "initiatives.partner_joined"


def test_joining_for_an_organisation_needs_its_mandate():
    initiative = InitiativeFactory()
    organisation = OrganisationFactory(municipality=initiative.municipality)

    with pytest.raises(MayNotSpeakFor):
        join(initiative=initiative, key=f"organisation:{organisation.pk}", by=PersonFactory())


def test_an_employee_joins_on_the_public_side():
    initiative = InitiativeFactory()
    employee = person_with("employee", initiative.municipality)

    assert join(initiative=initiative, key="self:employee", by=employee).side == "public"


def test_joining_twice_is_refused():
    partner = PartnerFactory()

    with pytest.raises(PartnerAlready):
        join(initiative=partner.initiative, key="self:resident", by=partner.person)


def test_strangers_let_nobody_in():
    partner = PartnerFactory(status=Partner.Status.OFFERED)

    with pytest.raises(NotYoursToChange):
        let_in(partner=partner, by=PersonFactory())


def test_who_was_only_asked_is_not_let_in_by_others():
    partner = PartnerFactory(status=Partner.Status.ASKED)

    with pytest.raises(NotAskedOrOffered):
        let_in(partner=partner, by=partner.initiative.raised_by)


def test_who_was_asked_may_say_no_and_nobody_says_it_for_them():
    partner = PartnerFactory(status=Partner.Status.ASKED)

    with pytest.raises(NotYourPartnership):
        decline(partner=partner, by=partner.initiative.raised_by)
    declined = decline(partner=partner, by=partner.person, reason="No time")

    assert (declined.status, declined.left_because) == ("declined", "No time")
    with pytest.raises(NotAskedOrOffered):
        decline(partner=partner, by=partner.person)


def test_leaving_says_why_and_hands_back_what_was_promised():
    partner = PartnerFactory()
    promised = CommitmentFactory(partner=partner)
    kept = CommitmentFactory(partner=partner, status=Commitment.Status.KEPT, kept_at=timezone.now())

    with pytest.raises(NotYourPartnership):
        leave(partner=partner, by=partner.initiative.raised_by, reason="Bored")
    with pytest.raises(SayWhyYouLeave):
        leave(partner=partner, by=partner.person, reason=" ")
    left = leave(partner=partner, by=partner.person, reason="We move", handed_back="Keys to Bo")

    promised.refresh_from_db()
    kept.refresh_from_db()
    assert (left.status, left.left_because, left.handed_back) == ("left", "We move", "Keys to Bo")
    assert (promised.status, promised.says, kept.status) == ("released", "Keys to Bo", "kept")
    with pytest.raises(NotAPartner):
        leave(partner=partner, by=partner.person, reason="Again")


def test_asking_by_email_tells_nobody_who_has_an_account():
    initiative, known = InitiativeFactory(), PersonFactory(email="ada@example.org")
    ask = {"initiative": initiative, "by": initiative.raised_by, "link": "https://x.example/join"}

    assert ask_by_email(email="Ada@example.org", **ask) is None
    assert ask_by_email(email="nobody@example.org", **ask) is None
    work_off()

    assert initiative.partners.get().person == known
    letter = next(one for one in mail.outbox if one.to == ["nobody@example.org"])
    assert "https://x.example/join" in letter.body


def test_an_agreement_holds_when_every_partner_has_signed():
    initiative = InitiativeFactory()
    resident, association = PartnerFactory(initiative=initiative), organisation_partner(initiative)
    agreement = signed_agreement(initiative, resident)

    assert active_agreement(initiative) is None
    assert agreed(initiative).unsigned == [association]
    sign_agreement(agreement=agreement, partner=association, by=association.contact)

    assert active_agreement(initiative) == agreement
    assert has_active_agreement_with_public(initiative) is False


def test_an_agreement_with_a_public_unit_counts_as_one():
    initiative = InitiativeFactory()
    partnership(initiative)

    assert has_active_agreement_with_public(initiative) is True


def test_an_employee_for_herself_is_no_public_unit():
    initiative = InitiativeFactory()
    signed_agreement(
        initiative,
        PartnerFactory(initiative=initiative),
        PartnerFactory(initiative=initiative, actor_kind="employee"),
    )

    assert active_agreement(initiative) is not None
    assert has_active_agreement_with_public(initiative) is False


def test_one_partner_alone_agrees_with_nobody():
    initiative = InitiativeFactory()
    signed_agreement(initiative, public_partner(initiative))

    assert active_agreement(initiative) is None


def test_a_new_partner_must_sign_too():
    initiative = InitiativeFactory()
    partnership(initiative)
    newcomer = PartnerFactory(initiative=initiative)

    assert active_agreement(initiative) is None
    agreement = initiative.agreements.get()
    sign_agreement(agreement=agreement, partner=newcomer, by=newcomer.person)
    assert active_agreement(initiative) == agreement


def test_an_older_version_holds_until_everybody_signed_the_new_one():
    initiative = InitiativeFactory()
    resident, public = partnership(initiative)
    old = active_agreement(initiative)

    new = write_agreement(initiative=initiative, by=resident.person, **terms())
    assert (new.version, active_agreement(initiative)) == (2, old)
    sign_agreement(agreement=new, partner=resident, by=resident.person)
    assert active_agreement(initiative) == old
    sign_agreement(agreement=new, partner=public, by=public.contact)

    old.refresh_from_db()
    assert (active_agreement(initiative), old.ended_at is None) == (new, False)
    with pytest.raises(NoAgreementToSign):
        sign_agreement(agreement=old, partner=resident, by=resident.person)


def test_only_partners_and_facilitators_write_the_agreement():
    initiative = InitiativeFactory()
    facilitator = person_with("facilitator", initiative.municipality)

    with pytest.raises(NotYoursToChange):
        write_agreement(initiative=initiative, by=initiative.raised_by, **terms())
    assert write_agreement(initiative=initiative, by=facilitator, **terms()).version == 1


def test_the_review_lies_ahead():
    partner = PartnerFactory()
    today = terms(review_on=timezone.localdate())

    with pytest.raises(ReviewLiesBehind):
        write_agreement(initiative=partner.initiative, by=partner.person, **today)


def test_signing_refuses_in_order():
    initiative = InitiativeFactory()
    resident, public = partnership(initiative)
    agreement = initiative.agreements.get()
    elsewhere = AgreementFactory()

    with pytest.raises(NotYourPartnership):
        sign_agreement(agreement=agreement, partner=public, by=resident.person)
    with pytest.raises(NotAPartner):
        sign_agreement(agreement=elsewhere, partner=resident, by=resident.person)
    with pytest.raises(SignedAlready) as refusal:
        sign_agreement(agreement=agreement, partner=resident, by=resident.person)
    assert str(refusal.value) == (
        f"“{resident.person}” has signed already. There is nothing more to do."
    )


def test_a_mandate_that_ended_signs_nothing():
    initiative = InitiativeFactory()
    public = public_partner(initiative)
    agreement = AgreementFactory(initiative=initiative)
    yesterday = timezone.localdate() - timedelta(days=1)
    public.organisation.memberships.update(mandate_until=yesterday, mandate_from=yesterday)

    with pytest.raises(NotYourPartnership):
        sign_agreement(agreement=agreement, partner=public, by=public.contact)


def test_an_agreement_ends_once():
    initiative = InitiativeFactory()
    resident, _public = partnership(initiative)
    agreement = initiative.agreements.get()

    with pytest.raises(NotYoursToChange):
        end_agreement(agreement=agreement, by=PersonFactory(), reason="No")
    ended = end_agreement(agreement=agreement, by=resident.person, reason="We are done")

    assert (ended.ended_because, active_agreement(initiative)) == ("We are done", None)
    with pytest.raises(AgreementHasEnded):
        end_agreement(agreement=agreement, by=resident.person, reason="Again")


@pytest.mark.parametrize("partners", [2, 5])
def test_more_partners_ask_no_more_of_the_database(django_assert_num_queries, partners):
    initiative = InitiativeFactory()
    signed_agreement(initiative, *(organisation_partner(initiative) for _ in range(partners)))

    with django_assert_num_queries(3):
        found = agreed(initiative)
    assert (len(found.joined), found.in_force.version) == (partners, 1)


@pytest.mark.django_db(transaction=True)
def test_a_double_click_signs_once():
    initiative = InitiativeFactory()
    partner = organisation_partner(initiative, Organisation.Kind.BUSINESS)
    agreement = AgreementFactory(initiative=initiative)
    ready, outcomes = Barrier(4), []

    def press():
        ready.wait()
        try:
            sign_agreement(agreement=agreement, partner=partner, by=partner.contact)
            outcomes.append("signed")
        except SignedAlready:
            outcomes.append("already")
        finally:
            connection.close()

    threads = [Thread(target=press) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["already", "already", "already", "signed"]
    assert Signature.objects.count() == 1


def test_a_deleted_account_leaves_no_words_behind():
    partner = PartnerFactory(duties="I bake", left_because="My knee", role="Baker")
    other = PartnerFactory(initiative=partner.initiative, duties="Coffee")

    promise = CommitmentFactory(partner=partner)

    forget_partner(partner.person)

    promise.refresh_from_db()
    assert (promise.status, promise.offered_by) == ("released", None)
    partner.refresh_from_db()
    other.refresh_from_db()
    assert (partner.duties, partner.left_because, partner.role) == ("", "", "")
    assert (partner.person, partner.status, partner.name) == (None, "left", "A former partner")
    assert other.duties == "Coffee"


def test_partners_of_one_initiative_work_together():
    resident = PartnerFactory()
    here = resident.municipality
    association = organisation_partner(resident.initiative)
    stranger = PartnerFactory(initiative__municipality=here).person

    assert work_together(resident.person, association.contact, here) is True
    assert work_together(resident.person, stranger, here) is False
