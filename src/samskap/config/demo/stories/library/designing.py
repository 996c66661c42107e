"""How the solution for the library came about, and what the council said to it."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.story import Story, What
from samskap.initiatives.models import ScrapEntry


def design(story: Story) -> Generator[datetime, None, ScrapEntry]:
    """Gather ideas, agree on the solution, and lay it before the council; what stops comes back."""
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
    story.statement(
        "tilrettelegger",
        "Fagforbundet ved biblioteket",
        "on_terms",
        "Atten timer i uka skal være bemannet med ansatte, og stillingen på Strand skal stå. På de"
        " vilkårene stiller vi oss bak vaktlista.",
        days_ago=241,
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
    return scrap


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
