"""How the library was made ready, opened, and kept open."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.stories.library.defining import Parties
from samskap.config.demo.story import Rule, Story
from samskap.initiatives.models import ScrapEntry


def run(story: Story, parties: Parties, scrap: ScrapEntry) -> Generator[datetime, None, None]:
    """Keep what was promised, open the doors, and go on."""
    yield ago(184, "12:00")
    lock = story.promise(
        parties.library, "Sette inn dørlås med lånekort", days=30, accepted_by="forening"
    )
    courses = story.promise(
        parties.village, "Lære opp 24 frivillige", days=25, accepted_by="tilrettelegger"
    )
    shelf = story.promise(
        parties.pensioners,
        "Bygge hylle for bøker som skal hjem til folk",
        days=40,
        accepted_by="forening",
    )
    bus = story.promise(
        parties.pensioners, "Følge dem som trenger det til bussen", days=60, accepted_by="innbygger"
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
        parties.pensioners,
        "Ringe rundt til dem som får bøker hjem",
        days=20,
        accepted_by="innbygger",
    )
    yield ago(12, "11:00")
    story.promise(
        parties.library, "Skrive ut status etter et halvt år", days=30, accepted_by="forening"
    )
    story.promise(parties.village, "Finne fire nye til vaktlista", days=28)
    yield ago(2, "22:15")
    story.idea(
        "noor",
        "idea",
        "Språkkafé på søndager",
        "Jeg kan holde den på arabisk og norsk. Det trengs kaffe og en til.",
        liked_by=["liv", "fatima"],
    )
