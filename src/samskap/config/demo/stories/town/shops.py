"""The empty shops of the town."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Rule, Story, What


def empty_shops(scene: Scene) -> Generator[datetime, None, None]:
    """Vacant premises filled for a while (S2:67); a solution is proposed."""
    yield ago(87, "12:00")
    story = Story(
        scene,
        "bedrift",
        speaking_for="bakeriet",
        title="Liv i tomme butikklokaler",
        dream="Fem vinduer i Storgata er mørke. Jeg drømmer om lys i alle sammen.",
        solution="Lag og foreninger låner lokalene til noen andre leier dem.",
        helpers="Gårdeierne, grendelagene, kunstnere og skolen.",
    )
    story.describe(
        "bedrift",
        topics=["places", "work", "culture"],
        areas=["sentrum"],
        societal_goal="Sentrum er et sted der folk møtes.",
        what_is_new="Midlertidig bruk uten husleie, med én avtale for alle.",
        displacement="no",
        displacement_says="Ingen kommunal oppgave flyttes.",
    )
    story.lead("tilrettelegger")
    story.step("defining", "tilrettelegger")
    story.received("tilrettelegger", reason="Næringssjefen har sagt ja til å være med.")
    yield ago(80, "18:00")
    told = [
        story.idea(
            "entreprenor",
            "problem_statement",
            "Husleia er for høy for en prøve",
            speaking_for="verkstedet",
            liked_by=["bedrift", "noor"],
        ),
        story.idea(
            "anette",
            "story",
            "Jeg går ikke lenger gjennom Storgata om kvelden",
            liked_by=["fatima", "liv"],
        ),
        story.idea(
            "saksbehandler",
            "evidence",
            "Fem lokaler har stått tomme i over et år",
            speaking_for="plan",
        ),
    ]
    for who, speaking_for, role in (
        ("bedrift", "bakeriet", "Snakker med gårdeierne"),
        ("entreprenor", "verkstedet", "Det første lokalet"),
        ("saksbehandler", "plan", "Bruksendring og brann"),
    ):
        story.partner(who, speaking_for, role=role, asked_by="" if who == "bedrift" else "bedrift")
    story.agree(
        "tilrettelegger",
        purpose="Lys i fem vinduer før neste vinter.",
        duties="Den som låner, rydder etter seg og flytter på 14 dagers varsel.",
        rule=Rule.VOTE,
    )
    problem = story.propose(
        "bedrift",
        "Hvorfor står lokalene tomme?",
        "Det er dyrt å prøve og tungt å få lov. Derfor prøver ingen.",
        what=What.PROBLEM,
        adopts=told,
    )
    story.voices(problem)
    yield ago(71, "09:00")
    story.close(problem, "bedrift", "Enstemmig.")
    yield ago(28, "19:00")
    story.idea(
        "noor",
        "idea",
        "Galleri for dem som aldri har stilt ut",
        liked_by=["anette", "fatima", "thea"],
    )
    story.idea(
        "forening",
        "idea",
        "Julemarked over tre helger",
        speaking_for="grendelaget",
        liked_by=["bedrift"],
    )
    yield ago(26, "10:00")
    story.idea(
        "saksbehandler",
        "draft",
        "Én side med regler i stedet for sju skjemaer",
        speaking_for="plan",
        liked_by=["bedrift", "entreprenor"],
    )
    yield ago(22, "10:00")
    story.resource("bedrift", "premises", 10, "Det gamle blomsterutsalget", speaking_for="bakeriet")
    story.step("solution_proposed", "bedrift", "Reglene og de to første lokalene er klare.")
    story.lay_before(
        "bedrift",
        "oppvekst",
        "Lån av tomme lokaler til lag og foreninger",
        [
            "Lag og foreninger betaler ingen avgift for de første tre månedene.",
            "Ett skjema erstatter de sju vi har i dag.",
            "Skolene får bruke det gamle blomsterutsalget på onsdager.",
        ],
        days=45,
    )
    yield ago(18, "12:10")
    story.idea(
        "forsker",
        "evidence",
        "Slik gikk det med 30 tomme lokaler i tre andre byer",
        speaking_for="hogskolen",
    )
