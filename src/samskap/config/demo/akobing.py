"""Åkøbing: one more municipality on the same instance, in Danish and under Danish law."""

from collections.abc import Generator, Iterator
from datetime import datetime

from samskap.config.demo import clock
from samskap.config.demo.clock import ago
from samskap.config.demo.organisations import Body, register_all
from samskap.config.demo.people import Someone
from samskap.config.demo.scene import Scene
from samskap.config.demo.stories.proposals import of_akobing
from samskap.config.demo.story import Story
from samskap.initiatives.actions.topics import start_with_usual_topics
from samskap.municipalities.actions import finish_set_up, open_municipality, set_look, set_texts
from samskap.places.actions.areas import add_area
from samskap.proposals.actions.rules import set_rules

HOST = "akobing.localhost"
ADDRESSES = "akobing.example"
PEOPLE: tuple[Someone, ...] = (
    Someone(
        key="borger",
        given="Kirstine",
        family="Havbæk",
        says="Borger i Åkøbing",
        age=36,
        home="havnen",
        language="da",
        host=ADDRESSES,
    ),
    Someone(
        key="koordinator",
        given="Bent",
        family="Mosegaard-Lyng",
        says="Koordinator i Åkøbing",
        roles=("facilitator",),
        age=52,
        language="da",
        host=ADDRESSES,
    ),
    Someone(
        key="formand",
        given="Aage",
        family="Strandlund",
        age=68,
        home="mosen",
        language="da",
        host=ADDRESSES,
    ),
    Someone(
        key="admin",
        given="Lone",
        family="Fjordbjerg",
        roles=("administrator",),
        language="da",
        host=ADDRESSES,
    ),
)
BODIES: tuple[Body, ...] = (
    Body(
        key="kommunen",
        name="Åkøbing Kommune",
        kind="public_unit",
        about="Kommunens egen organisation.",
        registered_by="admin",
        speakers=("koordinator",),
    ),
    Body(
        key="landsbyen",
        name="Mosen Landsbylaug",
        kind="association",
        about="Vi passer gadekæret, forsamlingshuset og hinanden.",
        registered_by="formand",
    ),
)


def open_akobing() -> Scene:
    """Open the municipality with a handful of people."""
    clock.stand_at(ago(200, "08:00"))
    municipality = open_municipality(
        name="Åkøbing Kommune",
        country="DK",
        host=HOST,
        short_name="Åkøbing",
        code="9998",
        slug="akobing",
        administrator=f"admin@{ADDRESSES}",
    )
    scene = Scene(municipality=municipality)
    scene.bring(PEOPLE)
    boss = scene.people["admin"]
    set_look(municipality=municipality, by=boss, colour="#3b3a7a", accent_colour="#b3541e")
    set_texts(
        municipality=municipality,
        by=boss,
        welcome={"da": "Åkøbing bliver til, når vi gør noget sammen. Begynd her."},
        about={"da": "Åkøbing er opdigtet og findes kun for at vise Samskap på dansk."},
        privacy={},
        accessibility={},
    )
    scene.topics = {
        topic.slug: topic for topic in start_with_usual_topics(municipality=municipality)
    }
    whole = add_area(
        municipality=municipality, kind="municipality", name="Åkøbing", code="9998", by=boss
    )
    scene.areas = {"akobing": whole}
    for key, name, kind in (("havnen", "Havnen", "district"), ("mosen", "Mosen", "village")):
        scene.areas[key] = add_area(
            municipality=municipality, kind=kind, name=name, parent=whole, by=boss
        )
    scene.tell_more(PEOPLE)
    scene.organisations = register_all(municipality, scene.people, BODIES)
    set_rules(
        municipality=municipality,
        by=boss,
        scheme_key="dk-egedal",
        needs_e_id=False,
        takes_paper=True,
        promised_days=90,
    )
    scene.municipality = finish_set_up(municipality=municipality, by=boss)
    return scene


def stories_of(scene: Scene) -> Iterator[Generator[datetime, None, None]]:
    """Begin the stories of Åkøbing."""
    yield _harbour(scene)
    yield _bus(scene)
    yield of_akobing(scene)


def _harbour(scene: Scene) -> Generator[datetime, None, None]:
    """A sauna at the harbour, raised by a resident."""
    yield ago(61, "19:30")
    story = Story(
        scene,
        "borger",
        title="En sauna på havnen, som alle kan bruge",
        dream="Jeg drømmer om et varmt sted ved vandet om vinteren, hvor man møder nogen, man ikke"
        " kender i forvejen.",
        solution="Vi bygger den selv af det gamle fiskeskur.",
        helpers="Vinterbaderne, tømrerskolen og havnefogeden.",
        language="da",
    )
    story.describe("borger", topics=["places", "belonging"], areas=["havnen"])
    yield ago(58, "10:00")
    story.lead("koordinator")
    story.step("defining", "koordinator", "Vi begynder med at spørge, hvem der savner hvad.")
    story.received("koordinator", reason="Tak! Vi tager den op med havnefogeden.")
    yield ago(50, "18:20")
    idea = story.idea(
        "formand",
        "idea",
        "Lad skuret blive stående, og sæt ovnen i det",
        speaking_for="landsbyen",
        liked_by=["borger"],
    )
    yield ago(41, "09:00")
    story.answer("koordinator", [idea], "used", "Det gør vi. Skuret er fredet udvendigt.")
    yield ago(6, "20:00")
    story.idea("borger", "problem_statement", "Broen er glat om vinteren")


def _bus(scene: Scene) -> Generator[datetime, None, None]:
    """A village bus that is only a dream yet."""
    yield ago(4, "21:00")
    story = Story(
        scene,
        "formand",
        title="En landsbybus, der kører, når vi skal noget",
        dream="At komme til byen uden bil, også om aftenen.",
        speaking_for="landsbyen",
        language="da",
    )
    story.describe("formand", topics=["transport"], areas=["mosen"])
