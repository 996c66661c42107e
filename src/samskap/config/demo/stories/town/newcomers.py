"""Those who are new in the town."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Rule, Story, What


def language_and_work(scene: Scene) -> Generator[datetime, None, None]:
    """Language and a trainee place together (S1:25.3); the partners are deciding."""
    yield ago(98, "09:30")
    story = Story(
        scene,
        "yusuf",
        title="Språk og praksis på samme dag",
        dream="Jeg gikk på norskkurs i to år før noen lot meg jobbe. Jeg lærte mer på to uker på"
        " bakeriet.",
        solution="Kurs til lunsj, og praksis etterpå.",
        helpers="Bakeriet, sykehjemmet, høgskolen og lærerne.",
    )
    story.describe(
        "yusuf",
        topics=["work", "belonging"],
        areas=["sentrum"],
        field="service",
        societal_goal="Nye innbyggere er i arbeid innen ett år.",
        displacement="no",
        displacement_says="Timene i norsk blir ikke færre.",
    )
    story.lead("tilrettelegger")
    story.step("defining", "tilrettelegger")
    story.received("tilrettelegger", reason="Vi tar det opp med voksenopplæringen denne uka.")
    yield ago(90, "17:30")
    told = [
        story.idea(
            "fatima",
            "story",
            "Jeg kunne alle ordene på kjøkkenet før jeg kunne skrive dem",
            liked_by=["yusuf", "noor", "liv"],
        ),
        story.idea(
            "bedrift",
            "problem_statement",
            "Vi får ikke ta imot noen uten papirer",
            speaking_for="bakeriet",
            liked_by=["yusuf"],
        ),
        story.idea(
            "leder", "evidence", "Fire av ti er i arbeid etter to år", speaking_for="kommunen"
        ),
    ]
    story.partner("yusuf", role="Tok initiativet")
    for who, speaking_for, role in (
        ("bedrift", "bakeriet", "Fire praksisplasser"),
        ("leder", "kommunen", "Voksenopplæringen"),
        ("forsker", "hogskolen", "Følger de første tolv"),
    ):
        story.partner(who, speaking_for, role=role, asked_by="yusuf")
    story.agree(
        "tilrettelegger",
        purpose="Norsk og arbeid på samme dag.",
        duties="Bedriften gir tid til språk. Kommunen gir lærer på stedet.",
        rule=Rule.CONSENSUS,
    )
    problem = story.propose(
        "yusuf",
        "Hva stopper oss?",
        "Først språk, så arbeid: den rekkefølgen tar to år og gjør folk motløse.",
        what=What.PROBLEM,
        adopts=told,
    )
    story.voices(problem)
    yield ago(82, "15:00")
    story.close(problem, "yusuf", "Alle partene kjenner igjen ventetida.")
    yield ago(28, "18:00")
    ideas = [
        story.idea(
            "yusuf",
            "idea",
            "Kurs fra 8 til 11, arbeid fra 12 til 15",
            liked_by=["fatima", "noor", "bedrift"],
        ),
        story.idea(
            "bedrift",
            "idea",
            "En fadder på hvert skift",
            speaking_for="bakeriet",
            liked_by=["yusuf"],
        ),
        story.idea("leder", "draft", "Læreren kommer til bedriften", speaking_for="kommunen"),
    ]
    buddy = story.idea("liv", "idea", "Vi pensjonister kan lese lekser", liked_by=["fatima"])
    yield ago(24, "09:00")
    story.answer("tilrettelegger", [buddy], "used", "Du er satt opp som lesevenn. Takk!")
    yield ago(21, "10:00")
    story.step("solution_proposed", "tilrettelegger")
    story.step("deciding", "tilrettelegger")
    solution = story.propose(
        "yusuf",
        "Prøv med tolv personer i et halvt år",
        "Kurs fra 8 til 11 på arbeidsplassen og praksis fra 12 til 15, med fadder. Tolv personer,"
        " tre bedrifter, et halvt år.",
        what=What.SOLUTION,
        adopts=ideas,
        days=30,
    )
    yield ago(14, "20:30")
    story.voices(solution, silent=["leder", "forsker"])
