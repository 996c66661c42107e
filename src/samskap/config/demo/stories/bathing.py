"""Citizens alone: a bathing place that nobody asked leave for. Self-organised."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Story, What
from samskap.initiatives.actions.invitations import invite_municipality


def tell(scene: Scene) -> Generator[datetime, None, None]:
    """Tell it until the day when the municipality is invited."""
    yield ago(199, "20:15")
    story = Story(
        scene,
        "lars",
        title="Badeplassen i Vika",
        dream="Ungene på Strand lærte å svømme i Vika før. Nå er det tang og rustne bolter.",
        solution="Vi rydder, bygger en brygge og setter opp et skilt.",
        helpers="Alle som har en spade.",
    )
    story.describe(
        "lars",
        topics=["nature", "children", "belonging"],
        areas=["strand"],
        societal_goal="Alle barn på Strand kan svømme.",
        what_is_new="En brygge der også rullestoler kommer ut i vannet.",
    )
    story.step("defining", "lars")
    stories = [
        story.idea(
            "liv",
            "story",
            "Her lærte jeg å svømme med tau rundt livet",
            liked_by=["lars", "innbygger"],
        ),
        story.idea(
            "magnus",
            "problem_statement",
            "Jernet i fjæra skjærer hull i føttene",
            liked_by=["thea", "liv"],
        ),
        story.idea("thea", "idea", "En flåte å svømme ut til", liked_by=["ung", "magnus", "noor"]),
    ]
    yield ago(195, "12:00")
    story.received("tilrettelegger", reason="Fint! Dette er deres. Si fra om dere vil ha oss med.")
    yield ago(193, "18:00")
    story.alone(
        "lars",
        "",
        "Vika må ryddes",
        "Det er skarpt jern og glass i fjæra, og ingen brygge.",
        "Vi gikk over stranda sammen og så det samme.",
        what=What.PROBLEM,
        adopts=stories[:2],
    )
    pier = story.idea(
        "forening",
        "idea",
        "Brygge av gamle kaiplanker",
        speaking_for="grendelaget",
        liked_by=["lars", "magnus"],
    )
    ramp = story.idea(
        "innbygger",
        "idea",
        "Rampe for rullestol og barnevogn",
        liked_by=["camilla", "aslaug", "harald"],
    )
    yield ago(186, "19:00")
    story.partner("lars", role="Holder i det hele")
    story.partner("forening", "grendelaget", asked_by="lars", role="Dugnad, verktøy og kaffe")
    story.alone(
        "lars",
        "",
        "Vi bygger brygga selv",
        "Tre dugnader: rydde, bygge brygge med rampe, sette opp skilt. Flåten får vente.",
        "Dette klarer vi selv med det vi har.",
        what=What.SOLUTION,
        adopts=[pier, ramp],
    )
    yield ago(174, "16:00")
    story.answer_rest("lars", "not_used", "Flåten får vente til brygga har stått en vinter.")
    for days, who, hours, what, speaking_for in (
        (170, "forening", 84, "Ryddedugnad, 21 stykker", "grendelaget"),
        (156, "lars", 40, "Brygge og rampe", ""),
        (155, "magnus", 24, "Brygge og rampe", ""),
        (150, "thea", 6, "Malte skiltet", ""),
    ):
        yield ago(days, "17:00")
        story.work(who, hours, what, speaking_for=speaking_for, is_independent=True)
    story.resource("bedrift", "money", 6_000, "Boller og bolter", speaking_for="bakeriet")
    yield ago(140, "16:00")
    story.step("driving", "lars", "Brygga er åpen. 60 badet den første lørdagen.")
    story.work("forening", 30, "Ettersyn og søppel", speaking_for="grendelaget")
    yield ago(16, "20:00")
    invite_municipality(
        initiative=story.initiative,
        by=scene.people["lars"],
        organisation=scene.organisations["plan"],
        message="Brygga står. Nå trenger vi målinger av badevannet og en livbøye. Blir dere med?",
    )
