"""The library that was to close: who is in the story, and what the crowd does (SC-5)."""

import re
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from journeys.neighbour import Neighbour
from samskap.config.demo import clock
from samskap.organisations.models import Organisation
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

FIRST_DAY, LAST_DAY = date(2026, 8, 31), date(2026, 11, 22)  # twelve weeks; clocks change within
BEFORE, WANTED = 22, 40

# Eleven shifts a week, forty hours: weekdays, from, until. Volunteers hold 22 of them, staff 18.
BY_VOLUNTEERS = (
    ((0, 2), "16:00", "20:00"),
    ((3,), "17:00", "20:00"),
    ((4,), "14:00", "18:00"),
    ((5,), "10:00", "14:00"),
    ((6,), "12:00", "15:00"),
)
BY_STAFF = (((0, 1, 2), "12:00", "16:00"), ((3,), "14:00", "17:00"), ((4,), "11:00", "14:00"))

OF_STAFF = (0, 2, 3, 5, 7)  # their place among the eleven of a week

# Fourteen ideas of the open space, eight of them by residents.
BY_RESIDENTS = (
    "Open when we come home from work",
    "Share the evenings among us in a rota",
    "Culture evenings once a month",
    "Homework help by those who are retired",
    "A coffee pot that never runs dry",
    "Read aloud for children on Saturdays",
    "Let us borrow tools as well",
    "A corner for those who are new here",
)
BY_TEACHERS = ("The school can be here on Thursdays", "Teachers take an evening each")
BY_FRIENDS = ("An association that holds the keys", "Train each other in lending")
BY_STAFF_IDEAS = ("Eighteen hours a week with staff", "Four of five loans are after two")
ALL_IDEAS = (*BY_RESIDENTS, *BY_TEACHERS, *BY_FRIENDS, *BY_STAFF_IDEAS)

RECOMMENDED = (
    "The branch at Strand stays open",
    "It is open forty hours a week",
    "Staff are there eighteen hours a week",
    "Residents share the other hours in a rota",
    "The Friends of the library hold the keys",
    "Everybody with a key is trained first",
    "Culture evenings are free of charge",
    "The young have a night of their own",
    "The café machine is bought for the municipality’s money",
    "Council and partners look at it again after six months",
)
REJECTED = 9

# Shifts by their number, 0 … 131: a place that nobody took, and volunteers who could not come.
NOT_TAKEN = 9 * 11 + 9
FELL_ILL = (2 * 11 + 1, 7 * 11 + 8)
STAFF_STEPPED_IN = 5 * 11 + 6

SHIFTS = "/api/v1/rotas/the-library-at-strand/shifts"
REMINDS = {"en": "Your turn", "nb": "Vakten din", "nn": "Vakta di", "da": "Din vagt"}
CHARACTER = "It is no longer only a place for loans: the young have a night of their own."
REASONS = (
    "Residents or their organisations took part before the problem was agreed.",
    "Define: each side held at least a quarter of the power to decide.",
    "Design: each side held at least a quarter of the power to decide.",
    "Define: both sides contributed; 71 % came from outside the municipality.",
    "Design: both sides contributed; 75 % came from outside the municipality.",
    "Implement: both sides contributed; 75 % came from outside the municipality.",
    "9 of 10 recommendations were adopted.",
)
# Each condition of rung 4 with its own figure. Implement is 20 and 60 units, as in T7.
FIGURE_OF = {
    "independent_parties": "parties",
    "joint_decisions": "joint",
    "joint_contributions": "joint",
    "joint_implementation": "joint",
    "adoption_fidelity": "fidelity",
}
FIGURES = {
    ("early_contribution", None): (True, None),
    ("independent_parties", None): (True, 13),
    ("joint_decisions", "define"): (True, 1.0),
    ("joint_decisions", "design"): (True, 1.0),
    ("joint_contributions", "define"): (True, 0.5882),
    ("joint_contributions", "design"): (True, 0.5),
    ("joint_implementation", "implement"): (True, 0.5),
    ("adoption_fidelity", None): (True, 0.9),
}


def at(moment):
    """Set the clock: “2026-03-02 10:00”, on the wall there."""
    clock.stand_at(timezone.make_aware(datetime.fromisoformat(moment)))


class Place:
    """Everybody who keeps the library alive: one who leads each part, and the crowd."""

    def __init__(self, municipality):
        self.municipality = municipality
        self.council = self.speaker("council@example.org", "Fjordvik council", "council")
        self.library = self.speaker("siri@example.org", "Strand library", "public_unit")
        self.friends = self.speaker("ada@example.org", "Friends of the library", "association")
        self.facilitator = self.somebody("tor@example.org", role="facilitator")
        self.residents = [self.somebody(f"r{n}@example.org") for n in range(25)]
        self.teachers = [self.somebody(f"teacher{n}@example.org", language="nn") for n in range(4)]
        self.youth = [self.somebody(f"youth{n}@example.org") for n in range(6)]
        self.volunteers = [*self.teachers, *self.residents[:14]]

    def somebody(self, email, *, role="", **facts):
        """Somebody with an account, and perhaps an office."""
        person = PersonFactory(email=email, given_name=email.partition("@")[0].title(), **facts)
        if role:
            RoleFactory(municipality=self.municipality, role=role, person=person)
        return Neighbour(person)

    def speaker(self, email, name, kind):
        """Somebody who may speak for an organisation for a year."""
        role = {"council": "politician", "public_unit": "facilitator"}.get(kind, "")
        neighbour = self.somebody(email, role=role)
        organisation = OrganisationFactory(
            municipality=self.municipality,
            name=name,
            slug=name.lower().replace(" ", "-"),
            kind=Organisation.Kind(kind),
        )
        MembershipFactory(
            organisation=organisation,
            municipality=self.municipality,
            person=neighbour.person,
            mandate_until=timezone.localdate() + timedelta(days=500),
        )
        neighbour.hand = f"organisation:{organisation.pk}"
        return neighbour


def give_ideas(place, slug):
    """Fourteen ideas: half of the residents write themselves, what others say is written down."""
    alike = {"kind": "idea", "language": "en", "beneficiary": "community"}
    give, paper = f"/ideas/to/{slug}/give/", f"/ideas/to/{slug}/paper/"
    for resident, title in zip(place.residents, BY_RESIDENTS[:4], strict=False):
        resident.sends(give, title=title, **alike)
    told = [(title, "resident") for title in BY_RESIDENTS[4:]]
    told += [(title, "volunteer") for title in BY_TEACHERS]
    for number, (title, kind) in enumerate(told):
        place.facilitator.sends(
            paper,
            title=title,
            channel="meeting",
            actor_kind=kind,
            name=f"Neighbour {number}",
            reach=f"Strandveien {number}",
            given_on=timezone.localdate().isoformat(),
            **alike,
        )
    for speaker, titles in ((place.friends, BY_FRIENDS), (place.library, BY_STAFF_IDEAS)):
        for title in titles:
            speaker.sends(give, title=title, hand=speaker.hand, **alike)


def requirements_of(place, rota):
    """The keys of what it takes, as the form of a duty offers them."""
    return re.findall(r'name="requirements" value="(\d+)"', place.friends.reads(f"{rota}set-up/"))


def add_series(place, rota):
    """Add every series as a rule."""
    path = f"{rota}add/"
    names = re.findall(r'name="(people_\d+)"', place.friends.reads(path))  # coffee, host, staff
    for shifts, filled in ((BY_VOLUNTEERS, (0, 1, 0)), (BY_STAFF, (0, 0, 1))):
        for weekdays, opens, closes in shifts:
            place.friends.sends(
                path,
                first_on=FIRST_DAY.isoformat(),
                last_on=LAST_DAY.isoformat(),
                opens=opens,
                closes=closes,
                how_often="week",
                weekdays=weekdays,
                opens_place="on",
                **dict(zip(names, filled, strict=True)),
            )


def all_shifts(place):
    """Every shift of the rota as open data tells it, the first one first."""
    shifts, older = [], ""
    while True:
        answer = place.friends.client.get(SHIFTS, {"after": older}).json()
        shifts += answer["items"]
        older = answer["older"]
        if not older:
            return shifts[::-1]


def see_keys_and_training(place, rota):
    """Everybody says that they are with it; the coordinator sees who is trained and has a key."""
    for volunteer in place.volunteers:
        volunteer.sends(f"{rota}what-suits-me/", wants_suggestions="on", rest_hours=11)
    requirements = requirements_of(place, rota)
    for volunteer in place.volunteers:
        for requirement in requirements:
            said = {"person": volunteer.person.pk, "requirement": requirement}
            place.friends.sends(f"{rota}set-up/", what="see", **said)


def take_all(place, shifts):
    """An employee takes hers by the series; volunteers take theirs in turn, a press each."""
    for number in OF_STAFF:  # a series begins in the first week
        need = need_on(place, shifts[number])
        place.library.sends(f"/rotas/need/{need}/take-series/")
    path, free = "/rotas/", []
    while path:
        page = place.volunteers[0].reads(path)
        free += re.findall(r"/rotas/need/(\d+)/take/", page)
        later = re.search(r'rel="next" href="([^"]+)"', page)
        path = later and later[1]
    ours = [number for number in range(len(shifts)) if number % 11 not in OF_STAFF]
    people = iter(place.volunteers * len(shifts))
    for number, need in zip(ours, free, strict=True):
        if number != NOT_TAKEN:
            next(people).sends(f"/rotas/need/{need}/take/")


def need_on(place, shift):
    """The place on a shift, as its page names it to a coordinator."""
    return re.search(r"/rotas/need/(\d+)/enter/", place.friends.reads(path_of(shift)))[1]


def path_of(shift):
    """The page of a shift that open data told of."""
    return f"/rotas/shift/{shift['id']}/"


def sunday_evening(week):
    """When the coordinator looks back on a week."""
    day = FIRST_DAY + timedelta(days=7 * week + 6)
    return timezone.make_aware(datetime.combine(day, time(21)))


def everybody_confirms(place, shifts):
    """Each opens “My turns” and says of every shift that is over whether they were there."""
    ill = {path_of(shifts[number]) for number in (*FELL_ILL, STAFF_STEPPED_IN)}
    for neighbour in (*place.volunteers, place.library):
        page = neighbour.reads("/rotas/mine/").partition('id="confirm"')[2]
        shown = re.findall(r'href="(/rotas/shift/\d+/)".*?/rotas/turn/(\d+)/was-there/', page, re.S)
        for shift, turn in shown:
            was = "was-not-there" if shift in ill else "was-there"
            neighbour.sends(f"/rotas/turn/{turn}/{was}/")


def staff_stepped_in(place, shifts):
    """The coordinator writes down that an employee held a volunteer’s place."""
    need = need_on(place, shifts[STAFF_STEPPED_IN])
    said = {"name": "Siri", "channel": "phone", "actor_kind": "employee", "companions": 0}
    place.friends.sends(f"/rotas/need/{need}/enter/", **said)


def is_reminder(subject):
    """Whether a letter reminds of a turn, in any of the languages."""
    return any(words in subject for words in REMINDS.values())


def all_say_yes(carrier, other):
    """Both partners are for it, and whoever opened the decision closes it."""
    decision = carrier.page.url
    for visitor in (carrier, other):
        visitor.opens(decision).chooses("For").presses("Give my voice")
        visitor.reads("Your voice is heard. Thank you!")
    carrier.opens(decision).follows("Close the decision")
    carrier.fills({"Reasons": "They asked for it themselves."}).presses("Close the decision")
    carrier.reads("The decision is closed. Everybody it concerns is told.")


def gini(page):
    """How evenly the hours lie, as the page of the rota tells coordinators."""
    return float(re.search(r"How evenly the hours lie: (\d\.\d+)", page)[1])


def figures_of(placement):
    """The figure of each condition of rung 4, as open data tells it: code and phase → figure."""
    return {
        (condition["code"], condition["phase"]): (
            condition["held"],
            condition["facts"].get(FIGURE_OF.get(condition["code"], ""), None),
        )
        for condition in placement["conditions"]
        if condition["rung"] == "4"
    }
