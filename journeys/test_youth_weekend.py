"""Forty young people move into the town hall for a weekend, and make the youth policy.

SC-10 (S1:25.2, S3:46, S3:54): guardians’ yes, adults awake with certificates that were seen, a
draft in five groups, the council’s answer, and six young owners of what comes of it. Told through
the pages, without a browser: nothing here depends on one.
"""

from datetime import timedelta
from functools import cache

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from samskap.config.demo import clock
from samskap.initiatives.models import Commitment, FormalDecision, Initiative, Partner
from samskap.insight.voices import voices_in
from samskap.kernels.answers import Figure
from samskap.meetings.models import Event, Note, Stay, Table
from samskap.meetings.queries.nights import owners_of
from samskap.meetings.queries.voices import voices_at
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

FAMILY = "Fjordstrand"  # a last name that no page may show
YOUNG, KNOWN, GROUPS = 40, 13, 5  # and Thea is known by then: she raised it
NEW_AT = (7, 7, 6, 6, 0)  # of eight at each table, those who are there for the first time
CONTACT = {"contact_name": "Kari", "contact_phone": "12 34 56 78"}
ALL_PAGES = ("event", "tables", "night")


@pytest.fixture
def now():
    """The moment at which the weekend begins; `it_is` lets time pass."""
    with clock.borrowed():
        yield timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    clock.stand_at(clock.NOW)


@cache
def by(person):
    """The browser in which somebody is signed in."""
    client = Client()
    client.force_login(person)
    return client


def it_is(moment):
    """Let it be another moment; whoever was signed in then signs in anew."""
    by.cache_clear()
    clock.stand_at(moment)


def read(answer):
    """What somebody reads on a page."""
    inside = answer.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(strip_tags(f"<main{inside}").split())


def sends(person, name, keys=(), /, **said):
    """Send a form, and see that it was taken."""
    answer = by(person).post(reverse(name, args=keys), said)
    assert answer.status_code == 302, (name, read(answer))
    return answer


def refused(person, name, keys=(), /, **said):
    """Send a form, and read why it was not taken."""
    answer = by(person).post(reverse(name, args=keys), said)
    assert answer.status_code == 409
    return answer.text


def young_people(here, day):
    """Forty of thirteen to nineteen; some have given something in the last two years."""
    elsewhere = InitiativeFactory(municipality=here)
    found = []
    for number in range(YOUNG):
        born_on = day - timedelta(days=366 * (13 + number % 7) + 40)
        person = PersonFactory(family_name=FAMILY, shown_as="name", born_on=born_on)
        if number >= YOUNG - KNOWN:
            idea(initiative=elsewhere, person=person, at=timezone.now() - timedelta(days=300))
        found.append(person)
    return found


def test_forty_young_people_make_the_policy_and_own_what_comes_of_it(here, now):
    day = now.date()
    it_is(now - timedelta(days=30))
    young = young_people(here, day)
    thea = young[3]
    mona = RoleFactory(municipality=here, role="facilitator").person
    unit = OrganisationFactory(municipality=here, kind="public_unit", name="Culture and youth")
    MembershipFactory(organisation=unit, person=mona)
    council = OrganisationFactory(municipality=here, kind="council", name="The council")
    politician = RoleFactory(municipality=here, role="politician").person
    MembershipFactory(organisation=council, person=politician)
    adults = [PersonFactory() for _adult in range(5)]

    # 1 Thea is in no council. She raises it herself; Mona finds it, and leads.
    sends(thea, "initiatives:raise", dream="A policy for the young, by the young")
    initiative = Initiative.objects.get(raised_by=thea)
    sends(mona, "initiatives:lead", [initiative.slug])
    sends(mona, "initiatives:steps", [initiative.slug], to="defining", reason="We begin.")
    sends(
        thea,
        "meetings:announce",
        [initiative.slug],
        title="The town hall is ours",
        kind="workshop",
        day=day.isoformat(),
        opens="12:00",
        closes="11:00",
        place="The town hall",
        language="en",
        hand="self:resident",
    )
    weekend = Event.objects.get()

    # 2 Mona keeps the night. Guardians answer by letter, signed in, and on paper.
    key = [weekend.pk]
    sends(
        mona, "meetings:keep_night", key, age_least=13, age_most=19, persons_per_host=10,
        hosts_least=2, says="They sleep on the floor of the council’s hall.",
    )  # fmt: skip
    for number, person in enumerate(young):
        contact = {"guardian_email": f"guardian{number}@example.org", **CONTACT}
        sends(person, "meetings:stay_night", key, **contact)
    for number, stay in enumerate(Stay.objects.filter(age__lt=18)):
        if number % 3:
            client = Client() if number % 2 else by(PersonFactory())
            client.post(reverse("meetings:guardian", args=[stay.key]), {"answer": "yes", **CONTACT})
        else:
            sends(mona, "meetings:paper_leave", [stay.pk], **CONTACT)
    assert all(stay.holds for stay in Stay.objects.all())
    assert set(Stay.objects.values_list("came_by", flat=True)) == {"", "link", "account", "paper"}
    for adult in adults[:4]:
        sends(adult, "meetings:watch_night", key)
    hosts = list(weekend.night.hosts.all())
    for host in hosts[:3]:
        sends(mona, "meetings:see_certificate", [host.pk], purpose="The night")
    assert "4 adults must be awake" in refused(mona, "meetings:confirm_night", key)
    assert "Too few adults are awake" in Client().get(weekend.get_absolute_url()).text
    sends(mona, "meetings:see_certificate", [hosts[3].pk], purpose="The night")
    sends(mona, "meetings:confirm_night", key)
    assert "4 adults are awake all night" in Client().get(weekend.get_absolute_url()).text
    contacts = reverse("meetings:night_contacts", args=key)
    assert by(adults[0]).get(contacts).status_code == 409  # it has not begun

    # 3 The draft in five groups. Politicians listen first, and write along afterwards.
    it_is(now + timedelta(hours=3))
    assert "12 34 56 78" in by(adults[0]).get(contacts).text
    assert by(mona).get(contacts).status_code == 409
    sends(thea, "meetings:put_up_tables", key, tables=GROUPS)
    for table, new in zip(Table.objects.all(), NEW_AT, strict=True):
        sat = {"actor_kind": "resident", "seated": 9, "seated_new": new, "from_public": 1}
        sends(
            thea,
            "meetings:keep_table",
            [table.pk],
            name=f"Part {table.number}",
            listened="on",
            **sat,
        )
        phone = reverse("meetings:table", args=[table.key])
        for word in ("wants", "needs"):
            Client().post(phone, {"kind": "draft", "title": f"Part {table.number} {word}"})
        sends(thea, "meetings:keep_table", [table.pk], name=f"Part {table.number}", **sat)
    notes = list(Note.objects.order_by("pk"))
    for note in notes[:8]:
        sends(mona, "meetings:settle_note", [note.pk], become="contribution")
    sends(mona, "meetings:settle_note", [notes[8].pk], become="same", other=notes[0].pk)
    sends(mona, "meetings:settle_note", [notes[9].pk], become="aside", because="Said above.")

    # 4 What stands is decided by the partners, answered by the council, and owned by the young.
    it_is(now + timedelta(days=2))
    came = [person.pk for person in young]
    sends(thea, "meetings:attendance", key, came=came)
    owners = young[:6]
    for person in owners:
        by(person).post(
            reverse("initiatives:join", args=[initiative.slug]), {"hand": "self:resident"}
        )
    for partner in Partner.objects.exclude(status=Partner.Status.JOINED):
        sends(mona, "initiatives:let_in", [initiative.slug, partner.pk])
    sends(mona, "initiatives:join", [initiative.slug], hand=f"organisation:{unit.pk}")
    partners = list(Partner.objects.filter(status=Partner.Status.JOINED))
    assert len(partners) == 7
    sends(
        mona,
        "initiatives:write_agreement",
        [initiative.slug],
        purpose="A policy that is theirs.",
        duties="We come when we have said so.",
        rule="consensus",
        quorum_percent=50,
        resources="The town hall.",
        exit_terms="A month before.",
        review_on=(day + timedelta(days=300)).isoformat(),
    )
    for partner in partners:
        signs = [initiative.slug, 1]
        sends(partner.person or mona, "initiatives:sign_agreement", signs, partner=partner.pk)
    adopted = [notes[at] for at in (0, 2, 4, 6)]
    given = [note.contribution_id for note in Note.objects.filter(pk__in=[n.pk for n in adopted])]
    given.append(idea(initiative=initiative, person=adults[4]).contribution.pk)
    decided = sends(
        mona, "initiatives:open_decision", [initiative.slug], what="other",
        title="The youth policy", text="All five parts.", proposals=given,
    )  # fmt: skip
    decision = int(decided.url.rstrip("/").split("/")[-1])
    at = [initiative.slug, decision]
    for partner in partners:
        voice = partner.person or mona
        sends(voice, "initiatives:give_voice", at, partner=partner.pk, stance="for")
    sends(
        mona, "initiatives:close_decision", at, reasons="All of us.", others_reason="They can wait."
    )
    sends(
        mona, "initiatives:lay", [initiative.slug], body=council.pk, title="The youth policy",
        recommendations="Adopt it.", promised_on=(day + timedelta(days=20)).isoformat(),
    )  # fmt: skip
    answered = FormalDecision.objects.get().recommendations.get()
    sends(
        politician, "initiatives:answer_recommendation", [initiative.slug, answered.pk],
        answer="adopted", reasons="It is theirs, and it is good.",
    )  # fmt: skip
    due_on = day + timedelta(days=120)
    promising = [*owners, *owners[:2], mona, mona]
    of_person = {partner.person_id: partner for partner in partners}
    for number, person in enumerate(promising):
        partner = of_person.get(person.pk, of_person[None])
        sends(
            person, "initiatives:offer_commitment", [initiative.slug], partner=partner.pk,
            what=f"Action {number}", due_on=due_on.isoformat(),
        )  # fmt: skip
    for promise in Commitment.objects.select_related("partner"):
        accepts = thea if promise.partner.person_id is None else mona
        sends(accepts, "initiatives:accept_commitment", [initiative.slug, promise.pk])

    # Then show.
    found = voices_at(weekend)
    assert found.new == Figure(0.65, YOUNG)
    assert found.influence == Figure(0.8, 5)  # four of the five parts had somebody new at the table
    assert not found.is_unheard
    owned = owners_of(weekend)
    assert (owned.actions, owned.youth, owned.owners) == (10, 8, 6)
    page = Client().get(weekend.get_absolute_url()).text
    assert page.count("65 %") == 1
    assert page.count("80 %") == 2  # adopted with a new voice, and promises with a young owner
    assert voices_in(initiative).new.n == YOUNG + 1
    tables = Client().get(reverse("meetings:tables", args=key)).text
    assert "10 notes were gone through: 8 contributions came of them, 1 was set aside." in tables

    # Six months on: five of the eight are kept, three are late; nothing of the night is left.
    theirs = Commitment.objects.filter(partner__person__in=owners).order_by("pk")
    for promise in theirs[:5]:
        person = promise.partner.person
        keys = [initiative.slug, promise.pk]
        sends(person, "initiatives:keep_commitment", keys, beneficiary="community")
    it_is(now + timedelta(days=180))
    followed = owners_of(weekend)
    assert (followed.kept, followed.late) == (5, 3)

    # No page names a young person in full, to nobody and to no other resident.
    for name in ALL_PAGES:
        for client in (Client(), by(adults[4])):
            assert FAMILY not in client.get(reverse(f"meetings:{name}", args=key)).text
    for path in ("partners", "commitments", "initiative", "decisions"):
        shown = Client().get(reverse(f"initiatives:{path}", args=[initiative.slug])).text
        minors = [person for person in owners if person.is_under_age]
        assert minors
        assert not any(f"{each.given_name} {FAMILY}" in shown for each in minors)
