"""SC-5, the library threatened with closure: from the saving target to month six.

Source: domain.md 5, SC-5 (S4:47–51), 4.1 T7, 4.10. People act in the browser where the story turns;
a crowd sends the same forms without one. The clock of the house stands where the story is.
"""

import re

import pytest
from playwright.sync_api import expect

from journeys import library
from journeys.library import Place, at
from journeys.library_weeks import enters, path_of, twelve_weeks_of_shifts, twelve_weeks_pass
from journeys.together import become_partners, decide_together
from samskap.config.demo import clock

PROBLEM = "Keep the library open forty hours a week, and make it a meeting place"
SOLUTION = "A rota, culture evenings, and staff for eighteen hours"
DESIGNED = ["Culture evenings", "Six turns a week in a rota", "Staff: eighteen hours"]
UNION = "The union of library staff"


@pytest.fixture
def place(here):
    """Everybody around the library at Strand, in March."""
    with clock.borrowed():
        at("2026-03-02 10:00")
        yield Place(here)


def test_a_library_that_was_to_close_is_open_longer(place, visit, live_server, settings):
    initiative = the_council_publishes_its_target(place, visit)
    slug = initiative.split("/")[2]
    fourteen_ideas_in_the_open_space(place, visit, initiative, slug)
    partners_lock_the_problem(place, visit, initiative)
    they_design_and_the_union_is_heard(place, visit, initiative, slug)
    the_council_adopts_nine_of_ten(place, visit, initiative)
    rota = a_rota_is_opened(place, visit, initiative)
    shifts = twelve_weeks_of_shifts(place, rota)
    twelve_weeks_pass(place, visit, shifts, initiative, live_server, settings)
    the_young_hold_a_night(place, visit, initiative, slug)
    month_six(place, initiative, slug)
    everybody_can_see(place, visit, initiative, rota)


def the_council_publishes_its_target(place, visit):
    """The council tells what it must save, with figures, and asks before it decides."""
    council = visit(place.council.person.email).signs_in()
    council.opens("/").follows("Raise a challenge").chooses("Fjordvik council")
    council.fills(
        {
            "What do you dream of?": "We must save 320 000 kroner a year. The branch at Strand"
            " costs 640 000 kroner and is open 22 hours a week. Before we decide: what would you"
            " keep, and how?",
        }
    ).fills({"A short name for it": "The library at Strand"})
    council.presses("Publish").reads("Thank you! Your challenge is published.")
    return "/initiatives/the-library-at-strand/"


def fourteen_ideas_in_the_open_space(place, visit, initiative, slug):
    """An evening at the library: everybody writes, and what is said aloud is written down."""
    at("2026-03-09 09:00")
    for leads in (place.facilitator, place.library):
        leads.sends(f"{initiative}lead/")
    place.facilitator.sends(f"{initiative}steps/", to="defining")
    evening = place.library.sends(
        f"/meetings/to/{slug}/announce/",
        title="What shall become of the library?",
        kind="open_space",
        day="2026-03-17",
        opens="18:00",
        closes="21:00",
        place="The library at Strand",
        language="en",
        hand=place.library.hand,
    )
    for resident in place.residents[:12]:
        resident.sends(f"{evening}come/")
    assert "12 people are coming." in place.residents[20].reads(evening)

    at("2026-03-17 20:00")
    library.give_ideas(place, slug)
    at("2026-03-18 09:00")
    place.library.sends(f"{evening}how-it-was/", came=34, came_new=11, changed="", hours=4)
    page = visit().opens(f"/ideas/to/{slug}/?order=newest")
    expect(page.page.locator(".card article")).to_have_count(14)


def partners_lock_the_problem(place, visit, initiative):
    """Staff and neighbours become partners, and say together what it is about."""
    at("2026-03-24 17:00")
    siri, ada = enters(visit, place.library), enters(visit, place.friends)
    become_partners(siri, "Strand library", ada, "Friends of the library", initiative)
    decide_together(siri, ada, initiative, "the problem", PROBLEM, library.ALL_IDEAS[:4])
    siri.opens(initiative).reads(PROBLEM)


def they_design_and_the_union_is_heard(place, visit, initiative, slug):
    """A rota, culture evenings, staff for eighteen hours; and what the union says to that."""
    at("2026-04-07 17:00")
    give = f"/ideas/to/{slug}/give/"
    alike = {"language": "en", "beneficiary": "community"}
    place.residents[0].sends(give, kind="idea", title="Six turns a week in a rota", **alike)
    place.residents[1].sends(give, kind="idea", title="Culture evenings", **alike)
    place.friends.sends(
        give, kind="draft", title="How we train each other", hand=place.friends.hand, **alike
    )
    place.library.sends(
        give, kind="draft", title="Staff: eighteen hours", hand=place.library.hand, **alike
    )
    siri = enters(visit, place.library)
    siri.opens(initiative).follows("Tell more about it")
    siri.field("Displacement check").select_option(label="No public task is moved out")
    siri.fills({"How we know": "Nobody loses hours. It is in the agreement."}).presses("Save")
    siri.opens(initiative).follows("What employees and unions say")
    siri.fills({"Who says it?": UNION}).chooses("Agrees, on these terms")
    siri.fills(
        {
            "In their words": "Eighteen hours a week stay with staff. Then we stand behind it.",
            "When did they say it?": "2026-04-06",
            "Where is the whole document?": "https://union.example/strand.pdf",
        }
    ).presses("Attach it").reads("It is attached, and everybody can read it.")


def the_council_adopts_nine_of_ten(place, visit, initiative):
    """They recommend; the council answers each, and says why it turns one down."""
    at("2026-05-04 12:00")
    for step in ("solution_proposed", "deciding"):
        place.facilitator.sends(f"{initiative}steps/", to=step)
    siri = enters(visit, place.library)
    siri.opens(f"{initiative}elected/").follows("Lay recommendations before them")
    siri.fills(
        {
            "What it is about, in one line": "The library at Strand",
            "Recommendations": "\n".join(library.RECOMMENDED),
            "The day the body has promised an answer by": "2026-06-15",
        }
    ).presses("Lay it before them").reads("It is laid before them.")

    at("2026-06-08 18:00")
    council = enters(visit, place.council).opens(f"{initiative}elected/")
    council.follows("Read “The library at Strand”").reads("Recommendation 10")
    laid = place.council.reads(path_of(council))
    answers = re.findall(r"/elected/answer/(\d+)/", laid)
    assert len(answers) == 10
    for number, answer in enumerate(answers, start=1):
        if number != library.REJECTED:
            place.council.sends(
                f"{initiative}elected/answer/{answer}/", answer="adopted", reasons="We agree."
            )
    council.opens(f"{initiative}elected/answer/{answers[library.REJECTED - 1]}/")
    council.chooses("Rejected").fills({"Reasons": "There is no money for machines this year."})
    council.presses("Give the answer").reads("There is no money for machines this year.")

    # What the council has said, the partners make their solution.
    siri, ada = enters(visit, place.library), enters(visit, place.friends)
    decide_together(siri, ada, initiative, "the solution", SOLUTION, DESIGNED)


def a_rota_is_opened(place, visit, initiative):
    """The Friends open it, say what it takes, what it costs, and what stops to make room."""
    at("2026-08-25 19:00")
    ada = enters(visit, place.friends).opens(initiative).follows("Open a rota")
    ada.fills(
        {
            "Name of the rota": "The library at Strand",
            "Place": "The library at Strand",
            "What do people do there?": "Coffee",
            "Opening hours a week before": library.BEFORE,
            "Where the hours before are from": "The notice on the door",
            "Opening hours a week that you want": library.WANTED,
            "Cost a year before, in kroner": 640000,
            "Cost a year now, in kroner": 655000,
            "Where the costs are from": "The budget of the library",
        }
    ).presses("Open the rota").reads("The rota is open. Now add the shifts.")
    rota = "/rotas/at/the-library-at-strand/"
    for kind, name in (("key", "Key to the door"), ("training", "Course in lending")):
        place.friends.sends(f"{rota}set-up/", what="requirement", kind=kind, name=name)
    requirements = library.requirements_of(place, rota)
    place.friends.sends(f"{rota}set-up/", what="duty", name="Host", requirements=requirements)
    place.friends.sends(f"{rota}set-up/", what="duty", name="Librarian", is_staff="on")
    for speaker, hours in ((place.friends, 120), (place.library, 40)):
        speaker.sends(
            f"{initiative}give/",
            hand=speaker.hand,
            kind="work",
            amount=hours,
            what="Trained each other",
            beneficiary="community",
            day="2026-08-25",
        )
    place.friends.sends(
        f"{initiative}makes-room/",
        what="The desk on weekday mornings",
        owner="The library",
        stops_on="2026-08-31",
    )
    return rota


def the_young_hold_a_night(place, visit, initiative, slug):
    """An idea of the young becomes an event of the place, and changes its character."""
    at("2026-11-23 17:00")
    young = place.youth[0]
    alike = {"kind": "idea", "language": "en", "beneficiary": "community"}
    young.sends(f"/ideas/to/{slug}/give/", title="A gaming night", **alike)
    siri, ada = enters(visit, place.library), enters(visit, place.friends)
    siri.opens(f"{initiative}decisions/").follows("Open a decision")
    siri.chooses("Something else", "A gaming night").fills(
        {
            "What you decide, in one line": "The young get the keys for a night",
            "The proposal in full": "A grown-up of the Friends is there.",
        }
    ).presses("Ask the partners")
    library.all_say_yes(siri, ada)

    phone = enters(visit, young, width=360).opens(initiative).follows("Announce an event")
    phone.unfolds("how many can come, and more").fills(
        {
            "Title": "Gaming night",
            "Which day?": "2026-11-27",
            "From": "18:00",
            "Until": "22:00",
            "Where?": "The library at Strand",
            "For whom is it?": "Everybody between 13 and 18",
        }
    ).chooses("Gaming night", "A gaming night").presses("Announce it")
    phone.reads("It is announced. Tell people about it!", "It grew out of an idea")
    night = path_of(phone)
    for other in place.youth[1:]:
        other.sends(f"{night}come/")
    at("2026-11-28 12:00")
    young.sends(f"{night}how-it-was/", came=31, came_new=19, changed=library.CHARACTER, hours=10)
    assert "31 people came, 19 of them for the first time." in young.reads(night)


def month_six(place, initiative, slug):
    """Half a year after the council's answer everybody looks at it together."""
    at("2026-12-01 10:00")
    review = place.library.sends(
        f"/meetings/to/{slug}/announce/",
        title="Month six: how is it going?",
        kind="review",
        day="2026-12-08",
        opens="18:00",
        closes="20:00",
        place="The library at Strand",
        language="en",
        hand=place.library.hand,
    )
    at("2026-12-08 20:30")
    place.residents[12].sends(f"{review}idea/", title="Open on Tuesday evenings too")
    place.library.sends(
        f"{review}how-it-was/", came=27, came_new=4, changed="We go on, all of us.", hours=3
    )
    page = place.facilitator.reads(f"{initiative}makes-room/")
    stopped = re.search(r'href="([^"]+/makes-room/\d+/)"', page)[1]
    place.facilitator.sends(stopped, learnt="Nobody missed it after three weeks.")


def everybody_can_see(place, visit, initiative, rota):
    """What anybody reads at the end, without signing in."""
    at("2026-12-09 09:00")
    anyone = visit().opens(rota)
    anyone.reads(
        "The library at Strand is open longer: 40 hours in an ordinary week, 22 before.",
        "97.7 %",
        "129 of 132; 1 of them with staff cover.",
        "640,000 kr",
        "655,000 kr",
        "People gave them. They are not money saved.",
        "No public task is moved out",
    )
    assert library.gini(place.friends.reads(rota)) < 0.5

    anyone.opens(initiative).reads(
        "The desk on weekday mornings: The library sees to it", library.CHARACTER, UNION
    )
    anyone.follows("See the contributions behind it").reads_heading("The evidence")
    ladder = anyone.page.locator(".placement")
    on = ladder.get_by_role("listitem").filter(has_text="Rung 4:")
    expect(on).to_have_attribute("aria-current", "true")
    for reason in library.REASONS:
        expect(ladder.get_by_text(reason).first).to_be_visible()

    answer = anyone.page.request.get(f"/api/v1/insight/of/{initiative.split('/')[2]}").json()
    assert answer["placement"]["rung"] == "4"
    assert library.figures_of(answer["placement"]) == library.FIGURES
