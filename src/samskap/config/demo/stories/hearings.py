"""Two statutory hearings: one reported and laid before the council, and one that is open."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo import clock
from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Story, What
from samskap.hearings.actions import (
    answering,
    entering,
    opening,
    planning,
    reporting,
    stating,
)
from samskap.hearings.models import Hearing, HearingStatement, Recipient

Steps = Generator[datetime, None, None]
Kind, Way = Recipient.Kind, Recipient.Way
STAFF = "saksbehandler"
LINK = "https://fjordvik.example/planer/"
LAMPS = (
    "Vi som bor på Nesset, vil ha lys og rekkverk langs hele brygga, slik at barna våre kan gå der"
    " om vinteren."
)


def plan(
    scene: Scene, story: Story, title: str, about: str, young: str, others: str, days_ago: int
) -> Hearing:
    """Plan a hearing of a zoning plan, with its papers and whom it asks."""
    by = scene.people[STAFF]
    made = planning.plan_hearing(
        initiative=story.initiative,
        by=by,
        title=title,
        about=about,
        language="nb",
        preset="no_zoning_plan",
        opens_on=clock.day(days_ago),
        inspected_at="Servicetorget på rådhuset, og biblioteket",
        answers_to="post@fjordvik.example\nFjordvik kommune, Rådhusgata 1\n00 00 00 00",
        young_secured=young,
        others_secured=others,
    )
    for paper in ("Plankart", "Bestemmelser", "Planbeskrivelse"):
        url = f"{LINK}{made.slug}/{paper.lower()}"
        planning.lay_open(hearing=made, by=by, title=paper, url=url)
    for kind, name, way, people in (
        (Kind.ELDERLY_COUNCIL, "Eldrerådet i Fjordvik", Way.MEETING, 1),
        (Kind.DISABILITY_COUNCIL, "Rådet for personer med funksjonsnedsettelse", Way.MEETING, 1),
        (Kind.YOUTH_COUNCIL, "Ungdomsrådet i Fjordvik", Way.MEETING, 1),
        (Kind.CHILDREN, "Barnerepresentanten i plansaker", Way.EMAIL, 1),
        (Kind.AUTHORITY, "Statsforvalteren", Way.EMAIL, 1),
        (Kind.AUTHORITY, "Fylkeskommunen", Way.EMAIL, 1),
        (Kind.NEIGHBOUR, "Naboer etter naboliste", Way.LETTER, 23),
    ):
        planning.ask(hearing=made, by=by, kind=kind, name=name, way=way, people=people)
    return made


def say(
    scene: Scene, hearing: Hearing, who: str, text: str, *, speaking_for: str = ""
) -> HearingStatement:
    """Let somebody say something on the web."""
    hand = scene.hand(who, speaking_for)
    return stating.state(hearing=hearing, hand=hand, text=text, language="nb")


def came_in(
    scene: Scene, hearing: Hearing, way: str, text: str, *, asked: str = "", name: str = ""
) -> HearingStatement:
    """Write down what came by e-mail, in a letter or by telephone."""
    return entering.enter(
        hearing=hearing,
        by=scene.people[STAFF],
        way=way,
        received_on=clock.now().date(),
        text=text,
        language="nb",
        recipient=hearing.recipients.filter(name=asked).first() if asked else None,
        name=name,
    )


def answer(
    scene: Scene,
    hearing: Hearing,
    status: str,
    text: str,
    *said: HearingStatement,
    changes: str = "",
) -> None:
    """Answer some statements alike."""
    answering.answer(
        hearing=hearing,
        keys=[each.pk for each in said],
        status=status,
        text=text,
        changes=changes,
        by=scene.people[STAFF],
    )


def quay(scene: Scene) -> Steps:
    """A hearing with alike, late and withheld statements, all answered, and reported."""
    yield ago(110, "09:00")
    story = Story(
        scene,
        STAFF,
        speaking_for="plan",
        title="Plan for Nesset brygge",
        dream="Brygga på Nesset skal bli et sted der folk møtes, og ikke bare en parkeringsplass.",
        solution="En reguleringsplan med promenade, badeplass og plass til småbåter.",
        helpers="Naboene, båtfolket, bakeriet og alle som bader.",
    )
    story.describe(
        STAFF,
        topics=["places", "nature", "children"],
        areas=["nesset"],
        field="political",
        societal_goal="Alle kommer ned til sjøen.",
        displacement="no",
        displacement_says="Kommunen bygger og vedlikeholder.",
    )
    story.step("defining", "tilrettelegger")
    counted = story.idea(
        STAFF, "evidence", "42 biler står på brygga en lørdag i juli", speaking_for="plan"
    )
    story.alone(
        "leder",
        "leader",
        "Brygga er full av biler",
        "Det er ikke plass til å sitte, bade eller gå ved sjøen på Nesset.",
        "Tellingen viser det.",
        what=What.PROBLEM,
        adopts=[counted],
    )
    hearing = plan(
        scene,
        story,
        "Reguleringsplan for Nesset brygge",
        "Vi foreslår promenade langs hele brygga, en badeplass innerst og færre"
        " parkeringsplasser.\n\nHva mangler? Hva må vi passe på?",
        "Ungdomsrådet gikk langs brygga sammen med oss. Sjuendeklassingene på Nesset skole tegnet"
        " det de ville ha, og barnerepresentanten la tegningene fram.",
        "Vi satt en formiddag på eldresenteret og leste planen høyt.",
        100,
    )
    yield ago(100, "10:00")
    hearing = opening.open_hearing(hearing=hearing, by=scene.people[STAFF])
    yield ago(92, "19:00")
    lamps = [say(scene, hearing, "trygve", LAMPS)]
    yield ago(90, "20:10")
    lamps.append(say(scene, hearing, "camilla", f"Hei! {LAMPS}"))
    yield ago(88, "17:30")
    lamps.append(say(scene, hearing, "aslaug", LAMPS.upper()))
    yield ago(84, "21:00")
    bathing = say(scene, hearing, "ung", "Lag en stupebrygge. Da kommer de unge også.")
    yield ago(80, "12:00")
    bread = say(
        scene,
        hearing,
        "bedrift",
        "Kundene våre kommer med bil. Behold ti plasser nærmest bakeriet.",
        speaking_for="bakeriet",
    )
    yield ago(74, "09:00")
    answer(
        scene,
        hearing,
        "used",
        "Lys og rekkverk hører med. Det er tatt inn i bestemmelsene.",
        *lamps,
        changes="Bestemmelse 4.2 krever lys og rekkverk langs hele brygga.",
    )
    answer(
        scene,
        hearing,
        "partly_used",
        "Seks plasser blir stående nærmest bakeriet. Ti ville tatt plassen fra promenaden.",
        bread,
        changes="Seks parkeringsplasser er tegnet inn på plankartet.",
    )
    yield ago(66, "11:00")
    elders = came_in(
        scene,
        hearing,
        "meeting",
        "Vi trenger benker med rygg for hver femtiende meter, og et toalett som er åpent.",
        asked="Eldrerådet i Fjordvik",
    )
    youth = came_in(
        scene,
        hearing,
        "email",
        "Ungdomsrådet vil ha tak over en del av brygga, så vi kan være der når det regner.",
        asked="Ungdomsrådet i Fjordvik",
    )
    yield ago(61, "14:00")
    private = came_in(
        scene,
        hearing,
        "paper",
        "Sønnen min er syk og tåler ikke støy om natta. Ikke åpne for konserter.",
        name="En nabo",
    )
    stating.withhold(
        statement=private,
        basis="offentleglova § 13, jf. forvaltningsloven § 13",
        open_text="En nabo ber om at det ikke åpnes for konserter om natta.",
        by=scene.people[STAFF],
    )
    yield ago(50, "00:30")
    opening.close_due()
    yield ago(49, "20:00")
    late = say(scene, hearing, "liv", "Ta vare på det gamle naustet.")
    yield ago(44, "10:00")
    answer(
        scene,
        hearing,
        "used",
        "Det er enkelt å få til, og det gjør brygga til et sted for alle.",
        bathing,
        elders,
        late,
        changes="Stupebrygge, benker og vern av naustet er tatt inn i planen.",
    )
    answer(
        scene,
        hearing,
        "forwarded",
        "Tak og konserter avgjøres ikke i planen. Utvalg for oppvekst og kultur tar det videre.",
        youth,
        private,
    )
    yield ago(40, "12:00")
    hearing = reporting.report(
        hearing=hearing,
        summary="Nesten alle vil ha promenaden. Lys, benker og en stupebrygge er tatt inn, og"
        " bakeriet beholder seks parkeringsplasser.",
        by=scene.people[STAFF],
    )
    story.alone(
        "ordforer",
        "politician",
        "Brygga blir promenade",
        "Promenade med lys, benker og stupebrygge, og seks parkeringsplasser ved bakeriet.",
        "Høringen gjorde planen bedre.",
        what=What.SOLUTION,
        adopts=[*lamps, bathing, elders],
    )
    reporting.lay_report_before(
        hearing=hearing,
        body=scene.organisations["kommunestyret"],
        recommendation="Vedta reguleringsplanen for Nesset brygge med endringene etter høringen.",
        promised_on=clock.day(-20),
        by=scene.people["tilrettelegger"],
    )


def valley(scene: Scene) -> Steps:
    """A hearing that is open now: said on the web, in an e-mail and on the telephone."""
    yield ago(30, "09:30")
    story = Story(
        scene,
        STAFF,
        speaking_for="plan",
        title="Områdeplan for Dalen",
        dream="Dalen skal ha hus til unge familier, og beholde kaia og jordene.",
        solution="",
        helpers="Bygdelaget, gårdbrukerne og alle som vil bo der.",
    )
    story.describe(
        STAFF,
        topics=["places", "children"],
        areas=["dalen"],
        field="political",
        societal_goal="Folk kan bli boende i Dalen hele livet.",
        displacement="no",
        displacement_says="Kommunen planlegger selv.",
    )
    story.step("defining", "tilrettelegger")
    hearing = plan(
        scene,
        story,
        "Områdeplan for Dalen, sak 2026/114",
        "Hvor kan det bygges tjue boliger uten å ta matjord? Hva skal skje med ferjekaia?",
        "Elevene på Dalen skole lager barnetråkk i to skoletimer. Ungdomsrådet får planen i eget"
        " møte.",
        "Vi ringer dem over åtti som bor alene, og leser opp spørsmålene.",
        16,
    )
    yield ago(16, "10:00")
    hearing = opening.open_hearing(hearing=hearing, by=scene.people[STAFF])
    yield ago(12, "20:40")
    say(scene, hearing, "synnove", "Bygg oppe ved skolen, så slipper barna å gå langs veien.")
    yield ago(9, "18:15")
    say(
        scene,
        hearing,
        "per",
        "Bygdelaget vil ha kaia som møteplass. Hold henne utenfor byggeområdet.",
        speaking_for="bygdelaget",
    )
    yield ago(6, "11:20")
    came_in(
        scene,
        hearing,
        "email",
        "Fylkeskommunen minner om avstanden til fylkesveien og om kulturminnene ved kaia.",
        asked="Fylkeskommunen",
    )
    yield ago(2, "13:00")
    came_in(scene, hearing, "phone", "Jeg vil ha et hus uten trapper nær butikken.", name="Odd")
