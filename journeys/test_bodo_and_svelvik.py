"""Two real municipalities: Bodø with its border, and Svelvik, which was merged and is in no map.

What must be seen, 3. The files of the mapping authority and of the statistics office lie beside
the project; where they are missing, the story is passed over and says so.
"""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from journeys.together import become_partners, decide_together, gives, raises
from samskap.organisations.models import Organisation
from samskap.places.geometry import contains
from samskap.places.models import Area, Border
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

FILES = Path(__file__).resolve().parents[1] / ".." / "shared" / "data"
MAP_2024 = "no-kommuner-2024-small.geojson"
TABLE = "ssb-population-by-municipality-agegroup-2013-2015.csv"
FENCED = "Half the quay is fenced off"
HARBOUR, TOWN = "Bodø harbour friends", "Bodø town planning"
NEAR_SVELVIK = """{"type": "Polygon", "coordinates":
[[[10.33, 59.55], [10.48, 59.55], [10.48, 59.67], [10.33, 59.67], [10.33, 59.55]]]}"""


def real_file(name):
    """Find a file of the authorities; pass the story over where it is not."""
    path = (FILES / name).resolve()
    if not path.exists():
        pytest.skip(f"{name} is not here; it stays outside the repository")
    return path


def counts(municipality):
    """Import how many live in a municipality, as whoever runs the server does."""
    call_command(
        "import_population",
        real_file(TABLE),
        municipality=municipality.host_names.get().host,
        source="SSB, CC BY 4.0",
        commit=True,
    )


def administrator_of(municipality, visitor):
    """Let somebody set the municipality up."""
    person = PersonFactory(email=visitor.email)
    RoleFactory(municipality=municipality, role="administrator", person=person)
    return person


def test_in_bodo_the_border_is_the_map_and_an_initiative_is_defined_and_designed(db, visit):
    bodo = MunicipalityFactory(
        code="1804", name="Bodø kommune", short_name="Bodø", slug="bodo", host="localhost"
    )
    call_command(
        "import_borders",
        real_file(MAP_2024),
        valid_from=date(2024, 1, 1),
        source="Kartverket, CC BY 4.0",
        commit=True,
    )
    counts(bodo)
    town = Area.objects.get(kind=Area.Kind.MUNICIPALITY)

    # The population is on the area’s page, and its border is the map.
    anyone = visit().opens("/places/")
    anyone.follows("Bodø", within=anyone.page.get_by_role("main"))
    anyone.reads_heading("Bodø").reads("50,185", "SSB, CC BY 4.0", "Kartverket, CC BY 4.0")
    on_the_map = anyone.page.get_by_role("region", name="The border of Bodø")
    expect(on_the_map.locator("svg path").first).to_be_visible()
    assert contains(Border.objects.get(area=town).shape["coordinates"], 14.405, 67.28)

    # Turid, who plans the town, asks those at the harbour before anything is drawn.
    turid, harald = visit("turid@example.org"), visit("harald@example.org")
    planner = administrator_of(bodo, turid)
    planning = OrganisationFactory(
        municipality=bodo, name=TOWN, slug="town", kind=Organisation.Kind.PUBLIC_UNIT
    )
    MembershipFactory(organisation=planning, person=planner)
    harbour = OrganisationFactory(municipality=bodo, name=HARBOUR, slug="harbour")
    MembershipFactory(organisation=harbour, person=PersonFactory(email=harald.email))
    harald.signs_in()
    initiative = raises(
        harald, {"What do you dream of?": "A harbour one can walk along"}, speaking_for=HARBOUR
    )
    slug = initiative.split("/")[2]
    harald.follows("Tell more about it").chooses("Bodø").presses("Save").reads("Bodø")
    turid.signs_in()
    become_partners(harald, HARBOUR, turid, TOWN, initiative)

    gives(turid, slug, "Knowledge", FENCED, TOWN)
    decide_together(
        harald,
        turid,
        initiative,
        "the problem",
        "The quay is closed",
        [FENCED],
    )
    gives(harald, slug, "Idea", "Open it on Sundays", HARBOUR)
    gives(turid, slug, "Draft", "A fence that can be moved", TOWN)
    decide_together(
        harald, turid, initiative, "the solution", "Sundays on the quay", ["Open it on Sundays"]
    )

    anyone.opens(initiative).reads("The solution we agreed on", "The problem, in our words")
    for fold in anyone.page.locator(".placement summary").all():
        fold.click()
    anyone.reads("Design: each side held at least a quarter of the power to decide.")
    # The initiative stands on the map of the town, inside the real border.
    anyone.opens("/initiatives/map/").reads("A harbour one can walk along")
    expect(anyone.page.locator(".map__canvas svg path").first).to_be_visible()


def test_in_svelvik_the_border_is_drawn_in_the_browser(db, visit):
    svelvik = MunicipalityFactory(
        code="0711", name="Svelvik kommune", short_name="Svelvik", slug="svelvik", host="localhost"
    )
    counts(svelvik)
    area = Area.objects.get()
    gerd = visit("gerd@example.org")
    administrator_of(svelvik, gerd)

    gerd.signs_in().opens("/places/")
    gerd.follows("Svelvik", within=gerd.page.get_by_role("main"))
    gerd.reads("6,601", "SSB, CC BY 4.0", "No border is known yet")

    # She writes roughly where it lies, so that the map goes there, and keeps that.
    gerd.follows("Draw its border")
    drawn = {"Holds from": "1964-01-01", "Holds until": "2020-01-01", "Source": "By hand"}
    gerd.fills({"Border": NEAR_SVELVIK, **drawn}).presses("Keep this border")
    gerd.reads("The border is drawn.")

    # Then she draws it corner by corner.
    gerd.follows("Draw its border")
    canvas = gerd.page.get_by_role("group", name="Map to draw the border on")
    expect(canvas).to_be_visible()
    gerd.presses("Begin again")
    for x, y in ((300, 60), (420, 120), (400, 240), (320, 250), (260, 160)):
        canvas.click(position={"x": x, "y": y})
    gerd.reads("Corners drawn: 5")
    gerd.presses("Take back the last corner").reads("Corners drawn: 4")
    gerd.fills({**drawn, "Source": "Drawn after a map of 2019"}).presses("Keep this border")
    gerd.reads("The border is drawn.", "This border held until", "Drawn after a map of 2019")

    border = Border.objects.get(area=area)
    assert border.is_drawn
    assert len(border.shape["coordinates"][0][0]) == 5  # four corners, and back to the first
    assert 10 < border.west < border.east < 11
    assert 59 < border.south < border.north < 60
    outline = gerd.page.get_by_role("region", name="The border of Svelvik")
    expect(outline.locator("svg path").first).to_be_visible()
