"""Stories from the town: empty shops, work and language, families, seniors and groceries."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Rule, Story, What
from samskap.initiatives.actions.states import close


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


def family_workshop(scene: Scene) -> Generator[datetime, None, None]:
    """A workshop for families with children (S2:61), over and done with."""
    yield ago(262, "10:00")
    story = Story(
        scene,
        "anette",
        title="Familieverksted om lekeplassene",
        dream="Å bli spurt på et tidspunkt da ungene ikke skal legge seg.",
        solution="Et verksted på lørdag, med mat og barnepass.",
        helpers="Helsestasjonen, barnehagene og biblioteket.",
    )
    story.describe(
        "anette",
        topics=["children", "democracy"],
        areas=["sentrum", "nesset"],
        societal_goal="Småbarnsfamilier former stedet de bor på.",
    )
    story.lead("tilrettelegger")
    story.step("defining", "tilrettelegger")
    story.received("tilrettelegger", reason="Lørdag klokka 11, med pannekaker.")
    told = [
        story.idea(
            "fatima",
            "problem_statement",
            "Husken er tatt ned og aldri satt opp igjen",
            liked_by=["anette", "yusuf"],
        ),
        story.idea(
            "anette",
            "story",
            "Vi sykler til nabokommunen for å leke",
            liked_by=["fatima", "camilla"],
        ),
        story.idea(
            "ansatt",
            "evidence",
            "63 familier kom, 40 av dem for første gang",
            speaking_for="biblioteket",
        ),
    ]
    yield ago(250, "11:00")
    story.partner("anette", role="Vertskap")
    story.partner("ansatt", "biblioteket", asked_by="anette", role="Rom og barnepass")
    story.agree(
        "tilrettelegger",
        purpose="Ett verksted som fører til noe.",
        duties="Alle forslag får svar.",
        rule=Rule.CONSENSUS,
        review_in=90,
    )
    problem = story.propose(
        "anette",
        "Hva mangler?",
        "Steder der små og store barn kan leke samtidig.",
        what=What.PROBLEM,
        adopts=told,
    )
    story.voices(problem)
    story.close(problem, "anette", "63 familier satte klistremerker på kartet.")
    wish = story.idea(
        "fatima",
        "idea",
        "Én stor lekeplass i stedet for fem små",
        liked_by=["anette", "yusuf", "noor"],
    )
    plan = story.idea(
        "ansatt",
        "draft",
        "Byttebod for leker på biblioteket",
        speaking_for="biblioteket",
        liked_by=["anette"],
    )
    yield ago(238, "12:00")
    solution = story.propose(
        "anette",
        "To ting vi gjør nå",
        "Lekeplassen på Torget utvides. Biblioteket får en byttebod.",
        what=What.SOLUTION,
        adopts=[wish, plan],
    )
    story.voices(solution)
    story.close(solution, "anette", "Det vi fikk til med de pengene som var.")
    yield ago(215, "15:00")
    story.work("anette", 20, "Dugnad på Torget")
    story.work("ansatt", 16, "Byttebod", speaking_for="biblioteket")
    yield ago(150, "12:00")
    close(
        initiative=story.initiative,
        by=scene.people["anette"],
        reason="Lekeplassen står, og bytteboden går av seg selv. Takk for oss!",
    )


def groceries(scene: Scene) -> Generator[datetime, None, None]:
    """This week’s groceries for a neighbour of 90 (S4:33), by telephone."""
    yield ago(47, "10:10")
    story = Story(
        scene,
        "jonas",
        speaking_for="nabohjelpa",
        title="Ukas handel for naboen",
        dream="At den som ikke kommer seg ut, får varene sine, og en prat i døra.",
        solution="En liste over naboer som likevel skal på butikken.",
        helpers="Butikken, hjemmetjenesten og alle med bagasjerom.",
    )
    story.describe(
        "jonas",
        topics=["older", "belonging"],
        areas=["sentrum", "strand"],
        field="service",
        societal_goal="Du kan bo hjemme når beina svikter.",
    )
    story.step("defining", "tilrettelegger")
    story.received("tilrettelegger", reason="Lista ligger på servicetorget fra i morgen.")
    yield ago(40, "11:30")
    story.on_behalf(
        "tilrettelegger",
        "story",
        "Jeg er 90, og posene er blitt så tunge",
        "Hun ringte servicetorget. Vi skrev det ned med hennes ord.",
        name="Gudrun, 90 år",
        channel="phone",
        reach="00 00 00 03",
        actor_kind="service_user",
    )
    story.idea("lars", "idea", "Jeg kjører forbi hver torsdag uansett", liked_by=["liv", "jonas"])
    yield ago(19, "09:00")
    story.idea(
        "tuva",
        "evidence",
        "27 har bedt oss om hjelp til handel denne måneden",
        speaking_for="omsorg",
    )


def benches(scene: Scene) -> Generator[datetime, None, None]:
    """Senior tracks (S2:61): walking about with those who know where it is good to sit."""
    yield ago(29, "13:00")
    story = Story(
        scene,
        "trygve",
        title="Seniortråkk: hvor er det godt å gå?",
        dream="En vei med benker der det er utsikt, og ikke der det er enkelt å måke.",
        solution="Vi går sammen og setter nåler i kartet.",
        helpers="Alle over 65, og noen på 10 som kan løpe i forveien.",
    )
    story.describe("trygve", topics=["older", "places", "nature"], areas=["nesset"])
    yield ago(26, "09:40")
    story.step("defining", "tilrettelegger")
    story.received("tilrettelegger", reason="Vi går den første turen sammen neste tirsdag.")
    story.ask(
        "tilrettelegger",
        "Hvor er det godt å sitte?",
        "Skriv stedet, så tegner vi det inn.",
        days=60,
    )
    yield ago(13, "15:00")
    story.idea(
        "harald",
        "idea",
        "Ved postkassene, der du ser ferja",
        liked_by=["aslaug", "trygve", "camilla"],
    )
    yield ago(11, "15:00")
    story.on_behalf(
        "tilrettelegger",
        "problem_statement",
        "Isen ligger lenge under grantrærne",
        name="Sagt på turen",
        channel="meeting",
    )


def wheelchair_map(scene: Scene) -> Generator[datetime, None, None]:
    """A map for wheels, a few days old."""
    yield ago(6, "17:20")
    story = Story(
        scene,
        "camilla",
        title="Turkart for hjul",
        dream="Et kart som viser hvor rullestol, rullator og barnevogn kommer fram.",
        solution="Vi prøver selv, og tegner.",
        helpers="Turlaget, skolen og alle med hjul.",
    )
    story.describe("camilla", topics=["nature", "health"], areas=["nesset", "sentrum"])
    yield ago(4, "20:00")
    story.idea("noor", "idea", "Ta bilde av hver dørterskel", liked_by=["camilla", "harald"])
    story.like(story.idea("anette", "story", "Vi bar vogna i 200 meter"), "fatima", "camilla")
