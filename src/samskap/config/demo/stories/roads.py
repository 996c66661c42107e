"""Two hearings: one that was answered and counted (rung 3), and one that came too late (rung 0).

After S4:63 and the vectors T3 and T4 of the ladder.
"""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Story, What


def cycle_path(scene: Scene) -> Generator[datetime, None, None]:
    """A hearing before anything was settled: most answers were used, and all were answered."""
    yield ago(154, "09:00")
    story = Story(
        scene,
        "saksbehandler",
        speaking_for="plan",
        title="Gang- og sykkelvei langs fjorden",
        dream="En trygg vei mellom Sentrum og Strand for dem som går, sykler og triller.",
        solution="Fire kilometer ny vei. Hvor den skal gå, vil vi høre.",
        helpers="Alle som ferdes der, grunneierne og skolene.",
    )
    story.describe(
        "saksbehandler",
        topics=["transport", "nature", "children"],
        areas=["sentrum", "strand"],
        field="political",
        societal_goal="Barn kommer seg trygt til skolen uten bil.",
        displacement="no",
        displacement_says="Kommunen bygger og vedlikeholder.",
    )
    story.step("defining", "tilrettelegger")
    counted = [
        story.idea("saksbehandler", kind, title, speaking_for="plan")
        for kind, title in (
            ("evidence", "Åtte nestenulykker på to år"),
            ("evidence", "310 sykler strekningen en vanlig vårdag"),
            ("problem_statement", "Skulderen er 30 centimeter på det smaleste"),
        )
    ]
    yield ago(147, "14:00")
    story.alone(
        "leder",
        "leader",
        "Strekningen er farlig i dag",
        "Gående og syklende deler kjørebanen med tungtrafikk mellom Sentrum og Strand.",
        "Tellingene er klare.",
        what=What.PROBLEM,
        adopts=counted,
    )
    hearing = story.ask(
        "tilrettelegger",
        "Hvor bør veien gå, og hva må den ha?",
        "Høring etter plan- og bygningsloven. Tre mulige traseer ligger på kartet på rådhuset.",
        days=42,
        is_hearing=True,
        asked_for="plan",
    )
    story.frame(
        "tilrettelegger",
        open="Hvilken av de tre traseene\nHvor folk krysser veien",
        negotiable="Rekkefølgen på byggingen",
        fixed="Veien skal være tre meter bred",
        money="18 millioner over tre år, hvis fylket er med",
        law="Plan- og bygningsloven kapittel 12",
        time="Høringen varer i seks uker",
        who_decides="Kommunestyret, etter at alle svarene er besvart",
    )
    answers = []
    for days, who, title, liked_by, speaking_for in CYCLE_ANSWERS:
        yield ago(days, "19:10")
        answers.append(
            story.idea(
                who,
                "idea",
                title,
                speaking_for=speaking_for,
                question=hearing,
                liked_by=liked_by,
            )
        )
    answers.append(
        story.on_behalf(
            "tilrettelegger",
            "evidence",
            "Isen legger seg først i svingen ved naustet",
            name="Sverre, grunneier",
            question=hearing,
        )
    )
    yield ago(112, "10:00")
    used, changed, rest = [*answers[:4], answers[8]], answers[4:6], answers[6:8]
    story.answer("saksbehandler", used, "used", "Tatt inn i planen. Takk!")
    story.answer(
        "saksbehandler", changed, "partly_used", "Vi får til det meste, men ikke hele veien."
    )
    story.answer(
        "saksbehandler",
        rest,
        "not_used",
        "Det gir for bratt stigning for rullestol. Derfor valgte vi traseen nærmest fjorden.",
    )
    drafts = [
        story.idea("saksbehandler", "draft", title, speaking_for="plan")
        for title in ("Trasékart med tre kryssinger", "Kostnader og rekkefølge")
    ]
    yield ago(96, "13:00")
    story.alone(
        "ordforer",
        "politician",
        "Traseen langs fjorden bygges",
        "Veien legges nærmest fjorden, med tre kryssinger og lys på hele strekningen.",
        "Høringen ga et bedre forslag enn vårt eget.",
        what=What.SOLUTION,
        adopts=[*used, *changed, *drafts],
    )
    yield ago(20, "12:15")
    story.idea(
        "per",
        "idea",
        "Ta vare på steingarden ved naustet",
        language="nn",
        liked_by=["synnove", "lars"],
    )


CYCLE_ANSWERS: tuple[tuple[int, str, str, list[str], str], ...] = (
    (143, "magnus", "Velg traseen langs fjorden, den er flatest", ["liv", "lars", "noor"], ""),
    (141, "ung", "Lys på hele strekningen, ikke bare i kryssene", ["thea", "magnus"], ""),
    (138, "forening", "Benker for hver 400 meter", ["aslaug", "harald"], "grendelaget"),
    (135, "fatima", "Rekkverk der det er bratt ned til sjøen", ["anette", "yusuf"], ""),
    (131, "entreprenor", "Pumpe og verktøy midtveis", ["ung"], "verkstedet"),
    (128, "thea", "Undergang ved skolen", ["ung", "innbygger"], ""),
    (124, "trygve", "Legg veien oppe ved den gamle bygdeveien", [], ""),
    (120, "anette", "Bygg bare halve nå, og se om den blir brukt", [], ""),
)


def parking(scene: Scene) -> Generator[datetime, None, None]:
    """A hearing after the solution was settled. It is shown as it was."""
    yield ago(132, "08:40")
    story = Story(
        scene,
        "saksbehandler",
        speaking_for="plan",
        title="Ny parkeringsordning i Sentrum",
        dream="Det skal være lett å finne en plass, og lett å gå i Storgata.",
        solution="Avgift etter den første timen.",
        helpers="Butikkene og beboerne i Sentrum.",
    )
    story.describe(
        "saksbehandler",
        topics=["transport", "places"],
        areas=["sentrum"],
        field="political",
        societal_goal="Et sentrum med plass til både folk og biler.",
        displacement="no",
        displacement_says="Kommunen driver ordningen selv.",
    )
    story.step("defining", "tilrettelegger")
    full = story.idea(
        "saksbehandler", "evidence", "Ni av ti plasser er fulle midt på dagen", speaking_for="plan"
    )
    staying = story.idea(
        "saksbehandler",
        "problem_statement",
        "Ansatte parkerer i Storgata hele dagen",
        speaking_for="plan",
    )
    yield ago(125, "13:00")
    story.alone(
        "leder",
        "leader",
        "For få ledige plasser",
        "Plassene i Sentrum er opptatt av biler som står hele dagen.",
        "Tellingen viser det.",
        what=What.PROBLEM,
        adopts=[full, staying],
    )
    drafts = [
        story.idea("saksbehandler", "draft", title, speaking_for="plan")
        for title in ("Takster", "Soner", "Skilt og betaling")
    ]
    yield ago(118, "13:00")
    story.alone(
        "leder",
        "leader",
        "Avgift etter én time",
        "Første time er gratis. Deretter koster det 20 kroner i timen, klokka 8 til 17.",
        "Ordningen må være på plass før gjestene kommer.",
        what=What.SOLUTION,
        adopts=drafts,
        rest="Dekket av den nye ordningen.",
    )
    yield ago(104, "12:00")
    hearing = story.ask(
        "tilrettelegger",
        "Hva mener du om den nye parkeringsordningen?",
        "Ordningen er vedtatt. Vi vil likevel gjerne høre hva du mener.",
        days=40,
        is_hearing=True,
        phase="design",
    )
    given = []
    for days, who, title, speaking_for in (
        (102, "bedrift", "Kundene mine bruker mer enn en time", "bakeriet"),
        (100, "fatima", "Hva med oss som bor her?", ""),
        (97, "yusuf", "Drosjene trenger en egen plass", ""),
        (95, "anette", "Bra! Endelig blir det plass", ""),
        (90, "entreprenor", "Gi halv pris til delte biler", "verkstedet"),
        (84, "aslaug", "Jeg kan ikke betale med telefon", ""),
    ):
        yield ago(days, "17:30")
        given.append(story.idea(who, "idea", title, speaking_for=speaking_for, question=hearing))
    yield ago(40, "09:00")
    story.answer(
        "saksbehandler",
        given[5:],
        "used",
        "Du har rett. Fra neste uke kan du betale med mynter ved rådhuset.",
    )
    yield ago(36, "20:20")
    story.contest(
        "fatima",
        "Vi ble spurt etter at alt var bestemt. Det bør stå tydelig.",
        answered_by="tilrettelegger",
        reply="Det gjør det nå: saken står på trinn 0, og grunnen er at høringen kom for sent.",
    )
