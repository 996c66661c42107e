"""A task committee from the first proposal to what lies before the council, through the pages.

Nothing here needs a browser: each person has a test client, reads pages and sends forms. What many
stories tell already, two partners who agree on the problem, is done by the actions behind them.
"""

from datetime import timedelta
from uuid import uuid4

from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samskap.committees.models import Committee, Effects, Motion, Recommendation, Registration
from samskap.initiatives.actions.decisions import close_decision, give_voice, open_decision
from samskap.initiatives.models import Agreement, Decision, Voice
from samskap.meetings.models import Event
from samskap.organisations.models import Organisation
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.partnership import partnership
from samskap.testing.factories.people import PersonFactory, person_with
from samskap.testing.factories.places import AreaFactory

DAY = timedelta(days=1)
PERSPECTIVES = (
    *("Came as a refugee; 18–80", "Young people; 13–30", "Runs a business", "Teaches the language"),
    *("Looks for work", "Volunteers", "Has children in school", "Lives in the villages"),
    *("Plays in a team", "Knows the health service"),
)
CHARTER = {
    "negotiable": "Where they meet",
    "professionals": "",  # nobody sits there as one
    "composition": "Five politicians and ten residents, as equals.",
    "involvement": "Six meetings, and a world café with others.",
    "time_plan": "From the winter to the summer.",
    "economy": "What the meetings cost.",
    "borders": "Schools belong to another committee.",
    "organisation": "The culture office writes and calls.",
    "communication": "Every meeting is open.",
    "evaluation": "Six effects, before and after.",
    "may_stop": "The yearly report on newcomers.",
}
"""What stands under the headings of the charter that one may leave empty."""
MAYOR_SINCE = 400  # days


class Somebody:
    """One person at a screen."""

    def __init__(self, person=None):
        self.person = person
        self.client = Client()
        if person is not None:
            self.client.force_login(person)

    def reads(self, name, /, *args):
        """Open a page, and return what stands there."""
        answer = self.client.get(reverse(name, args=args))
        assert answer.status_code == 200, f"{name}: {answer.status_code}"
        return answer.text

    def sends(self, name, /, *args, **words):
        """Send a form that is thanked for, and return where that leads."""
        answer = self.client.post(reverse(name, args=args), words)
        assert answer.status_code == 302, f"{name}: {answer.status_code} {_errors(answer)}"
        return answer.headers["Location"]


def _errors(answer):
    """What a form says is wrong."""
    form = (answer.context or {}).get("form") if answer.context else None
    return dict(form.errors) if form is not None else answer.text[:300]


class Town:
    """The people of a town that tries a task committee."""

    def __init__(self, municipality):
        self.here = municipality
        self.today = timezone.localdate()
        self.council = OrganisationFactory(
            municipality=municipality, kind=Organisation.Kind.COUNCIL, name="The council"
        )
        self.culture = OrganisationFactory(
            municipality=municipality, kind=Organisation.Kind.COMMITTEE, name="Culture"
        )
        self.mayor = self.politician(speaks=True)
        self.others = [self.politician() for _ in range(4)]
        self.eva = Somebody(person_with("facilitator", municipality, given_name="Eva"))
        self.secretary = Somebody(person_with("employee", municipality, given_name="Siv"))
        self.villages = [
            AreaFactory(municipality=municipality, name=name) for name in ("Innvik", "Utvik")
        ]

    def politician(self, *, speaks=False):
        """Somebody of the council; the mayor speaks for it."""
        person = person_with("politician", self.here)
        for body in (self.council, self.culture):
            MembershipFactory(
                organisation=body,
                person=person,
                may_speak=speaks,
                mandate_from=self.today - MAYOR_SINCE * DAY if speaks else None,
                mandate_until=self.today + MAYOR_SINCE * DAY if speaks else None,
            )
        return Somebody(person)

    @property
    def politicians(self):
        return [self.mayor, *self.others]

    @property
    def now(self):
        """The committee as it stands."""
        return Committee.objects.select_related("initiative__account", "municipality").get(
            slug=self.slug
        )

    def members(self, role):
        """Those who sit there in one role."""
        seats = self.now.members.sitting().filter(role=role).select_related("person")
        return [Somebody(one.person) for one in seats.order_by("pk")]

    def everybody(self):
        """All who sit there."""
        return [*self.members("resident"), *self.members("politician")]

    # ── To the team ──────────────────────────────────────────────────────────

    def propose_and_charter(self):
        """A politician of a standing committee proposes; the council adopts the charter."""
        self.mayor.sends(
            "committees:propose",
            title="New in town",
            purpose="Newcomers meet too few of us.",
            body=self.council.slug,
            parents=[self.culture.pk],
            facilitator=self.eva.person.pk,
            secretary=self.secretary.person.pk,
            hand="self:politician",
            public_id=uuid4(),
        )
        self.slug = Committee.objects.get().slug
        self.eva.sends(
            "committees:write_charter",
            self.slug,
            background="Newcomers meet too few of us.",
            task="How do newcomers find work and friends?",
            deliveries="Ten recommendations to the council.",
            open="How they meet others",
            fixed="The budget of the year",
            politicians=5,
            residents="\n".join(PERSPECTIVES),
            legal_form="advisory_method",
            balances_sexes="on",
            **CHARTER,
        )
        day = (self.today - 200 * DAY).isoformat()
        self.mayor.sends("committees:adopt_charter", self.slug, 1, on=day, reference="Case 12")

    def recruit(self, registered=37):
        """An open call: most register on the web, one on paper, one by telephone."""
        seats = self.now.seats.filter(role="politician").order_by("number")
        for one, seat in zip(self.politicians, seats, strict=True):
            self.mayor.sends(
                "committees:elect",
                self.slug,
                person=one.person.pk,
                role="politician",
                seat=seat.pk,
                sex="woman" if one in self.politicians[:3] else "man",
                reason="Case 12.",
            )
            one.sends("committees:declare", self.slug, is_open="on", interests="Nothing.")
        self.eva.sends(
            "committees:call",
            self.slug,
            text="Six evenings in a year.",
            questions="What do you know of being new?",
            way="politicians",
            closes_on=(self.today + 9 * DAY).isoformat(),
        )
        for number in range(registered - 2):
            Somebody(PersonFactory()).sends("committees:register", self.slug, **self.told(number))
        for number, channel in ((registered - 2, "paper"), (registered - 1, "phone")):
            self.eva.sends(
                "committees:enter", self.slug, name=f"Arvid {number}", reach=f"12 34 56 {number}",
                channel=channel, **self.told(number),
            )  # fmt: skip
        self.eva.sends("committees:close_call", self.slug)

    def told(self, number):
        """What the registration of one of many says.

        Of each ten, five are 25 and live in one village, five are 55 and live in the other.
        """
        half = number % 10 // 5
        return {
            "words": "I know how it is.",
            "answer_0": "A lot.",
            "birth_year": self.today.year - (25, 55)[half],
            "sex": "woman" if number % 2 else "man",
            "area": self.villages[half].pk,
            "is_open": "on",
            "interests": "Nothing.",
            "public_id": uuid4(),
        }

    def choose(self):
        """The staff assess against the profiles; the elected members choose, with reasons."""
        registrations = list(Registration.objects.order_by("pk"))
        seats = list(self.now.seats.filter(role="resident").order_by("number"))
        for registration, seat in zip(registrations, seats, strict=False):
            self.eva.sends(
                "committees:assess", registration.pk, seat=seat.pk, text="Knows it from within."
            )
            self.others[0].sends(
                "committees:choose", registration.pk, outcome="member", seat=seat.pk,
                reason=f"Brings what the seat “{seat.perspective}” asks for.",
            )  # fmt: skip
        for registration in registrations[len(seats) :]:
            self.others[0].sends(
                "committees:choose", registration.pk, outcome="not_chosen", seat="",
                reason="Others knew more of it.",
            )  # fmt: skip
        for to in ("appointed", "working"):
            self.eva.sends("committees:step", self.slug, to=to, into="", reason="All are there.")

    def read_the_charter(self):
        """Every member confirms having read the version that holds."""
        for one in self.everybody():
            one.sends("committees:read_charter", self.slug, 1)

    # ── The work ─────────────────────────────────────────────────────────────

    def expect(self, scores):
        """Every member says once what they expect, or what came of it."""
        for one in self.everybody():
            one.sends("committees:effects", self.slug, **dict.fromkeys(Effects.QUESTIONS, scores))

    def define(self):
        """Residents and staff tell what they know; two partners agree on the problem."""
        initiative = self.now.initiative
        words = {"language": "en", "beneficiary": "community", "text": ""}
        residents = self.members("resident")[:6]
        for one in residents:
            one.sends(
                "ideas:give", initiative.slug, kind="problem_statement",
                title="Nobody told me where to go", hand="self:resident", **words,
            )  # fmt: skip
        for _number in range(3):
            self.eva.sends(
                "ideas:give", initiative.slug, kind="evidence", title="What the register says",
                hand="self:facilitator", **words,
            )  # fmt: skip
        self.partners = partnership(initiative, rule=Agreement.Rule.CONSENSUS)
        given = list(
            initiative.account.contributions.filter(kind__in=("problem_statement", "evidence"))
            .order_by("-pk")
            .values_list("pk", flat=True)
        )
        by = self.partners[0].contact
        decision = open_decision(
            initiative=initiative,
            by=by,
            title="Nobody meets the newcomers",
            text="Newcomers meet the municipality, and hardly anybody else.",
            what=Decision.What.PROBLEM,
            proposals=given[:5],
        )
        for partner in self.partners:
            give_voice(
                decision=decision, partner=partner, stance=Voice.Stance.FOR, by=partner.contact
            )
        close_decision(decision=decision, by=by, reasons="Both of us.", others_reason="Alike.")

    def meet(self, number, *, came, kind="meeting"):
        """Announce a meeting, hold it today, and write down who came."""
        self.eva.sends(
            "meetings:announce",
            self.now.initiative.slug,
            title=f"Meeting {number}",
            kind=kind,
            day=(self.today + DAY).isoformat(),
            opens="17:00",
            closes="19:00",
            place="The town hall",
            text="",
            for_whom="",
            capacity="",
            online_url="",
            offers_text="",
            group="",
            closed_because="",
            hand="self:facilitator",
            language="en",
            public_id=uuid4(),
        )
        event = Event.objects.latest("pk")
        # The day has come: the last meeting was just now, the ones before it a moment earlier.
        begun = timezone.now() - timedelta(milliseconds=100 * (10 - number))
        Event.objects.filter(pk=event.pk).update(
            starts_at=begun, ends_at=begun + timedelta(milliseconds=50)
        )
        people = [one.person.pk for one in self.everybody()]
        self.eva.sends("meetings:attendance", event.pk, came=people[:came], secretary="")
        return event

    def recommend(self):
        """Ten recommendations: six by residents; eight by consensus, two by vote."""
        residents, elected = self.members("resident"), self.members("politician")
        for number, proposer in enumerate([*residents[:6], *elected[:4]], start=1):
            proposer.sends(
                "committees:propose_recommendation",
                self.slug,
                text=f"Recommendation {number}: a place to meet",
                why="We have tried it.",
                costs="",
                carried_by="",
                public_id=uuid4(),
            )
            made = Recommendation.objects.latest("pk")
            is_by_vote = number > 8
            way = "vote" if is_by_vote else "consensus"
            proposer.sends("committees:ask_about_recommendation", made.pk, way=way)
            motion = Motion.objects.latest("pk")
            against = {one.person.pk for one in elected[1:4]} if is_by_vote else set()
            votes = {
                f"member_{seat.pk}": "against" if seat.person_id in against else "for"
                for seat in self.now.members.sitting()
            }
            self.eva.sends("committees:paper_votes", motion.pk, **votes)
            if number == 10:
                elected[1].sends(
                    "committees:write_note", motion.pk, text="It costs more than it gives."
                )
            self.eva.sends("committees:close_motion", motion.pk, reasons="We talked it through.")

    def deliver(self):
        """Lay all ten before the council, which has promised an answer in ninety days."""
        self.eva.sends(
            "committees:deliver",
            self.slug,
            title="New in town: ten recommendations",
            promised_on=(self.today + 90 * DAY).isoformat(),
        )
        return self.now.initiative.formal_decisions.get()

    def answer(self, formal, *answers):
        """The council answers each, with reasons."""
        for one, answer in zip(formal.recommendations.order_by("number"), answers, strict=True):
            self.mayor.sends(
                "initiatives:answer_recommendation",
                self.now.initiative.slug,
                one.pk,
                answer=answer,
                reasons="The council has weighed it.",
            )

    def waits(self, days):
        """Let days pass after the answer: what was until now moves that many days back."""
        gone = days * DAY
        formals = self.now.initiative.formal_decisions
        self.now.charters.update(adopted_on=F("adopted_on") - gone)
        formals.update(promised_on=F("promised_on") - gone)
        for rows, name in (
            (self.now.steps, "at"),
            (formals, "laid_at"),
            (formals, "answered_at"),
            (formals.get().recommendations, "answered_at"),
        ):
            for row in rows.all():
                # Local time, so that summer time makes no day longer.
                earlier = timezone.localtime(getattr(row, name)) - gone
                rows.filter(pk=row.pk).update(**{name: earlier})
