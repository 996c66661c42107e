"""The library at Strand: from a threatened branch to one that residents and staff run together.

After S4:47–51: a library that was to close, a rota of volunteers beside the staff, longer opening
hours than before, and culture evenings. Rung 4.
"""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Rule, Story, What


def tell(scene: Scene) -> Generator[datetime, None, None]:
    """Tell it from the first dream to the everyday."""
    yield ago(286, "20:40")
    story = Story(
        scene,
        "innbygger",
        title="Biblioteket på Strand skal leve",
        dream="Jeg drømmer om et bibliotek på Strand der lyset er på når vi kommer hjem fra jobb."
        " Der ungene leser høyt for hverandre, og der noen spør hvordan du har det.\n\n"
        "Nå sier budsjettet at filialen skal stenge.",
        solution="Kan vi som bor her holde åpent sammen med de ansatte?",
        helpers="Grendelaget, pensjonistene, lærerne på Strand skole og de som jobber på"
        " biblioteket.",
    )
    story.describe(
        "innbygger",
        topics=["culture", "places", "belonging"],
        areas=["strand"],
        societal_goal="Alle på Strand har et gratis sted å møtes, lese og lære.",
        what_is_new="Naboer og ansatte holder åpent sammen. Før var det bare ansatte.",
        displacement="no",
        displacement_says="Stillingen på Strand blir stående. Det er skrevet inn i avtalen.",
    )
    yield ago(282, "09:15")
    story.lead("tilrettelegger")
    story.step("defining", "tilrettelegger", "Mange har sagt fra. Nå finner vi ut hva det gjelder.")
    story.received("tilrettelegger", reason="Saken er tatt opp. Vi begynner med å lytte.")
    frame = story.frame(
        "tilrettelegger",
        open="Hva biblioteket skal være\nNår det skal være åpent\nHvem som holder åpent",
        negotiable="Hvilke dager de ansatte er på Strand\nHva vi bruker rommene til",
        fixed="Filialen får ikke flere stillinger enn i dag",
        money="640 000 kroner i året, som i dag. Ingen nye penger i år.",
        law="Folkebibliotekloven: faglært biblioteksjef, gratis lån.",
        time="Forslaget må ligge hos kommunestyret før budsjettet vedtas.",
        who_decides="Vi blir enige om forslaget. Kommunestyret vedtar det.",
    )
    yield ago(279, "18:05")
    first = story.idea(
        "liv",
        "story",
        "Jeg lærte norsk i det biblioteket",
        "Da jeg kom hit i 1989, satt jeg der hver tirsdag. Noen hjalp meg alltid med ordene.",
        liked_by=["lars", "magnus", "fatima", "innbygger"],
    )
    second = story.idea(
        "magnus",
        "problem_statement",
        "Det stenger klokka 15, og vi er hjemme klokka 16",
        "Vi som jobber i Sentrum, har ikke vært innom på to år. Det er ikke fordi vi ikke vil.",
        liked_by=["innbygger", "liv", "thea", "noor", "lars"],
    )
    yield ago(276, "11:20")
    numbers = story.idea(
        "ansatt",
        "evidence",
        "Åtte av ti utlån skjer etter klokka 14",
        "Vi talte i fire uker. Formiddagene er stille: i snitt to besøk i timen.",
        speaking_for="biblioteket",
        liked_by=["innbygger", "magnus"],
    )
    paper = story.on_behalf(
        "tilrettelegger",
        "problem_statement",
        "Bussen går før biblioteket åpner",
        "Skrevet på en lapp i postkassa på Joker-butikken.",
        name="Borghild, 88 år",
    )
    yield ago(274, "19:30")
    story.partner(
        "innbygger",
        role="Tok initiativet",
        duties="Holder i vaktlista",
        resources="To kvelder i måneden",
    )
    village = story.partner(
        "forening",
        "grendelaget",
        asked_by="innbygger",
        role="Samler de frivillige",
        duties="Lærer opp nye og sørger for at alle vakter er dekket",
        resources="140 medlemmer og grendehuset",
    )
    library = story.partner(
        "ansatt",
        "biblioteket",
        asked_by="innbygger",
        role="Faglig ansvar",
        duties="Kjøper inn, veileder og er på Strand to dager i uka",
        resources="En stilling, bøkene og lånesystemet",
    )
    pensioners = story.partner(
        "aslaug",
        "pensjonistene",
        let_in_by="tilrettelegger",
        role="Lesevenner",
        resources="Tolv stykker som liker å lese høyt",
    )
    story.confirm(frame, "innbygger", "forening", "ansatt", "aslaug")
    yield ago(271, "17:00")
    story.agree(
        "tilrettelegger",
        purpose="Et bibliotek på Strand som er åpent når folk har fri.",
        duties="Vi møter når vi har sagt at vi kommer. Vi sier fra tidlig når noe skjærer seg."
        " Ingen frivillig erstatter en ansatt.",
        rule=Rule.CONSENSUS,
        resources="Rom, bøker og lånesystem fra kommunen. Tid og folk fra bygda.",
        review_in=420,
    )
    problem = story.propose(
        "tilrettelegger",
        "Hva er egentlig problemet?",
        "Biblioteket er åpent når folk er på jobb, og stengt når de har fri. Derfor ser det ut som"
        " om ingen vil ha det.",
        what=What.PROBLEM,
        adopts=[first, second, numbers, paper],
        days=6,
    )
    yield ago(268, "20:10")
    story.voices(problem)
    yield ago(265, "09:40")
    story.close(problem, "tilrettelegger", "Alle fire partene kjenner seg igjen i ordene.")
    yield ago(262, "12:00")
    question = story.ask(
        "tilrettelegger",
        "Hvordan kan vi holde åpent om ettermiddagen og i helga?",
        "Vi har én stilling og 640 000 kroner. Alt annet kan vi tenke nytt om.",
        days=35,
    )
    rota = story.idea(
        "forening",
        "idea",
        "Vaktliste: to naboer på hver vakt",
        "Elleve vakter i uka på tre timer. Alltid to sammen, så ingen står alene.",
        speaking_for="grendelaget",
        liked_by=["innbygger", "liv", "lars", "magnus", "aslaug", "noor"],
    )
    yield ago(258, "21:05")
    key = story.idea(
        "magnus",
        "idea",
        "Åpne med lånekortet når ingen er på vakt",
        "Meråpent, som de har det andre steder. Døra åpner når du viser kortet.",
        liked_by=["thea", "ung", "noor", "innbygger"],
    )
    evening = story.idea(
        "thea",
        "idea",
        "Spillkveld for oss under 20 hver fredag",
        "Brettspill og konsoll. Vi rydder selv.",
        question=question,
        liked_by=["ung", "noor", "magnus"],
    )
    yield ago(252, "10:30")
    phone = story.on_behalf(
        "tilrettelegger",
        "idea",
        "Bøker hjem i vesken til hjemmesykepleien",
        "Hun ringte fordi hun ikke kommer seg ut om vinteren.",
        name="Astrid på Strand",
        channel="phone",
        question=question,
    )
    culture = story.idea(
        "liv",
        "idea",
        "Kulturkveld den første torsdagen i måneden",
        "En forteller, en som spiller, og vafler.",
        liked_by=["lars", "aslaug", "forening", "innbygger"],
    )
    cafe = story.idea(
        "bedrift",
        "idea",
        "Bakeriet leverer dagsferske boller til kulturkveldene",
        "Vi tar det på vei hjem. Det koster dere ingenting.",
        speaking_for="bakeriet",
        liked_by=["liv", "thea"],
    )
    drone = story.idea(
        "ung",
        "idea",
        "Send bøkene med drone",
        "Det går an på andre sida av fjorden.",
        question=question,
        liked_by=["thea"],
    )
    close_it = story.idea(
        "anette",
        "idea",
        "Legg ned og kjør bokbuss i stedet",
        "En buss når flere bygder enn ett hus gjør.",
        liked_by=["trygve"],
    )
    yield ago(246, "13:15")
    staff = story.idea(
        "ansatt",
        "draft",
        "Slik kan dagene deles mellom ansatte og frivillige",
        "Tirsdag og torsdag: ansatt til 18. Ellers: to frivillige, og ansatt på telefon.",
        speaking_for="biblioteket",
        liked_by=["innbygger", "forening"],
    )
    training = story.idea(
        "ansatt",
        "idea",
        "Opplæring: to kvelder og en vakt ved siden av en ansatt",
        speaking_for="biblioteket",
    )
    yield ago(240, "09:00")
    story.answer(
        "tilrettelegger",
        [drone],
        "not_used",
        "Drone trenger tillatelse og koster mer enn hele driften. Men tanken om bøker hjem tar vi"
        " med oss.",
    )
    story.answer(
        "tilrettelegger",
        [close_it],
        "forwarded",
        "Bokbuss gjelder hele kommunen. Forslaget er sendt til arbeidet med ny kulturplan.",
    )
    story.step("solution_proposed", "tilrettelegger")
    yield ago(236, "18:30")
    frame = story.frame(
        "tilrettelegger",
        "Vi fikk beskjed om at dørlås med lånekort kan betales av vedlikeholdspengene.",
        money="640 000 kroner i året, som i dag. I tillegg 85 000 kroner én gang til dørlås.",
    )
    story.confirm(frame, "innbygger", "forening", "ansatt")
    story.step("deciding", "tilrettelegger")
    solution = story.propose(
        "tilrettelegger",
        "Slik holder vi åpent sammen",
        "Biblioteket er åpent 40 timer i uka. Ansatte er der tirsdag og torsdag. Resten av tida"
        " holder to frivillige åpent, med vaktliste og opplæring. Første torsdag i måneden er det"
        " kulturkveld, hver fredag er det spillkveld.",
        what=What.SOLUTION,
        adopts=[rota, key, evening, phone, culture, cafe, staff, training],
        days=8,
    )
    yield ago(231, "20:00")
    story.voices(solution)
    yield ago(228, "10:00")
    story.close(
        solution,
        "tilrettelegger",
        "Alle ble enige. Vaktlista bærer forslaget, og de unge fikk fredagene sine.",
        rest="Ikke med denne gangen. Vi ser på det igjen når vi har prøvd i et halvt år.",
    )
    formal = story.lay_before(
        "tilrettelegger",
        "kommunestyret",
        "Biblioteket på Strand: ti råd fra partene",
        RECOMMENDATIONS,
        days=60,
    )
    scrap = story.stop(
        "ansatt",
        "Skranken er betjent på formiddagen, mandag til fredag",
        "Biblioteksjefen",
        days=50,
    )
    yield ago(190, "19:20")
    for number in range(1, 11):
        reply, reasons = REPLIES.get(
            number, ("adopted", "Kommunestyret er enig, og takker for arbeidet.")
        )
        story.reply(formal, "ordforer", number, reply, reasons)
    yield ago(184, "12:00")
    lock = story.promise(library, "Sette inn dørlås med lånekort", days=30, accepted_by="forening")
    courses = story.promise(
        village, "Lære opp 24 frivillige", days=25, accepted_by="tilrettelegger"
    )
    shelf = story.promise(
        pensioners, "Bygge hylle for bøker som skal hjem til folk", days=40, accepted_by="forening"
    )
    bus = story.promise(
        pensioners, "Følge dem som trenger det til bussen", days=60, accepted_by="innbygger"
    )
    story.resource(
        "ansatt", "competence", 4, "Opplæring i lånesystemet", speaking_for="biblioteket"
    )
    yield ago(162, "16:40")
    story.keep(courses, "26 stykker fullførte. Den yngste er 16, den eldste 79.", hours=48)
    story.work("ansatt", 36, "Opplæring og ny hylleplan", speaking_for="biblioteket")
    story.work("innbygger", 22, "Satte opp vaktlista")
    story.work("magnus", 12, "Malte barnehjørnet", is_independent=True)
    story.resource("bedrift", "money", 15_000, "Møbler til lesekroken", speaking_for="bakeriet")
    yield ago(146, "14:00")
    story.keep(shelf, "Laget av plankene fra den gamle skranken.", hours=14)
    story.keep(lock, "Låsen kom to uker for sent. Nå virker den.", hours=9)
    story.release(
        bus, "aslaug", "Kommunen flyttet bussen, så følget trengs ikke lenger. Det var det beste."
    )
    place = story.propose(
        "innbygger",
        "Hvor lenge prøver vi før vi gjør opp status?",
        "Vi åpner med én gang, og gjør opp status etter seks måneder.",
        days=5,
    )
    story.voices(place)
    story.close(place, "innbygger", "Seks måneder er langt nok til å se om vaktlista holder.")
    yield ago(140, "10:00")
    story.step("driving", "tilrettelegger", "Dørene er åpne. 40 timer i uka, mot 22 før.")
    story.stopped(scrap, "ansatt", "Nesten ingen merket det. De som gjorde det, fikk bøkene hjem.")
    yield ago(101, "21:10")
    story.work("forening", 120, "Vakter, med lista på kjøleskapet", speaking_for="grendelaget")
    story.work("ansatt", 64, "Ansatt på Strand tirsdag og torsdag", speaking_for="biblioteket")
    story.work("aslaug", 30, "Høytlesing på fredager", speaking_for="pensjonistene")
    story.work("thea", 14, "Spillkvelder", is_independent=True)
    yield ago(88, "19:00")
    story.agree(
        "tilrettelegger",
        purpose="Et bibliotek på Strand som er åpent når folk har fri.",
        duties="Som før. Nytt: den som ikke kan ta vakta, finner selv en å bytte med.",
        rule=Rule.VOTE,
        resources="Rom, bøker og lånesystem fra kommunen. Tid og folk fra bygda.",
        review_in=365,
    )
    monday = story.propose(
        "forening",
        "Skal vi holde åpent på søndager?",
        "Søndager fra 13 til 17, fra neste måned, med to frivillige på hver vakt.",
        days=6,
    )
    yield ago(85, "20:45")
    story.voices(monday, against={"aslaug": "Vi er allerede slitne. Én fridag må vi ha."})
    yield ago(81, "20:00")
    story.close(
        monday,
        "forening",
        "Tre stemte for og én imot. Vi prøver ut året.",
        minority="Pensjonistlaget mener at de frivillige trenger en fast fridag. Derfor tar ingen"
        " mer enn to søndager i måneden.",
    )
    yield ago(60, "09:30")
    story.contest(
        "anette",
        "Dere sier at dette er likeverdig. Men det var kommunestyret som bestemte til slutt.",
        answered_by="tilrettelegger",
        reply="Det stemmer at kommunestyret har det formelle ordet. Trinnet måler arbeidet før og"
        " etter: hvem som sa hva problemet er, hvem som formet løsningen, og om rådene ble fulgt."
        " Ni av ti ble det.",
    )
    yield ago(34, "18:00")
    gaming = story.idea(
        "ung",
        "idea",
        "La oss bytte spill med biblioteket i Sentrum",
        "Da får begge stedene nye spill hver måned.",
        liked_by=["thea", "noor"],
    )
    yield ago(27, "10:10")
    story.answer("ansatt", [gaming], "used", "God idé. Første kasse går med posten i morgen.")
    story.promise(
        pensioners, "Ringe rundt til dem som får bøker hjem", days=20, accepted_by="innbygger"
    )
    yield ago(12, "11:00")
    story.promise(library, "Skrive ut status etter et halvt år", days=30, accepted_by="forening")
    story.promise(village, "Finne fire nye til vaktlista", days=28)
    yield ago(2, "22:15")
    story.idea(
        "noor",
        "idea",
        "Språkkafé på søndager",
        "Jeg kan holde den på arabisk og norsk. Det trengs kaffe og en til.",
        liked_by=["liv", "fatima"],
    )


RECOMMENDATIONS = [
    "Filialen på Strand legges ikke ned.",
    "Åpningstida utvides fra 22 til 40 timer i uka.",
    "Frivillige og ansatte deler vaktene etter partenes vaktliste.",
    "Ingen frivillig erstatter en ansatt. Stillingen på Strand blir stående.",
    "Døra får lås som åpner med lånekort.",
    "De unge får rommet hver fredag kveld.",
    "Kulturkvelden får 20 000 kroner i året.",
    "Hjemmesykepleien tar med bøker til dem som ikke kommer seg ut.",
    "Bussen fra Strand flyttes, så den går etter at biblioteket stenger.",
    "Alle som tar vakter, får gratis månedskort på bussen.",
]
REPLIES = {
    7: ("adopted_changed", "Kulturkvelden får 15 000 kroner i år. Beløpet vurderes i budsjettet."),
    9: ("adopted_changed", "Fylket styrer ruta. Kommunen har bedt om ny avgang, og fått den."),
    10: (
        "rejected",
        "Kommunen har ikke lov til å gi månedskort til noen frivillige og ikke til andre.",
    ),
}
