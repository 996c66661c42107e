"""Stories from the villages: a bus in the evening, a shed of tools, and books by the ferry."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Story
from samskap.initiatives.actions.merging import merge
from samskap.initiatives.actions.states import pause
from samskap.initiatives.models import Initiative


def evening_bus(scene: Scene) -> Generator[datetime, None, None]:
    """A bus to Dalen, still being defined, in nynorsk; ideas with every fate (S4:43)."""
    yield ago(66, "21:00")
    story = Story(
        scene,
        "synnove",
        title="Buss til Dalen om kvelden",
        dream="At ungdomane kan vere med på trening, og at vi kan gå på kino, utan at nokon må"
        " køyre.",
        solution="Ein liten buss som køyrer når nokon har bestilt han.",
        helpers="Bygdelaget, busselskapet, skulen og dei som pendlar.",
        language="nn",
    )
    story.describe(
        "synnove",
        topics=["transport", "children"],
        areas=["dalen", "sentrum"],
        societal_goal="Det skal gå an å bu i Dalen utan to bilar.",
    )
    yield ago(60, "10:00")
    story.lead("kasper")
    story.step("defining", "kasper", "Vi spør alle som reiser, og alle som ikkje får reist.")
    story.received("kasper", "partly_used", "Vi tek opp kveldane først. Helgane kjem etterpå.")
    question = story.ask(
        "kasper",
        "Kvar skulle du ha reist, om det gjekk ein buss?",
        "Skriv kvar, kva dag og kva tid. Det held med éi linje.",
        days=90,
    )
    yield ago(55, "17:00")
    story.partner("synnove", role="Tok initiativet")
    story.partner(
        "per",
        "bygdelaget",
        asked_by="synnove",
        role="Talar for bygda",
        resources="Samfunnshuset til møte",
    )
    story.ask_to_be_partner("kasper", "plan", "Kjenner rutene og løyva")
    given = {}
    for days, key, who, kind, title, text, liked_by, speaking_for in BUS_IDEAS:
        yield ago(days, "18:20")
        given[key] = story.idea(
            who,
            kind,
            title,
            text,
            liked_by=liked_by,
            speaking_for=speaking_for,
            question=question if days % 2 else None,
        )
    by_phone = story.on_behalf(
        "kasper",
        "story",
        "Eg har ikkje vore på kyrkjekonsert sidan mannen min døydde",
        "Ho ringde ein tysdag.",
        name="Olaug i Dalen",
        channel="phone",
        reach="00 00 00 02",
    )
    on_paper = story.on_behalf(
        "kasper",
        "idea",
        "Stopp ved eldresenteret òg",
        name="Lapp frå samfunnshuset",
    )
    yield ago(32, "23:40")
    angry = story.idea("magnus", "problem_statement", "Busselskapet bryr seg ikkje")
    yield ago(31, "08:10")
    story.take_back("magnus", angry)
    yield ago(30, "13:30")
    story.answer("kasper", [given["training"]], "used", "Tysdag og torsdag er med i prøveruta.")
    story.answer(
        "kasper",
        [given["app"]],
        "partly_used",
        "Du kan bestille på nett, men òg ringe. Ikkje alle har telefon som kan det.",
    )
    story.answer(
        "kasper",
        [given["train"]],
        "not_used",
        "Jernbane er staten sitt ansvar, og det ligg ikkje inne i nokon plan. Bussen kan"
        " vi få til sjølve.",
    )
    story.answer(
        "kasper",
        [given["taxi"]],
        "forwarded",
        "Drosjeløyve er fylket si sak. Vi har sendt forslaget dit.",
    )
    story.answer("kasper", [by_phone, given["work"]], "read")
    yield ago(7, "19:50")
    story.idea(
        "thea", "idea", "Siste buss heim klokka 23 på fredagar", liked_by=["ung", "synnove", "per"]
    )
    del on_paper


BUS_IDEAS: tuple[tuple[int, str, str, str, str, str, list[str], str], ...] = (
    (
        53,
        "training",
        "thea",
        "problem_statement",
        "Eg må slutte på handball",
        "Pappa jobbar kveld, og bussen sluttar klokka fem.",
        ["ung", "synnove", "per"],
        "",
    ),
    (49, "app", "magnus", "idea", "Bestill bussen på telefonen", "", ["thea", "noor"], ""),
    (
        47,
        "work",
        "yusuf",
        "evidence",
        "Fjorten på sjukeheimen bur i Dalen",
        "Kveldsvakta sluttar klokka 22. Alle køyrer kvar sin bil.",
        ["tuva"],
        "",
    ),
    (45, "train", "trygve", "idea", "Bygg ut jernbanen", "", [], ""),
    (41, "taxi", "per", "idea", "Gi løyve til bygdedrosje", "", ["synnove"], "bygdelaget"),
    (
        37,
        "school",
        "synnove",
        "idea",
        "Bruk skulebussen om kvelden",
        "Han står på tunet til klokka sju neste morgon.",
        ["per", "thea", "liv"],
        "",
    ),
    (
        33,
        "church",
        "diakon",
        "idea",
        "Minibussen vår står stille fire kveldar i veka",
        "",
        ["synnove", "aslaug"],
        "menigheten",
    ),
)


def tool_shed(scene: Scene) -> Generator[datetime, None, None]:
    """A shared shed of tools, paused for a reason that everybody can read."""
    yield ago(121, "18:00")
    story = Story(
        scene,
        "per",
        speaking_for="bygdelaget",
        title="Felles verktøybod i Dalen",
        dream="Ikkje alle treng kvar sin vedklyvar.",
        solution="Ei bod ved samfunnshuset, med lånekort.",
        helpers="Alle som har noko ståande.",
        language="nn",
    )
    story.describe(
        "per", topics=["belonging", "nature"], areas=["dalen"], societal_goal="Vi deler det vi har."
    )
    story.step("defining", "kasper")
    story.received("kasper", reason="Fin tanke. Vi ser etter tomt saman.")
    yield ago(110, "20:00")
    story.idea(
        "synnove", "idea", "Start med det som ryk oftast: tilhengaren", liked_by=["per", "magnus"]
    )
    story.idea("lars", "story", "Vi hadde ei slik bod på Strand på 70-talet")
    yield ago(92, "19:00")
    story.answer_rest("kasper", "used", "Med på lista til våren.")
    pause(
        initiative=story.initiative,
        by=scene.people["per"],
        reason="Taket på samfunnshuset må takast først. Vi tek opp att boda når snøen er borte.",
    )


def books_by_the_ferry(scene: Scene) -> Generator[datetime, None, None]:
    """A shelf of books by the ferry, which went on as a part of the library."""
    yield ago(244, "16:00")
    story = Story(
        scene,
        "liv",
        title="Bytteboks for bøker på ferjekaia",
        dream="Noe å lese mens vi venter.",
        solution="En hylle med dør mot været.",
        helpers="Biblioteket og ferjefolkene.",
    )
    story.describe("liv", topics=["culture"], areas=["strand"])
    story.idea("lars", "idea", "Bruk den gamle telefonboksen", liked_by=["innbygger", "magnus"])
    yield ago(234, "11:00")
    story.answer_rest("tilrettelegger", "used", "Telefonboksen står på ferjekaia nå.")
    story.received("tilrettelegger", reason="Hylla blir med i arbeidet på biblioteket.")
    yield ago(233, "11:00")
    library = Initiative.objects.of(scene.municipality).get(title__startswith="Biblioteket på")
    merge(
        initiative=story.initiative,
        into=library,
        by=scene.people["tilrettelegger"],
        reason="De samme folkene, de samme bøkene. Vi gjør det som én sak.",
    )
