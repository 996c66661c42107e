"""How people found out what the matter with the library was."""

from collections.abc import Generator
from datetime import datetime
from typing import NamedTuple

from samskap.config.demo.clock import ago
from samskap.config.demo.story import Rule, Story, What
from samskap.initiatives.models import Partner


class Parties(NamedTuple):
    """The partners beside the resident who began."""

    village: Partner
    library: Partner
    pensioners: Partner


def define(story: Story) -> Generator[datetime, None, Parties]:
    """Listen, become partners, and agree on the problem."""
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
    return Parties(village, library, pensioners)
