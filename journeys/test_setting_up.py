"""The first day: an empty instance, a key from the console, a municipality with people in it."""

import re

import pytest
from django.core.management import call_command

from samskap.municipalities.models import Municipality
from samskap.people.models import Role

BLUE = "#0a4d8c"


@pytest.fixture
def address_of_the_first_run(db, live_server, capsys):
    """What the console prints for whoever runs the server."""
    call_command("first_run", at=live_server.url)
    return re.search(r"http\S+", capsys.readouterr().out)[0]


def test_from_an_empty_instance_to_a_municipality_with_roles(visit, address_of_the_first_run):
    # Without the key nobody comes further than a calm page.
    anyone = visit().opens("/")
    anyone.reads_heading("Welcome to Samskap").reads("Nothing has been set up here yet.")

    # Four answers open the municipality.
    ingrid = visit("ingrid@example.org").opens(address_of_the_first_run)
    ingrid.reads_heading("Open your municipality").chooses("Norway").fills(
        {
            "What is the municipality called?": "Fjordvik kommune",
            "Address of these pages": "localhost",
            "E-mail of the first administrator": ingrid.email,
        }
    ).presses("Open the municipality")
    ingrid.reads_heading("What do you dream of?")
    assert anyone.page.goto(address_of_the_first_run).status == 409  # the key is worth nothing now

    # She signs in, and is the administrator.
    ingrid.signs_in().opens("/").follows("Set up the municipality")
    ingrid.reads_heading("Set up Fjordvik kommune").reads("Say how to reach a person.")
    ingrid.follows("Name and contact").fills(
        {"Short name": "Fjordvik", "E-mail to reach you": "post@fjordvik.example"}
    ).presses("Save").reads("Saved.").does_not_read("Say how to reach a person.")

    # The look: the colour she chose is the colour of the pages, made readable.
    ingrid.follows("Colours and coat of arms").fills({"Main colour": BLUE})
    ingrid.presses("See how readable it is").reads("Main colour").presses("Save").reads("Saved.")
    assert Municipality.objects.get().colour == BLUE
    theme = ingrid.page.locator("link[rel=stylesheet][href*=theme]").last.get_attribute("href")
    assert BLUE in ingrid.page.request.get(theme).text()

    # Roles: Mona has never been here, and finds her desk at her first sign-in.
    ingrid.opens("/").follows("Set up the municipality").follows("People and roles")
    mona = visit("mona@example.org")
    ingrid.fills({"E-mail": mona.email})
    ingrid.field("Role").select_option(label="Facilitator")
    ingrid.presses("Give the role").reads(mona.email)
    mona.signs_in().opens("/").follows("My page").reads("Facilitator")
    mona.follows("My desk").reads_heading("My desk")
    assert mona.page.goto("/municipalities/settings/").status == 403
    assert Role.objects.filter(role="facilitator", person__email=mona.email).exists()

    # The first steps are done.
    ingrid.opens("/municipalities/settings/").presses("We are ready, hide this list")
    ingrid.reads("The municipality is ready.").does_not_read("First steps")
