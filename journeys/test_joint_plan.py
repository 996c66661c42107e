"""SC-6: a joint transport plan after Holbæk’s example, from who is missing to the timetable."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from journeys.standing_clock import DAY, Reader, on_day
from samskap.config.demo import clock
from samskap.deliberation.actions.drawing import draw_what_changed
from samskap.deliberation.models import Deliberation, Statement
from samskap.drafting.models import Document, Paragraph
from samskap.initiatives.models import Commitment, Initiative
from samskap.insight.actions import keep_placing
from samskap.ledger.models import Contribution
from samskap.meetings.models import Event, Speaker
from samskap.negotiations.models import Negotiation
from samskap.notices.models import Notice
from samskap.organisations.models import Organisation
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, person_with

Kind = Organisation.Kind
OPERATOR, COUNTY = "The bus company", "The traffic company"
ORGANISED = {
    "The planning office": Kind.PUBLIC_UNIT,
    OPERATOR: Kind.BUSINESS,
    COUNTY: Kind.PUBLIC_UNIT,
    "The association of disabled people": Kind.ASSOCIATION,
    "The senior council": Kind.ASSOCIATION,
    "The shops in the high street": Kind.BUSINESS,
}
OTHERS = ("Pupils", "Commuters by train", "Parents", "Night nurses", "Cyclists")
MISSING = ("Upper valley", "Outer shore", "Taxi drivers")
GROUPS = (*ORGANISED, *OTHERS, *MISSING)
WRITERS, EACH = 15, 4  # fifteen residents write four statements each
CARDS = 20
ITEMS = (
    *("Bus 42 also in the evening", "The school bus waits for the train", "Bus on demand"),
    *("Light at every stop", "One ticket for bus and train", "A roof for bicycles"),
    *("Room for prams", "A stop at the health centre", "Free for the young at weekends"),
    *("A lift from the next farm", "Slow lanes by the schools", "A board at the library"),
)
IN_FORCE = 7
MINUTES = 17  # that the operator speaks at each of four meetings
TIMETABLE = "https://traffic.example/42.pdf"


@pytest.fixture
def standing_clock():
    with clock.borrowed():
        yield


class ThePlan:
    """Those who make the plan, and what they do on its pages."""

    def __init__(self, municipality):
        municipality.country = "DK"
        municipality.save()
        self.here = municipality
        self.eva = Reader(person_with("facilitator", municipality, given_name="Eva"))
        self.anyone = Reader()
        self.residents = [Reader(PersonFactory()) for _each in range(WRITERS)]
        self.council = OrganisationFactory(
            municipality=municipality, kind=Kind.COUNCIL, name="The council"
        )
        self.mayor = Reader(
            MembershipFactory(
                organisation=self.council, person=person_with("politician", municipality)
            ).person
        )
        self.speaker_of = {}
        for name, kind in ORGANISED.items():
            made = OrganisationFactory(municipality=municipality, name=name, kind=kind)
            self.speaker_of[name] = Reader(MembershipFactory(organisation=made).person)
        self.initiative = InitiativeFactory(municipality=municipality, title="How we get about")
        self.slug = self.initiative.slug

    def party(self, name):
        """One group of the map, as it stands."""
        return Negotiation.objects.get().parties.get(name=name)

    def at_table(self, name, what, **words):
        """Send one of the forms of the table for a party; the mediator says for which."""
        who = self.speaker_of.get(name, self.eva)
        if who is self.eva:
            words["party"] = self.party(name).pk
        return who.sends("negotiations:table", self.slug, what=what, **words)

    # ── 1 · Who should sit there ─────────────────────────────────────────────

    def draw_the_map(self):
        """Fourteen groups, all asked; eleven come."""
        self.eva.sends(
            "negotiations:start", self.slug, matter="What runs, how often, and who pays",
            about="", language="en", is_open="on", review_months=6, first="\n".join(GROUPS),
        )  # fmt: skip
        for name in GROUPS:
            self.eva.sends(
                "negotiations:party", self.party(name).pk, what="invite", how="A letter and a call",
                on=timezone.localdate().isoformat(),
            )  # fmt: skip
        for name, who in self.speaker_of.items():
            who.sends("negotiations:table", self.slug, what=f"sit:{self.party(name).pk}")
        for name in OTHERS:
            self.eva.sends(
                "negotiations:party", self.party(name).pk, what="seat", channel="meeting",
                called=f"Two of the {name.lower()}",
            )  # fmt: skip
        self.eva.sends("negotiations:table", self.slug, what="open")

    def announce(self, title, *, in_days, for_whom=""):
        """Announce an evening."""
        self.eva.sends(
            "meetings:announce", self.slug, title=title, kind="meeting",
            day=(timezone.localdate() + in_days * DAY).isoformat(), opens="18:00", closes="20:00",
            place="The hall", text="", for_whom=for_whom, capacity="", online_url="",
            offers_text="", group="", closed_because="", hand="self:facilitator", language="en",
            public_id=uuid4(),
        )  # fmt: skip
        return Event.objects.latest("pk")

    def villages_come(self):
        """The evenings in the villages were held: those who came are on the map now."""
        for name in MISSING[:2]:
            self.eva.sends(
                "negotiations:party", self.party(name).pk, what="change", name=name,
                sort="unorganised", marks=["is_touched", "knows"], area="",
                came_on=timezone.localdate().isoformat(), missing_because="",
            )  # fmt: skip

    # ── 2 · What everybody says ──────────────────────────────────────────────

    def ask_all(self):
        """A question to all; residents state sixty things, two of them by telephone."""
        self.eva.sends(
            "deliberation:start", self.slug, question="How shall we get about in five years?",
            about="", seeds="", opens_on=timezone.localdate().isoformat(), closes_on="",
            least=0, moderation="after", rules="Two of the group read what is stated.",
            share_statements="voters", longest=280, language="en", public_id=uuid4(),
        )  # fmt: skip
        self.asked = Deliberation.objects.get()
        by_telephone = 2
        for number in range(WRITERS * EACH - by_telephone):
            self.residents[number % WRITERS].sends(
                "deliberation:state", self.asked.pk, text=statement(number), language="en",
                public_id=uuid4(),
            )  # fmt: skip
        self.eva.sends(
            "deliberation:card", self.asked.pk, card="telephone 1", agrees="", disagrees="",
            passes="", language="en", name="A farmer in the upper valley", reach="12 34 56 78",
            statements="\n".join(statement(WRITERS * EACH - 1 - n) for n in range(by_telephone)),
        )  # fmt: skip

    def vote(self):
        """Two ways of living fill in cards: they differ on a third, and agree on the rest."""
        for card in range(CARDS):
            seen = [n for n in range(1, WRITERS * EACH + 1) if (n + card) % 10]
            against = [
                n for n in seen if (n % 3 == 0 and n % 2 == card % 2) or is_of_own_mind(n, card)
            ]
            self.eva.sends(
                "deliberation:card", self.asked.pk, card=f"A{card}", passes="", statements="",
                agrees=", ".join(str(n) for n in seen if n not in against),
                disagrees=", ".join(map(str, against)), language="en", name="", reach="",
            )  # fmt: skip
        assert draw_what_changed() == 1  # by the clock

    def talk(self):
        """Four meetings; what each needs, and ways out that they can live with."""
        for name in (*ORGANISED, *OTHERS):
            self.at_table(
                name, "position", kind="interest", readers="parties", language="en",
                position_text=f"What matters to {name}: to get home.",
            )  # fmt: skip
        self.at_table(
            "The senior council", "option", option_title="Two departures from noon to night",
            option_text="It costs nothing more.", language="en",
        )  # fmt: skip
        operator = self.speaker_of[OPERATOR]
        for number in range(1, 5):
            event = self.announce(f"Dialogue {number}", in_days=1)
            begun = timezone.now() - timedelta(minutes=30)
            Event.objects.filter(pk=event.pk).update(
                starts_at=begun, ends_at=begun + timedelta(hours=2)
            )
            operator.sends("meetings:come", event.pk)
            operator.sends("meetings:floor", event.pk, act="up")
            for act in ("give", "end"):
                speaker = Speaker.objects.get(event=event).pk
                self.eva.sends(
                    "meetings:floor", event.pk, act=act, speaker=speaker, minutes=MINUTES
                )

    # ── 3 · One text ─────────────────────────────────────────────────────────

    def write(self):
        """Twelve items, each from four or five things that were stated, with cost and promise."""
        self.eva.sends(
            "negotiations:table",
            self.slug,
            what="text",
            text_title="How we get about",
            text_rule="writers",
        )
        document = Document.objects.get()
        # The first comes straight from the map: a statement that every group agrees with.
        self.eva.sends("deliberation:make", self.asked.pk, 1, kind="draft")
        for number, title in enumerate(ITEMS):
            if number:
                self.eva.sends(
                    "drafting:add", document.pk, kind="text", text=f"{title}, from the summer.",
                    why="Many said so.", after="end", hand="self:facilitator", channel="web",
                    actor_kind="resident", public_id=uuid4(),
                )  # fmt: skip
            name = OPERATOR if number % 2 == 0 else COUNTY
            due_on = (timezone.localdate() + (150 if number < 8 else 300) * DAY).isoformat()
            self.at_table(name, "pledge", promise_what=f"Carry out: {title}", due_on=due_on)
            pledged = Commitment.objects.latest("pk")
            self.eva.sends(
                "negotiations:table", self.slug, what=f"count_on:{pledged.pledged_at_table.pk}"
            )
            paragraph = Paragraph.objects.latest("pk")
            self.eva.sends(
                "drafting:edit_item", paragraph.pk, title=title, cost_kroner=(number + 1) * 10_000,
                responsible=Organisation.objects.get(name="The planning office").pk,
                responsible_says="", due_on=due_on, commitment=pledged.pk,
            )  # fmt: skip
            self.answer(document, self.stated(number), how="whole", item=document.items.last().pk)
        self.eva.sends(
            "drafting:plan", document.pk, form="money", kroner=800_000, says="",
            said_by="The council, budget of the year", said_on=timezone.localdate().isoformat(),
        )  # fmt: skip
        return document

    def stated(self, item):
        """The public keys of the statements that went into an item, of those that wait."""
        numbers = range(item * 4 + 1, item * 4 + 5)
        return self.waiting().filter(statement__number__in=numbers)

    def waiting(self):
        """The rows of statements that nobody has answered."""
        return Contribution.objects.filter(
            account=self.initiative.account_id, kind="statement", standing__answered_at=None
        )

    def answer(self, document, rows, *, how, item="", says=""):
        """Say of some statements in which item they are, or why they are in none."""
        keys = [str(key) for key in rows.values_list("public_id", flat=True)]
        path = f"{reverse('drafting:answers', args=[document.pk])}?which=waiting"
        self.eva.sends(path, chosen=keys, how=how, item=item, says=says)

    # ── 4 and 5 · The council, and half a year ───────────────────────────────

    def decide(self, document):
        """Count down to the day of the traffic order; the council adopts ten and changes two."""
        order_on = timezone.localdate() + 60 * DAY
        self.eva.sends(
            "initiatives:deadlines", self.slug, what="The joint transport plan",
            before=COUNTY, due_on=order_on.isoformat(), is_yearly="on",
            rule="The municipality orders next year’s bus traffic once a year.",
            source="The agreement with the traffic company",
        )  # fmt: skip
        assert "60 days left" in self.anyone.reads("initiatives:initiative", self.slug)
        self.eva.sends(
            "drafting:plan", document.pk, form="lay", body=self.council.pk,
            promised_on=(timezone.localdate() + 30 * DAY).isoformat(),
            legal_due_on=order_on.isoformat(),
        )  # fmt: skip
        formal = self.initiative.formal_decisions.get()
        for one in formal.recommendations.order_by("number"):
            is_changed = one.number in (3, 11)
            self.mayor.sends(
                "initiatives:answer_recommendation", self.slug, one.pk,
                answer="adopted_changed" if is_changed else "adopted",
                reasons="From August, not from June." if is_changed else "We want it.",
            )  # fmt: skip

    def follow_up(self, document):
        """Seven items come into force and their promises are kept; one is late."""
        office = self.speaker_of["The planning office"]
        for item in document.items.order_by("number")[:IN_FORCE]:
            office.sends(
                "drafting:item", item.pk, what="in_force", on=timezone.localdate().isoformat(),
                says="It runs.", link=TIMETABLE if item.number == 1 else "",
            )  # fmt: skip
            self.eva.sends(
                "negotiations:reviews", self.slug, what="settle", is_kept="kept", says="Done.",
                pledge=item.commitment.pledged_at_table.pk,
            )  # fmt: skip


def is_of_own_mind(number, card):
    """Whether one card says no where most say yes: nobody votes just as their neighbours do."""
    return (number * 7 + card * 5) % 13 == 0


def statement(number):
    """One of sixty things that somebody states."""
    return f"{ITEMS[number % len(ITEMS)]} matters more than what costs {number + 1} million."


def test_a_plan_in_which_everybody_finds_what_became_of_their_proposal(
    municipality, standing_clock
):
    on_day(0)
    plan = ThePlan(municipality)
    eva, anyone = plan.eva, plan.anyone

    # 1 · Fourteen groups are asked, eleven come; the villages are missing, and somebody goes there.
    plan.draw_the_map()
    page = anyone.reads("negotiations:map", plan.slug)
    assert "Coverage 79 % 11 of 14 groups on the map took part" in page
    page = eva.reads("negotiations:map", plan.slug)
    missing = page.split("Who is missing, and what to do")[1]
    assert "They were asked and have not come." in missing
    for name in MISSING:
        assert name in missing
    for number, name in enumerate(MISSING[:2], start=4):
        plan.announce(f"An evening in {name}", in_days=number, for_whom=name)
    assert "An evening in Upper valley" in anyone.reads("meetings:list")

    # 2 · Sixty proposals on the map of opinions, two by telephone; four meetings and ways out.
    on_day(6)
    plan.villages_come()
    assert "Coverage 93 % 13 of 14 groups" in anyone.reads("negotiations:map", plan.slug)
    plan.ask_all()
    plan.vote()
    statements = anyone.reads("deliberation:statements", plan.asked.pk)
    assert statement(0) in statements
    page = anyone.reads("deliberation:map", plan.asked.pk)
    assert f"More than half of every group agree: “ {statement(0)} ”" in page
    assert re.search(r"Group [A-Z] agrees, Group [A-Z] disagrees: “", page)
    plan.talk()
    table = anyone.reads("negotiations:table", plan.slug)
    assert "Two departures from noon to night" in table
    assert "What matters to Pupils" not in table  # interests are for those who sit there
    assert "What matters to Pupils" in plan.speaker_of[OPERATOR].reads(
        "negotiations:table", plan.slug
    )

    # 3 · One text of twelve items, each with where it came from, cost, promise and responsible.
    document = plan.write()
    plan.answer(document, plan.waiting(), how="not", says="There is no money for it this time.")
    page = anyone.reads("drafting:plan", document.pk)
    assert "The plan has 12 items. Together they cost 780,000 kr. There is 800,000 kr." in page
    assert "Of 12 promises behind them, 0 are kept and 0 late." in page
    assert page.count("It came from 4 proposals.") == len(ITEMS)
    assert page.count("Responsible The planning office") == len(ITEMS)

    # 4 · The council answers before the day of the traffic order: ten adopted, two changed.
    plan.decide(document)
    page = anyone.reads("drafting:plan", document.pk)
    assert page.count("The council: Adopted with changes") == 2
    assert page.count("The council: Adopted") == 10 + 2
    assert "12 of them are decided or further on, 0 in force." in page

    # 5 · Half a year later it is said what was kept, and what is late.
    on_day(140)
    plan.follow_up(document)
    on_day(190)
    page = anyone.reads("drafting:plan", document.pk)
    assert "7 in force. In time: 7. In force after their day: 0. Late: 1." in page
    assert "Of 12 promises behind them, 7 are kept and 1 late." in page
    assert "8. A stop at the health centre" in page
    assert "late: it was to be done by" in page

    # From a proposal to the timetable, and back.
    first = Statement.objects.get(number=1).contribution
    trace = anyone.reads("insight:trace", first.public_id)
    for said in ("in item 1", "The council: Adopted", "It is in force", "the chain is whole"):
        assert said in trace
    item = document.items.get(number=1)
    assert anyone.finds_link(item.get_absolute_url(), "insight:trace", first.public_id)
    assert anyone.finds_link(TIMETABLE, "drafting:item", item.pk)
    assert statement(0) in anyone.reads("drafting:item", item.pk)

    # All sixty have their answer, and everybody who signed in was told.
    page = anyone.reads("drafting:answers", document.pk)
    assert "60 of 60 contributions to the plan are answered." in page
    for resident in plan.residents:
        assert Notice.objects.filter(person=resident.person, kind="drafting.item").exists()

    # Who is missing still, and whether the operator has too large a voice.
    page = eva.reads("negotiations:map", plan.slug)
    missing = page.split("Who is missing, and what to do")[1]
    assert [name for name in MISSING if name in missing] == ["Taxi drivers"]
    keep_placing(Initiative.objects.get())  # by the clock
    page = anyone.reads("insight:evidence", plan.slug)
    assert f"No voice dominates. The largest is {OPERATOR}, with 18 % of what was said." in page
