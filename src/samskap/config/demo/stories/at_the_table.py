"""Nine parties at the table around young people on the way out (S4:29): promises, and a way out.

No names, no cases: whoever is young sits there under a pseudonym, as a party of their own.
"""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime

from samskap.config.demo import clock
from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.drafting.actions import add_paragraph, publish_edition
from samskap.initiatives.models import Initiative
from samskap.negotiations.actions.agreeing import agree, assent, open_joint_text, open_table
from samskap.negotiations.actions.mapping import add_party, change_party, invite, start
from samskap.negotiations.actions.pledging import count_on, pledge, settle
from samskap.negotiations.actions.reviewing import hold_review
from samskap.negotiations.actions.seating import (
    invite_to_seat,
    leave,
    seat,
    sit_for,
    take_seat,
)
from samskap.negotiations.actions.talking import lay_option, put_position, say
from samskap.negotiations.models import Negotiation, Party, Pledge, Position
from samskap.people.models import Person

TITLE = "Ett bord rundt ungdom som er på vei ut"
MEDIATOR = "kasper"
FIRST = ("Fjordvik kommune", "Fjordvik politikontakt", "Andre runde sykkelverksted")
YOUNG = "Noen som kjenner kveldene"


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One party at the table.

    who     key of whoever speaks for it; empty where the mediator writes for them
    called  what they are called at the table
    """

    name: str
    marks: tuple[str, ...]
    key: str = ""
    sort: str = ""
    who: str = ""
    called: str = ""


SEATS = (
    Seat(name=FIRST[0], key="kommunen", marks=("knows", "can_help", "can_block"), who="leder"),
    Seat(name=FIRST[1], key="politiet", marks=("knows", "can_help"), who="betjent"),
    Seat(name=FIRST[2], key="verkstedet", marks=("knows", "can_help"), who="entreprenor"),
    Seat(name="Fjordvik menighet", key="menigheten", marks=("knows", "can_help"), who="diakon"),
    Seat(name="Nabohjelpa Fjordvik", key="nabohjelpa", marks=("can_help",), who="jonas"),
    Seat(
        name="Foreldre på åttende trinn",
        marks=("is_touched", "knows"),
        called="To foreldre",
    ),
    Seat(name="Utleierne i Storgata", sort="business", marks=("is_touched",), called="Utleier"),
    Seat(name="Brygga bakeri", key="bakeriet", marks=("can_help",), who="bedrift"),
    Seat(name=YOUNG, marks=("is_touched", "knows"), called="Måken"),
)


def tell(scene: Scene) -> Generator[datetime, None, None]:
    """From three who always meet to nine who promise, and what became of it."""
    yield ago(72, "09:00")
    by = scene.people[MEDIATOR]
    negotiation = start(
        initiative=Initiative.objects.of(scene.municipality).get(title=TITLE),
        by=by,
        matter="Hva hver av oss gjør, så ingen ungdom er alene klokka elleve",
        about="Vi snakker om kvelder, steder og voksne. Aldri om en bestemt ungdom.",
        language="nb",
        review_months=1,
        first=list(FIRST),
    )
    yield ago(70, "12:00")
    party_of = _draw(scene, negotiation, by)
    yield ago(66, "18:00")
    _sit_down(scene, party_of, by)
    open_table(negotiation=negotiation, by=by)
    _talk(scene, negotiation, party_of, by)
    yield ago(48, "18:30")
    _agree(scene, negotiation, party_of, by)
    pledges = _promise(scene, party_of, by)
    yield ago(30, "20:00")
    leave(
        party=party_of["Brygga bakeri"],
        by=scene.people["bedrift"],
        reason="Vi er elleve på jobb, og tre er syke. Jeg klarer ikke møtene.",
        stays_open="Noen må lage mat på fredagene.",
        frees=False,
    )
    yield ago(8, "19:00")
    for made, says in pledges:
        if says:
            settle(pledge=made, by=_speaker(scene, made.party.name, by), is_kept=True, says=says)
    yield ago(3, "18:00")
    hold_review(
        negotiation=negotiation,
        by=by,
        words="Sju av ni løfter er holdt. Natteravnene mangler folk, og leieprisen er ikke avklart."
        " Måken sier at det er blitt lettere å gå hjem.",
    )


def _draw(scene: Scene, negotiation: Negotiation, by: Person) -> dict[str, Party]:
    """Put nine parties on the map and ask each."""
    found = {party.name: party for party in negotiation.parties.all()}
    for one in SEATS:
        marks = dict.fromkeys(one.marks, True)
        if one.name in found:
            change_party(party=found[one.name], by=by, **marks)
        else:
            found[one.name] = add_party(
                negotiation=negotiation,
                by=by,
                name=one.name,
                organisation=scene.organisations.get(one.key),
                sort=one.sort,
                marks=marks,
            )
        invite(party=found[one.name], by=by, how="vi ringte", on=clock.now().date())
    return found


def _sit_down(scene: Scene, party_of: dict[str, Party], by: Person) -> None:
    """Let all sit down; two young people under one pseudonym, one of whom has an account."""
    for one in SEATS:
        party = party_of[one.name]
        if one.who:
            sit_for(party=party, by=scene.people[one.who])
        elif one.name != YOUNG:
            seat(party=party, by=by, called=one.called, channel="meeting")
        else:
            key = invite_to_seat(
                party=party,
                by=by,
                called=one.called,
                link="KEY",
                is_hidden=True,
                behind="En på sytten, gjennom fritidsklubben",
                reach="Spør på fritidsklubben",
                why="De eldre guttene leser også dette.",
            )
            take_seat(key=key, by=scene.people["thea"])


def _speaker(scene: Scene, name: str, by: Person) -> Person:
    """Whoever presses the buttons for a party."""
    key = next(one.who for one in SEATS if one.name == name)
    return scene.people["thea"] if name == YOUNG else scene.people.get(key, by)


def _talk(scene: Scene, negotiation: Negotiation, party_of: dict[str, Party], by: Person) -> None:
    """Put what each needs and gives on the table, and look for a way out."""
    interests: list[Position] = []
    for name, kind, text, readers in POSITIONS:
        put = put_position(
            party=party_of[name],
            by=_speaker(scene, name, by),
            kind=kind,
            text=text,
            language="nb",
            readers=readers,
        )
        if kind == Position.Kind.INTEREST and readers == Position.Readers.ALL:
            interests.append(put)
    option = lay_option(
        negotiation=negotiation,
        by=_speaker(scene, YOUNG, by),
        title="Ett åpent sted hver kveld, og den samme voksne",
        text="Ikke et tilbud. Bare åpent, varmt, og noen som kjenner deg igjen.",
        language="nb",
        party=party_of[YOUNG],
        meets=interests,
    )
    for one in SEATS:
        says, reason = ("live", "")
        if one.name == "Utleierne i Storgata":
            says, reason = "change", "Hvis noen har nøkkelen, og det er ryddet klokka elleve."
        say(
            option=option,
            party=party_of[one.name],
            by=_speaker(scene, one.name, by),
            says=says,
            reason=reason,
        )


def _agree(scene: Scene, negotiation: Negotiation, party_of: dict[str, Party], by: Person) -> None:
    """Write one page together, to which all nine say yes."""
    document = open_joint_text(negotiation=negotiation, by=by, title="Slik gjør vi det")
    negotiation.document = document
    for text in TEXT:
        add_paragraph(
            document=document,
            hand=scene.hand(MEDIATOR, "facilitator"),
            text=text,
            why="Sagt ved bordet, og lest opp for alle.",
        )
    publish_edition(document=document, name="Ett ark", why="Alle vil si ja til det samme.", by=by)
    for one in SEATS:
        assent(party=party_of[one.name], by=_speaker(scene, one.name, by), says="yes")
    agree(negotiation=negotiation, by=by)


def _promise(scene: Scene, party_of: dict[str, Party], by: Person) -> list[tuple[Pledge, str]]:
    """Each party promises something; the table counts on it. Beside each stands how it went."""
    made = []
    for name, what, days, says in PROMISES:
        one = pledge(
            party=party_of[name],
            by=_speaker(scene, name, by),
            what=what,
            due_on=clock.later(clock.now(), days).date(),
        )
        count_on(pledge=one, by=by)
        made.append((one, says))
    return made


POSITIONS: tuple[tuple[str, str, str, str], ...] = (
    (YOUNG, "interest", "Noen må huske hva jeg heter neste gang.", "all"),
    (YOUNG, "limit", "Jeg sier ikke hvem de eldre er.", "mediator"),
    ("Fjordvik kommune", "interest", "Vi må vite tidlig, ikke når det er en sak.", "all"),
    ("Fjordvik kommune", "offer", "Én voksen på fast lønn fire kvelder.", "all"),
    ("Fjordvik politikontakt", "interest", "Færre utrykninger etter klokka ti.", "all"),
    ("Fjordvik politikontakt", "limit", "Vi deler aldri opplysninger om enkeltpersoner.", "all"),
    ("Foreldre på åttende trinn", "interest", "Vi vil vite at noen er der.", "all"),
    ("Foreldre på åttende trinn", "offer", "To av oss går ute hver fredag.", "parties"),
    ("Utleierne i Storgata", "interest", "Folk må tørre å handle etter mørket.", "all"),
    ("Fjordvik menighet", "offer", "Kjøkkenet, og nøkkelen til det.", "all"),
)
TEXT = (
    "Hver kveld unntatt søndag er ett sted åpent fra 19 til 23. Stedet bytter, den voksne gjør"
    " ikke det.",
    "Den som bekymrer seg, ringer kontakten. Vi deler aldri en sak, bare at noen trenger selskap.",
    "De unge bestemmer hva stedet er. Voksne spør før de henger opp noe.",
)
PROMISES: tuple[tuple[str, str, int, str], ...] = (
    ("Fjordvik kommune", "Fast voksen fire kvelder i uka", 21, "Hun begynte 1. i måneden."),
    ("Fjordvik politikontakt", "Innebandy i gymsalen annenhver fredag", 30, "Fire ganger nå."),
    ("Andre runde sykkelverksted", "Kveldsskift med lønn for tre", 41, "Fire fikk plass."),
    ("Fjordvik menighet", "Kjøkkenet åpent onsdag og fredag", 14, "Åpent siden første uka."),
    ("Nabohjelpa Fjordvik", "To voksne på vakt hver lørdag", 40, "En lørdag manglet vi én."),
    ("Foreldre på åttende trinn", "Natteravner hver fredag", 35, ""),
    ("Utleierne i Storgata", "Lokale uten leie til våren", 38, ""),
    (YOUNG, "Spør ti andre hva som mangler", 28, "Spurte tretten. Tre ville være med neste gang."),
    ("Brygga bakeri", "Boller til tre fredager", 25, "Levert, og litt til."),
)
