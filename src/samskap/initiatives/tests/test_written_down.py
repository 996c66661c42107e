"""What partners say on paper, by telephone or at a meeting counts as much as on the web."""

import pytest
from django.urls import reverse

from samskap.initiatives.actions.agreements import sign_agreement
from samskap.initiatives.actions.decisions import change_voice, close_decision, give_voice
from samskap.initiatives.actions.partnership import leave
from samskap.initiatives.actions.written_down import write_down_partner, write_down_yes
from samskap.initiatives.errors.commitments import NotYoursToWriteDown
from samskap.initiatives.errors.decisions import VoicedAlready
from samskap.initiatives.errors.partnership import (
    NotAskedOrOffered,
    NotYourPartnership,
    PartnerAlready,
    PartnerNeedsAName,
)
from samskap.initiatives.models import Partner
from samskap.initiatives.queries.partnership import active_agreement
from samskap.ledger.models import Contribution
from samskap.notices.models import Notice
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.partnership import (
    AgreementFactory,
    DecisionFactory,
    organisation_partner,
    partnership,
)
from samskap.testing.factories.people import person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    """An initiative with an agreement in force between a resident and the municipality."""
    return InitiativeFactory(municipality=municipality)


@pytest.fixture
def eva(municipality):
    """Who facilitates."""
    return person_with("facilitator", municipality)


@pytest.fixture
def question(initiative):
    """An open question, and the two partners it is put to."""
    resident, public = partnership(initiative)
    return DecisionFactory(initiative=initiative, way="consensus"), resident, public


def on_paper(decision, partner, by, **more):
    """The voice of a partner, written down from a sheet of paper."""
    told = {"stance": "for", "channel": "paper", **more}
    return give_voice(decision=decision, partner=partner, by=by, **told)


def test_a_voice_on_paper_is_the_partners_own_and_the_ledger_says_how_it_came(question, eva):
    decision, resident, _public = question

    voice = on_paper(decision, resident, eva)

    row = voice.contribution
    assert (row.kind, row.channel, row.entered_on_behalf) == ("vote", "paper", True)
    assert (row.giver.person, row.units, row.standing.entered_by) == (resident.person, 0, eva)
    told = Notice.objects.get(person=resident.person, kind="initiatives.voice_written_down")
    assert told.path == decision.get_absolute_url()


def test_only_facilitators_write_down_and_only_for_those_who_are_silent(question, eva):
    decision, resident, public = question
    said = give_voice(decision=decision, partner=resident, stance="for", by=resident.person)

    with pytest.raises(NotYoursToWriteDown):
        on_paper(decision, public, resident.person)
    with pytest.raises(VoicedAlready):
        on_paper(decision, resident, eva)
    with pytest.raises(VoicedAlready):
        change_voice(voice=said, stance="aside", by=eva, channel="phone")

    assert decision.voices.get().stance == "for"


def test_a_partner_changes_what_was_written_down(question, eva):
    decision, resident, _public = question
    voice = on_paper(decision, resident, eva)

    change_voice(voice=voice, stance="aside", by=eva, channel="phone")
    assert (voice.stance, voice.channel) == ("aside", "phone")
    change_voice(voice=voice, stance="for", by=resident.person)

    assert (voice.stance, voice.channel, voice.is_written_down) == ("for", "web", False)
    assert Contribution.objects.filter(kind="vote").count() == 1


def test_a_decision_by_voices_on_paper_keeps_how_they_came_in(question, eva, initiative):
    decision, resident, public = question
    on_paper(decision, resident, eva)
    give_voice(decision=decision, partner=public, stance="for", by=public.contact)

    close_decision(decision=decision, by=eva, reasons="Everybody wants it.")

    rows = Contribution.objects.filter(kind="decision").order_by("side")
    assert [(row.side, row.channel, row.entered_on_behalf) for row in rows] == [
        ("non_public", "paper", True),
        ("public", "web", False),
    ]


def test_somebody_without_an_account_becomes_a_partner_once(initiative, eva):
    paper = {"initiative": initiative, "by": eva, "name": "Gudrun", "reach": "Strandveien 3"}
    with pytest.raises(NotYoursToWriteDown):
        write_down_partner(**{**paper, "by": initiative.raised_by})
    with pytest.raises(PartnerNeedsAName):
        write_down_partner(**{**paper, "name": " "})

    gudrun = write_down_partner(**paper, channel="phone")

    assert (gudrun.name, gudrun.side, gudrun.has_joined) == ("Gudrun", "non_public", True)
    with pytest.raises(PartnerAlready):
        write_down_partner(**paper)


def test_who_joined_on_paper_signs_speaks_and_leaves_on_paper(initiative, eva):
    other = organisation_partner(initiative)
    gudrun = write_down_partner(initiative=initiative, by=eva, name="Gudrun")
    agreement = AgreementFactory(initiative=initiative)
    sign_agreement(agreement=agreement, partner=other, by=other.contact)

    with pytest.raises(NotYoursToWriteDown):
        sign_agreement(agreement=agreement, partner=gudrun, by=other.contact, channel="paper")
    with pytest.raises(NotYourPartnership):
        sign_agreement(agreement=agreement, partner=gudrun, by=eva)
    signed = sign_agreement(agreement=agreement, partner=gudrun, by=eva, channel="paper")
    assert (signed.channel, active_agreement(initiative)) == ("paper", agreement)

    voice = on_paper(DecisionFactory(initiative=initiative, way="vote"), gudrun, eva)
    assert (voice.contribution.giver, voice.contribution.giver.name) == (gudrun.giver, "Gudrun")

    with pytest.raises(NotYourPartnership):
        leave(partner=gudrun, by=other.contact, reason="She said so.")
    assert leave(partner=gudrun, by=eva, reason="She moves.").status == Partner.Status.LEFT


def test_the_yes_of_an_organisation_that_was_asked_is_written_down(initiative, eva):
    asked = organisation_partner(initiative, status=Partner.Status.ASKED, joined_at=None)

    with pytest.raises(NotYoursToWriteDown):
        write_down_yes(partner=asked, by=initiative.raised_by)
    assert write_down_yes(partner=asked, by=eva).has_joined
    with pytest.raises(NotAskedOrOffered):
        write_down_yes(partner=asked, by=eva)

    assert Notice.objects.filter(person=asked.contact).count() == 1


def test_all_of_it_is_a_page(client, initiative, eva):
    client.force_login(eva)
    here = [initiative.slug]
    asked = organisation_partner(initiative, status=Partner.Status.ASKED, joined_at=None)

    client.post(
        reverse("initiatives:partner_on_paper", args=here),
        {"name": "Gudrun", "actor_kind": "relative", "channel": "meeting", "role": "Cooks"},
    )
    client.post(reverse("initiatives:yes_on_paper", args=here), {"partner": asked.pk})
    gudrun = initiative.partners.get(called="Gudrun")
    agreement = AgreementFactory(initiative=initiative)
    client.post(
        reverse("initiatives:signature_on_paper", args=[*here, agreement.version]),
        {"partner": gudrun.pk, "channel": "paper"},
    )
    decision = DecisionFactory(initiative=initiative, way="consent")
    address = reverse("initiatives:voice_on_paper", args=[*here, decision.pk])
    refused = client.post(address, {"partner": gudrun.pk, "channel": "phone", "stance": "against"})
    for stance in ("for", "aside"):
        client.post(address, {"partner": gudrun.pk, "channel": "phone", "stance": stance})

    asked.refresh_from_db()
    assert (gudrun.role, asked.status) == ("Cooks", Partner.Status.JOINED)
    assert agreement.signatures.get().partner == gudrun
    assert refused.context["form"].errors == {"reason": ["Write why you are against it."]}
    assert decision.voices.get().stance == "aside"
    page = client.get(decision.get_absolute_url()).content.decode()
    assert "(By telephone)" in page


def test_others_do_not_reach_these_pages(client, initiative, question):
    decision, resident, _public = question
    client.force_login(resident.person)

    answer = client.get(reverse("initiatives:voice_on_paper", args=[initiative.slug, decision.pk]))

    assert answer.status_code == 403
