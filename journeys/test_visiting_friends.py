"""SC-2, visiting friends: what the municipality orders, and what people make together.

Source: domain.md 5, SC-2 (S4:41, S4:61). The same people and the same evenings; what differs is
who was there when the problem was found. What must be seen, 1.
"""

import re

import pytest
from playwright.sync_api import expect

from journeys.together import become_partners, decide_together, gives, raises
from samskap.ledger.models import Contribution
from samskap.organisations.models import Organisation
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

CARE, VISITORS = "Fjordvik home care", "Fjordvik visiting friends"


@pytest.fixture
def randi(here, visit):
    """She works in elder care, and may speak for it."""
    randi = visit("randi@example.org")
    person = PersonFactory(email=randi.email)
    RoleFactory(municipality=here, role="facilitator", person=person)
    care = OrganisationFactory(
        municipality=here, name=CARE, slug="care", kind=Organisation.Kind.PUBLIC_UNIT
    )
    MembershipFactory(organisation=care, person=person)
    return randi.is_signed_in_as(person)


@pytest.fixture
def ola(here, visit):
    """He leads the association of visitors."""
    ola = visit("ola@example.org")
    visitors = OrganisationFactory(municipality=here, name=VISITORS, slug="visitors")
    person = PersonFactory(email=ola.email)
    MembershipFactory(organisation=visitors, person=person)
    return ola.is_signed_in_as(person)


def says_that_nothing_moves_out(visitor, initiative, says):
    """Answer the displacement check, which everybody can read."""
    visitor.opens(initiative).follows("Tell more about it")
    visitor.field("Displacement check").select_option(label=NOTHING_MOVES_OUT)
    visitor.fills({"How we know": says}).presses("Save")


def writes_down(visitor, slug, kind, name, words):
    """Write down what a senior said over coffee; the same senior is the same giver."""
    visitor.opens(f"/ideas/to/{slug}/paper/").chooses("At a meeting", kind)
    reach = f"{name}, Storgata 1"
    visitor.fills(
        {"Who gave it?": name, "How do we reach them with the answer?": reach, "In one line": words}
    ).presses("Write it down").reads("It is written down, and counts as much as any other.")


def placed(visitor, initiative):
    """Read the ladder with every reason, as anyone can who asks for what is behind it."""
    visitor.opens(initiative).follows("See the contributions behind it")
    visitor.reads_heading("The evidence")
    return visitor.page.locator(".placement")


def decides_alone(visitor, initiative, about, line, text):
    """Record what the municipality decided by itself."""
    visitor.opens(f"{initiative}decisions/").follows("Record a decision by one side")
    visitor.chooses(f"What {about} is").fills(
        {
            "What you decide, in one line": line,
            "The proposal in full": text,
            "Reasons": "It is our duty.",
        }
    )
    visitor.presses("Record the decision").reads("The decision is recorded.")


def test_ordered_visits_stand_on_rung_2(randi, ola, visit):
    # Randi decides what the matter is, and what is to be done.
    initiative = raises(
        randi,
        {"What do you dream of?": "Lonely elderly people get visits."},
        speaking_for=STAFF,
    )
    says_that_nothing_moves_out(randi, initiative, "Home care keeps its hours.")
    decides_alone(randi, initiative, "the problem", "Elderly are lonely", "Elderly are lonely.")
    decides_alone(randi, initiative, "the solution", "Four visitors", "Four visitors a week.")
    # The visitors come in only now.
    become_partners(randi, CARE, ola, VISITORS, initiative)
    ola.opens(f"{initiative}give/").chooses(VISITORS, "Hours of work", "For others")
    ola.fills({"How much?": "80", "What did you do or give?": "Visited for ten weeks."})
    ola.presses("Write it down")
    ola.reads("Thank you for what you gave!")

    anyone = visit()
    ladder = placed(anyone, initiative)

    here = ladder.get_by_role("listitem").filter(has_text="Rung 2:")
    expect(here).to_have_attribute("aria-current", "true")
    for reason in (
        "Volunteers have worked for others.",
        "There is a signed agreement with a public unit.",
        "Nobody outside the municipality took part before the problem was agreed.",
    ):
        expect(ladder.get_by_text(reason)).to_be_visible()
    anyone.opens(initiative).reads(f"{NOTHING_MOVES_OUT}. Home care keeps its hours.")
    anyone.reads("Residents and their organisations worked 80 hours, the municipality 0.")


SENIORS = {
    "Aslaug": "The evenings are long from four o’clock",
    "Birger": "We want to cook, not to be served",
}
DINNER = "A shared dinner that we cook ourselves"
STAFF = "The municipality, as facilitator"
NOTHING_MOVES_OUT = "No public task is moved out"


def test_what_is_made_together_stands_on_rung_4(randi, ola, visit):
    # Randi asks before anybody has a solution; the problem is the seniors’ own.
    initiative = raises(
        randi,
        {"What do you dream of?": "Good evenings when one is old."},
        speaking_for=STAFF,
    )
    slug = initiative.split("/")[2]
    says_that_nothing_moves_out(randi, initiative, "Nobody’s job becomes smaller.")
    become_partners(randi, CARE, ola, VISITORS, initiative)
    for name, words in SENIORS.items():
        writes_down(randi, slug, "Problem", name, words)
    gives(randi, slug, "Knowledge", "One in five here lives alone", STAFF)
    decide_together(randi, ola, initiative, "the problem", "Evenings are long", [*SENIORS.values()])

    # They design together: a shared dinner, and a lift to it.
    writes_down(randi, slug, "Idea", "Aslaug", DINNER)
    gives(ola, slug, "Idea", "Two volunteers drive those who cannot walk", VISITORS)
    gives(randi, slug, "Draft", "The kitchen of the care home is free", STAFF)
    decide_together(randi, ola, initiative, "the solution", "Shared dinner", [DINNER])

    # They carry it out together: staff keep the kitchen, volunteers drive.
    for visitor, hand, hours in ((randi, CARE, "12"), (ola, VISITORS, "30")):
        visitor.opens(f"{initiative}give/").chooses(hand, "Hours of work")
        visitor.fills({"How much?": hours, "What did you do or give?": "Cooked and drove."})
        visitor.presses("Write it down")
        visitor.reads("Thank you for what you gave!")

    anyone = visit()
    ladder = placed(anyone, initiative)

    on = ladder.get_by_role("listitem").filter(has_text="Rung 4:")
    expect(on).to_have_attribute("aria-current", "true")
    for reason in (
        "Residents or their organisations took part before the problem was agreed.",
        "Define: each side held at least a quarter of the power to decide.",
        "Design: each side held at least a quarter of the power to decide.",
    ):
        expect(ladder.get_by_text(reason)).to_be_visible()
    anyone.opens(initiative).reads(f"{NOTHING_MOVES_OUT}. Nobody’s job becomes smaller.")

    # Who gave the hours is told by side, and a senior is the author of what was adopted.
    hours = Contribution.objects.filter(kind="work")
    assert sorted(hours.values_list("side", "amount")) == [("non_public", 30), ("public", 12)]
    anyone.reads("Residents and their organisations worked 30 hours, the municipality 12.")
    anyone.follows("Hours by phase").reads_heading("The evidence")
    table = anyone.page.locator("#work").get_by_role("table", include_hidden=True)
    row = table.get_by_role("row", include_hidden=True).filter(has_text="Implement")
    expect(row).to_have_text(re.compile(r"Implement\s*30\s*12"))
    anyone.opens(f"{initiative}decisions/").follows("Shared dinner")
    anyone.reads("Made of these contributions")
    anyone.follows(DINNER).reads("Aslaug", "Used")
