"""Young people: a table for those on the way out, a place to be, and a ramp nobody wanted."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago, day
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Rule, Story, What
from samskap.initiatives.actions.states import scrap


def table(scene: Scene) -> Generator[datetime, None, None]:
    """A table of many parties around young people at risk (S4:29). No names, no cases."""
    yield ago(74, "15:00")
    story = Story(
        scene,
        "entreprenor",
        speaking_for="verkstedet",
        title="Ett bord rundt ungdom som er på vei ut",
        dream="At en ungdom som er på vei ut, møter ett bord og ikke sju dører.",
        solution="Alle som kjenner ungdommene, sitter ved samme bord. Også de unge.",
        helpers="Politikontakten, menigheten, Nabohjelpa, skolen og ungdommene selv.",
    )
    story.describe(
        "entreprenor",
        topics=["children", "belonging", "work"],
        areas=["sentrum", "dalen"],
        field="community",
        societal_goal="Ingen unge i Fjordvik står utenfor.",
        displacement="no",
        displacement_says="Ingen slutter med det de gjør i dag.",
    )
    story.lead("kasper")
    story.step("defining", "kasper", "Vi inviterer alle som kjenner problemet.")
    story.received("kasper", reason="Bordet er dekket. Første møte er om to uker.")
    yield ago(68, "18:30")
    for who, speaking_for, role in (
        ("entreprenor", "verkstedet", "Arbeid og verksted"),
        ("betjent", "politiet", "Kjenner ettermiddagene i Sentrum"),
        ("diakon", "menigheten", "Åpent kjøkken hver onsdag"),
        ("jonas", "nabohjelpa", "Voksne som har tid"),
        ("leder", "kommunen", "Skole, barnevern og penger"),
    ):
        story.partner(
            who,
            speaking_for,
            role=role,
            asked_by="" if who == "entreprenor" else "entreprenor",
        )
    story.partner("ung", role="Vet hvordan det er", let_in_by="kasper")
    frame = story.frame(
        "kasper",
        open="Hva vi gjør sammen\nHvem som gjør det først",
        negotiable="Hvor mye tid hver av oss kan gi",
        fixed="Vi snakker aldri om enkeltpersoner her. Taushetsplikten gjelder for alle.",
        money="200 000 kroner fra fylket i år",
        law="Forvaltningsloven om taushetsplikt, barnevernsloven",
        time="Vi prøver i ett år",
        who_decides="Bordet, ved konsensus. Hver tjeneste bestemmer over sine egne saker.",
    )
    story.confirm(frame, "entreprenor", "betjent", "jonas", "ung")
    told = [
        story.idea(
            "ung",
            "story",
            "Det er stengt overalt etter klokka ni",
            "Da går vi dit de eldre gutta er.",
            liked_by=["thea", "noor"],
        ),
        story.idea(
            "jonas",
            "problem_statement",
            "Ingen voksen har tid til å vente",
            speaking_for="nabohjelpa",
            liked_by=["diakon"],
        ),
        story.idea(
            "betjent",
            "evidence",
            "De fleste hendelsene skjer mellom 21 og 24",
            speaking_for="politiet",
        ),
        story.idea(
            "leder", "problem_statement", "Sju tjenester har hver sin plan", speaking_for="kommunen"
        ),
        story.idea(
            "diakon",
            "story",
            "De kommer for maten og blir for praten",
            speaking_for="menigheten",
            liked_by=["jonas"],
        ),
    ]
    yield ago(58, "17:00")
    story.agree(
        "kasper",
        purpose="En ungdom møter ett bord.",
        duties="Vi møtes annenhver uke. Vi sier ja til noe lite hver gang, og gjør det.",
        rule=Rule.CONSENSUS,
    )
    problem = story.propose(
        "kasper",
        "Hva er problemet, sett fra bordet?",
        "Kveldene er tomme, de voksne er spredt, og ingen venter lenge nok.",
        what=What.PROBLEM,
        adopts=told,
    )
    yield ago(55, "20:00")
    story.voices(problem)
    yield ago(51, "10:00")
    story.close(problem, "kasper", "Alle seks var enige. De unge skrev den første linja.")
    question = story.ask(
        "kasper",
        "Hva bør vi prøve den første måneden?",
        "Noe lite, som ikke trenger et vedtak.",
        days=70,
    )
    yield ago(31, "19:00")
    story.idea(
        "entreprenor",
        "idea",
        "Kveldsskift på verkstedet, med lønn",
        speaking_for="verkstedet",
        liked_by=["ung", "thea", "jonas"],
    )
    yield ago(30, "21:20")
    night = story.idea(
        "ung",
        "idea",
        "Gymsalen åpen til klokka 23 på fredager",
        question=question,
        liked_by=["thea", "noor", "magnus"],
    )
    yield ago(28, "10:00")
    story.idea("leder", "draft", "Én kontaktperson på tvers av tjenestene", speaking_for="kommunen")
    story.idea(
        "betjent",
        "idea",
        "Politiet spiller innebandy med i gymsalen",
        speaking_for="politiet",
        liked_by=["ung"],
    )
    yield ago(24, "09:20")
    story.answer(
        "kasper", [night], "partly_used", "Til klokka 22.30, annenhver fredag. Vaktmesteren er med."
    )
    story.lay_before(
        "kasper",
        "kommunestyret",
        "Gymsalen om kvelden",
        [
            "Gymsalen er åpen til klokka 23 hver fredag.",
            "Vaktmesteren får betalt for kveldene.",
        ],
        days=20,
    )
    story.ask_to_be_partner(
        "kasper",
        "hogskolen",
        "Følger oss og spør hva som virker",
        "Vil dere følge bordet det første året?",
    )
    yield ago(5, "22:00")
    story.idea(
        "noor",
        "problem_statement",
        "Jentene er ikke med ved bordet",
        "Det er bare gutter dere snakker om.",
        liked_by=["thea", "fatima"],
    )


def somewhere_to_be(scene: Scene) -> Generator[datetime, None, None]:
    """A brand-new dream, raised by somebody aged 15."""
    yield ago(1, "21:45")
    story = Story(
        scene,
        "ung",
        title="Et sted å være om kvelden",
        dream="Et sted for oss mellom 13 og 18, der det er lov å bare sitte. Ikke et kurs, ikke et"
        " tilbud. Bare et sted med sofaer og noen som bryr seg litt.",
        helpers="Noen voksne som ikke maser.",
    )
    story.describe("ung", topics=["children"], areas=["sentrum"])


def ramp(scene: Scene) -> Generator[datetime, None, None]:
    """A skate hall drawn by an architect and turned down by the skaters (domain.md P-1)."""
    yield ago(236, "10:00")
    story = Story(
        scene,
        "leder",
        speaking_for="leader",
        title="Skatehall tegnet av arkitekt",
        dream="Et signalbygg for ungdom ved fjorden.",
        solution="En ferdig tegnet hall med ramper i betong.",
        helpers="Arkitekten.",
    )
    story.describe(
        "leder",
        topics=["children", "culture"],
        areas=["sentrum"],
        societal_goal="Unge har et sted å være aktive.",
    )
    story.lead("tilrettelegger")
    story.step("defining", "tilrettelegger")
    yield ago(228, "18:00")
    story.idea(
        "thea",
        "problem_statement",
        "Ingen av oss skater på denne måten",
        "Rampene er tegnet av en som ikke står på brett.",
        liked_by=["ung", "noor", "magnus"],
    )
    story.idea("ung", "idea", "La oss bygge tre prøver i tre og velge", liked_by=["thea", "magnus"])
    yield ago(214, "12:00")
    story.answer_rest("tilrettelegger", "used", "Vi stopper og begynner på nytt, sammen med dere.")
    yield ago(200, "14:30")
    scrap(
        initiative=story.initiative,
        by=scene.people["tilrettelegger"],
        reason="De som skulle bruke hallen, ville ikke ha den. Det skulle vi ha spurt om først.",
        learnt="Tegn ikke ferdig før de som skal bruke det, har sagt hva det er. Tre prøver i tre"
        " kostet mindre enn den første skissen, og de unge valgte selv.",
        owner="Kommunalsjefen",
        stops_on=day(200),
    )
