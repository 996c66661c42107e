"""Task committees: 21 from the years before, one at work and one that looks for members.

All of them are invented. That there are 23, and some of the themes, follows the seed (S1:21.1).
"""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime, timedelta

from samskap.committees.actions.calling import assess, close_call, open_call, register
from samskap.committees.actions.charter import adopt_charter, confirm_reading, write_charter
from samskap.committees.actions.choosing import choose, elect, leave, take_over
from samskap.committees.actions.declaring import declare
from samskap.committees.actions.proposing import propose, tell_result
from samskap.committees.actions.steps import move
from samskap.committees.models import Call, Committee, Registration, Seat
from samskap.committees.models.team import Role
from samskap.config.demo import clock
from samskap.config.demo.clock import ago, day
from samskap.config.demo.scene import Scene
from samskap.initiatives.actions.states import pause
from samskap.ledger.hands import giver_for, paper_hand
from samskap.meetings.actions.events import announce

Told = Generator[datetime, None, None]
FIELD = {
    "open": "Hva vi foreslår\nHvem vi spør underveis",
    "negotiable": "Rekkefølgen og tempoet",
    "fixed": "Lovene\nPengene kommunestyret har satt av",
}
MONTHS = (("working", 2), ("delivered", 9), ("in_formal_treatment", 10), ("answered", 12))


@dataclass(frozen=True, kw_only=True)
class Before:
    """One committee of the years before.

    ago    years since it was proposed
    who    keys of the residents in it
    """

    title: str
    theme: str
    ago: float
    task: str
    result: str
    who: tuple[str, ...]
    ends: str = "evaluated"


BEFORE: tuple[Before, ...] = (
    Before(
        title="Ungdomspolitikken",
        theme="children",
        ago=10.6,
        task="Hva trenger de unge for å ville bli boende?",
        result="En ungdomspolitikk som de unge skrev selv. Fem av dem følger den opp hvert år.",
        who=("jonas", "anette"),
    ),
    Before(
        title="Nye naboer",
        theme="belonging",
        ago=10.1,
        task="Hvordan blir de som flytter hit fra andre land, raskt en del av bygda?",
        result="Hver ny familie møter en vertsfamilie. Språkkaféen er åpen to kvelder i uka.",
        who=("yusuf", "fatima"),
    ),
    Before(
        title="Møtesteder for eldre",
        theme="older",
        ago=9.7,
        task="Hvor møtes de som er alene på dagtid?",
        result="Tre faste bord i bygda, og skyss dit. Ett ble lagt ned fordi ingen kom.",
        who=("aslaug", "trygve"),
    ),
    Before(
        title="Trygg skolevei",
        theme="transport",
        ago=9.2,
        task="Hvilke tre veier må bli trygge først?",
        result="To av tre veier har fått fortau. Den tredje venter på fylket.",
        who=("camilla", "lars"),
    ),
    Before(
        title="Kulturhuset",
        theme="culture",
        ago=8.8,
        task="Hva skal det gamle meieriet brukes til?",
        result="Scene, øvingsrom og kjøkken. Foreningene har nøkkelen.",
        who=("liv", "magnus"),
    ),
    Before(
        title="Hverdagsmestring",
        theme="health",
        ago=8.3,
        task="Hvordan kan flere klare seg selv lenger, uten å stå alene?",
        result="Hjemmetjenesten spør først: Hva er viktig for deg?",
        who=("aslaug", "per"),
    ),
    Before(
        title="Strandsonen",
        theme="nature",
        ago=7.9,
        task="Hvordan deler vi stranda mellom folk, båter og fugler?",
        result="En kyststi på fire kilometer, og en vik som er stengt om våren.",
        who=("lars", "liv"),
    ),
    Before(
        title="Småbedriftene",
        theme="work",
        ago=7.4,
        task="Hva hindrer de små bedriftene mest?",
        result="Ett telefonnummer inn til kommunen. Svar innen to dager i ni av ti saker.",
        who=("bedrift", "entreprenor"),
    ),
    Before(
        title="Leksehjelpen",
        theme="children",
        ago=7.0,
        task="Hvem kan hjelpe med lekser, og hvor?",
        result="Åpent på biblioteket fire ettermiddager. Drives av frivillige og to lærere.",
        who=("anette", "noor"),
    ),
    Before(
        title="Matjorda",
        theme="nature",
        ago=6.6,
        task="Hvor skal vi bygge, når jorda ikke skal bygges ned?",
        result="En grense for tettstedet, som alle partiene stemte for.",
        who=("per", "synnove"),
    ),
    Before(
        title="Torget",
        theme="places",
        ago=6.1,
        task="Hva får folk til å bli på torget?",
        result="Torget er bilfritt om sommeren. Handelen gikk opp, ikke ned.",
        who=("bedrift", "fatima"),
    ),
    Before(
        title="Fosterhjemmene",
        theme="children",
        ago=5.7,
        task="Hva må til for at flere vil åpne hjemmet sitt?",
        result="Avlastning annenhver helg og en fast kontakt. Fire nye hjem på to år.",
        who=("diakon", "camilla"),
    ),
    Before(
        title="Ferja og bussen",
        theme="transport",
        ago=5.2,
        task="Hvordan kan bussen vente på ferja?",
        result="Slått sammen med utvalget for bygda uten bil.",
        who=("trygve", "synnove"),
        ends="merged",
    ),
    Before(
        title="Bygda uten bil",
        theme="transport",
        ago=4.9,
        task="Hvordan kommer den fram som ikke kjører?",
        result="Bestillingsbuss fra alle grender, og en buss som venter på ferja.",
        who=("aslaug", "thea"),
    ),
    Before(
        title="Psykisk helse hos unge",
        theme="health",
        ago=4.4,
        task="Hvem kan de unge gå til, uten å bestille time?",
        result="En dør som er åpen hver dag på videregående, med folk de selv valgte.",
        who=("noor", "anette"),
    ),
    Before(
        title="Det digitale kommunehuset",
        theme="democracy",
        ago=4.0,
        task="Hva skal fortsatt kunne gjøres ansikt til ansikt?",
        result="Servicetorget ble. Skjemaene ble skrevet om sammen med dem som bruker dem.",
        who=("per", "jonas"),
    ),
    Before(
        title="Innovasjon i tjenestene",
        theme="democracy",
        ago=3.6,
        task="Hvordan prøver vi nye ting uten å spørre tre ganger?",
        result="Hver enhet kan prøve i tolv uker. Elleve forsøk, fire ble faste.",
        who=("forsker", "fatima"),
    ),
    Before(
        title="Skateanlegget",
        theme="culture",
        ago=3.1,
        task="Hva slags anlegg vil de unge ha?",
        result="En ferdig tegnet hall ble skrotet. De unge valgte blant tre modeller i stedet.",
        who=("jonas", "thea"),
    ),
    Before(
        title="Vannet og veiene",
        theme="nature",
        ago=2.7,
        task="Hvor gjør vi mest for pengene når det flommer?",
        result="Stanset: Fylket tok oppgaven. Kartet som utvalget laget, brukes der.",
        who=("lars", "magnus"),
        ends="scrapped",
    ),
    Before(
        title="Frivilligsentralen",
        theme="belonging",
        ago=2.2,
        task="Hva kan frivillige og ansatte gjøre bedre sammen?",
        result="Én vaktliste for begge. 40 nye frivillige det første året.",
        who=("diakon", "innbygger"),
    ),
    Before(
        title="Idrett for alle",
        theme="culture",
        ago=1.6,
        task="Hvem er ikke med, og hvorfor?",
        result="Utstyr til utlån og ingen kontingent under tolv år. Evalueres til våren.",
        who=("forening", "camilla"),
        ends="closed",
    ),
)


def before(scene: Scene) -> Told:
    """The committees of the years before, written down when Fjordvik began with Samskap."""
    yield ago(322, "09:00")
    made = {one.title: _write_down(scene, one) for one in BEFORE}
    joined = made["Ferja og bussen"]
    move(
        committee=joined,
        to="merged",
        reason="De to utvalgene hadde samme oppgave.",
        by=scene.people["tilrettelegger"],
        into=made["Bygda uten bil"],
        at=_at(4.8),
    )
    goes_on = made["Bygda uten bil"]
    _go_through(scene, goes_on, next(one for one in BEFORE if one.title == goes_on.title))


def _at(years: float) -> datetime:
    """A moment so many years ago."""
    return clock.NOW - timedelta(days=round(years * 365.25))


def _write_down(scene: Scene, one: Before) -> Committee:
    """Write down one committee of the years before, and what became of it."""
    by, start = scene.people["tilrettelegger"], _at(one.ago)
    made = propose(
        municipality=scene.municipality,
        hand=scene.hand("tilrettelegger", "facilitator"),
        title=one.title,
        purpose=one.task,
        body=scene.organisations["kommunestyret"],
        theme=scene.topics[one.theme],
        facilitator=by,
        language="nb",
        at=start,
    )
    charter = write_charter(
        committee=made,
        by=by,
        background="Kommunestyret ville løse dette sammen med dem det gjelder.",
        task=one.task,
        deliveries="Anbefalinger til kommunestyret, én for én.",
        at=start,
    )
    adopt_charter(charter=charter, by=by, on=start.date(), at=start)
    for who, role in (("politiker", Role.POLITICIAN), *((key, Role.RESIDENT) for key in one.who)):
        person = scene.people[who]
        elect(
            committee=made,
            person=person,
            role=role,
            reason="Valgt av kommunestyret.",
            by=by,
            is_chair=role == Role.POLITICIAN,
            since=start.date(),
        )
        declare(
            committee=made,
            giver=giver_for(person, scene.municipality),
            by=person,
            is_open=True,
            interests="Ingenting.",
            at=start,
        )
    move(committee=made, to="appointed", reason="Alle er valgt.", by=by, at=start)
    if one.title != "Bygda uten bil":  # another joins it while it works
        _go_through(scene, made, one)
    else:
        move(committee=made, to="working", reason="I gang.", by=by, at=start)
    made.refresh_from_db()
    return made


def _go_through(scene: Scene, made: Committee, one: Before) -> None:
    """Take a committee through its years, as far as it came."""
    by, start = scene.people["tilrettelegger"], _at(one.ago)
    for to, months in MONTHS:
        if one.ends in ("merged", "scrapped") and to != "working":
            break
        made.refresh_from_db()
        if made.state != to:
            move(committee=made, to=to, reason="Etter planen.", by=by,
                 at=start + timedelta(days=30 * months))  # fmt: skip
    over = start + timedelta(days=540)
    if one.ends in ("evaluated", "closed"):
        move(committee=made, to="closed", reason=one.result, by=by, at=min(over, _at(0.1)))
    if one.ends == "evaluated":
        move(
            committee=made,
            to="evaluated",
            reason="Medlemmene og kommunestyret har sett tilbake sammen.",
            by=by,
            at=over + timedelta(days=60),
        )
    if one.ends == "scrapped":
        move(committee=made, to="scrapped", reason="Fylket tok oppgaven.", by=by, at=over)
    tell_result(committee=made, by=by, result=one.result)
    pause(initiative=made.initiative, by=by, reason="Utvalget er ferdig. Kommunen gjør resten.")


INTEGRATION = (
    ("Kom hit som flyktning", "Vet hvordan veien inn er", True),
    ("Driver en bedrift", "Kan åpne en dør til arbeid", True),
    ("Frivillig", "Møter nye naboer hver uke", False),
    ("Ung", "Går på skole her", False),
    ("Har bodd her lenge", "Kjenner grendene", False),
)


def working(scene: Scene) -> Told:
    """The committee on integration, which is at work: half-way its charter changed."""
    yield ago(150, "09:30")
    by, here = scene.people["tilrettelegger"], scene.municipality
    made = propose(
        municipality=here,
        hand=scene.hand("ordforer", "kommunestyret"),
        title="Inn i arbeid og fellesskap",
        purpose="De som kommer hit, venter for lenge på arbeid og på venner. Vi løser det sammen.",
        body=scene.organisations["kommunestyret"],
        parents=[scene.organisations["oppvekst"]],
        theme=scene.topics["belonging"],
        facilitator=by,
        secretary=scene.people["saksbehandler"],
        language="nb",
    )
    seats = [
        {"role": "politician", "perspective": "Folkevalgt", "is_essential": True}
        for _number in range(2)
    ]
    seats += [
        {"role": "resident", "perspective": name, "profile": profile, "is_new": is_new}
        for name, profile, is_new in INTEGRATION
    ]
    first = write_charter(
        committee=made,
        by=by,
        seats=seats,
        field=FIELD,
        background="48 familier har flyttet hit på tre år. Halvparten av de voksne er i arbeid.",
        task="Hva skal til for at flere er i arbeid etter ett år, og har noen å ringe til?",
        deliveries="Høyst ti anbefalinger til kommunestyret, én for én, innen et halvt år.",
        composition="To folkevalgte og fem innbyggere. Innbyggerne representerer seg selv.",
        involvement="Seks møter. Til det tredje inviteres alle som vil.",
        time_plan="Mai: oppstart. Juni til september: møter. Oktober: levering.",
        economy="150 000 kroner til møter, tolk og barnepass.",
        borders="Introduksjonsprogrammet hører til NAV. Utvalget kan anbefale, ikke bestemme.",
        organisation="Hedda tilrettelegger. Saksbehandleren fører referat.",
        communication="Møtene er åpne. Referatene står på siden.",
        evaluation="Medlemmene svarer før og etter. Kommunestyret ser tilbake etter ett år.",
    )
    yield ago(146, "18:00")
    adopt_charter(
        charter=first, by=scene.people["ordforer"], on=day(146), reference="Sak 41, enstemmig"
    )
    yield ago(145, "09:00")
    call = open_call(
        committee=made,
        by=by,
        text="Vi søker fem innbyggere. Du trenger ikke kunne noe om politikk.",
        questions=["Hva vet du om å være ny her?", "Hva håper du blir annerledes?"],
        way="politicians",
        closes_on=day(131),
    )
    for who, chair in (("ordforer", False), ("politiker", True)):
        elect(
            committee=made,
            person=scene.people[who],
            role=Role.POLITICIAN,
            reason="Valgt av kommunestyret i sak 42.",
            by=by,
            is_chair=chair,
            sex="woman" if who == "ordforer" else "man",
            seat=made.seats.get(number=1 if who == "ordforer" else 2),
        )
    yield ago(140, "20:00")
    told = [
        _registered(scene, made, call, who, seat, sex)
        for who, seat, sex in (
            ("yusuf", 3, "man"),
            ("bedrift", 4, "man"),
            ("fatima", 5, "woman"),
            ("noor", 6, "woman"),
            ("lars", 7, "man"),
            ("camilla", 5, "woman"),
            ("magnus", 4, "man"),
        )
    ]
    register(
        call=call,
        hand=paper_hand(
            by=scene.people["ansatt"],
            municipality=here,
            name="Ragna Torvik",
            reach="ringer etter klokka fire",
            channel="phone",
        ),
        words="Jeg har hatt språkpraktikanter i butikken siden 1994.",
        answers=["At de aller fleste vil.", "At ingen sitter hjemme fordi ingen spurte."],
        is_open=True,
        interests="Eier en butikk.",
    )
    yield ago(130, "10:00")
    close_call(call=call, by=by)
    for who in ("ordforer", "politiker"):
        _declared(scene, made, who)
    for number, registration in enumerate(told):
        seat = made.seats.get(number=number + 3) if number < 5 else None
        assess(registration=registration, by=by, seat=seat, text="Svarer godt på begge spørsmål.")
        choose(
            registration=registration,
            outcome="member" if seat else "substitute",
            reason="Passer profilen best." if seat else "Neste på lista for den samme profilen.",
            by=scene.people["politiker"],
            seat=seat,
        )
    yield ago(128, "12:00")
    last = Registration.objects.get(call=call, channel="phone")
    choose(
        registration=last,
        outcome="not_chosen",
        reason="En annen med bedrift ble valgt. Hun er invitert til det åpne møtet.",
        by=scene.people["politiker"],
    )
    move(committee=made, to="appointed", reason="Alle plassene er fylt.", by=by)
    for member in made.members.filter(until=None):
        confirm_reading(charter=first, by=member.person)
    yield ago(120, "18:00")
    move(committee=made, to="working", reason="Første møte er holdt.", by=by)
    yield ago(60, "12:00")
    gone = made.members.sitting().get(person=scene.people["lars"])
    leave(member=gone, by=scene.people["lars"], because="Jeg rekker det ikke ved siden av båten.")
    take_over(
        substitute=made.members.substitutes().get(person=scene.people["camilla"]),
        left=gone,
        reason="Første vara.",
        by=by,
    )
    yield ago(45, "09:00")
    second = write_charter(
        committee=made,
        by=by,
        task="Hva skal til for at flere er i arbeid etter ett år, og har noen å ringe til?"
        " Begynn med dem som har barn.",
        why_new="På det åpne møtet sa alle at det er foreldrene som venter lengst.",
    )
    yield ago(40, "18:00")
    adopt_charter(
        charter=second, by=scene.people["ordforer"], on=day(40), reference="Sak 77, enstemmig"
    )
    yield ago(38, "20:00")
    for who in ("ordforer", "yusuf", "fatima", "camilla"):
        confirm_reading(charter=second, by=scene.people[who])
    yield ago(2, "09:00")
    announce(
        initiative=made.initiative,
        hand=scene.hand("tilrettelegger", "facilitator"),
        title="Sjette møte: vi stemmer over anbefalingene",
        kind="meeting",
        place="Formannskapssalen, barnepass på biblioteket",
        language="nb",
        starts_at=clock.later(clock.now(), 9),
        ends_at=clock.later(clock.now(), 9) + timedelta(hours=3),
    )


def recruiting(scene: Scene) -> Told:
    """The committee on the town hall of the young, which looks for members."""
    yield ago(33, "10:00")
    by = scene.people["kasper"]
    made = propose(
        municipality=scene.municipality,
        hand=scene.hand("politiker", "oppvekst"),
        title="Unge i sentrum",
        purpose="Noen unge har et sted å være etter klokka ni. De fleste har det ikke.",
        body=scene.organisations["kommunestyret"],
        parents=[scene.organisations["oppvekst"]],
        theme=scene.topics["children"],
        facilitator=by,
        language="nb",
    )
    charter = write_charter(
        committee=made,
        by=by,
        seats=[
            {"role": "politician", "perspective": "Folkevalgt"},
            {"role": "politician", "perspective": "Folkevalgt"},
            {"role": "resident", "perspective": "Ung, 13–17 år", "least_age": 13, "most_age": 17},
            {"role": "resident", "perspective": "Ung, 18–25 år", "least_age": 18, "most_age": 25},
            {"role": "resident", "perspective": "Bor i en grend", "is_new": True},
            {"role": "resident", "perspective": "Forelder", "is_essential": False},
        ],
        field=FIELD,
        background="Fritidsklubben stenger klokka ni. Skatehallen ble aldri bygd.",
        task="Hvor er de unge etter klokka ni, og hvem åpner døra?",
        deliveries="En ungdomspolitikk for sentrum, og hvem som gjør hva.",
        time_plan="En helg på rådhuset i vinter, og fire møter etterpå.",
        economy="300 000 kroner til det som blir vedtatt.",
    )
    yield ago(26, "18:00")
    adopt_charter(charter=charter, by=scene.people["ordforer"], on=day(26), reference="Sak 88")
    yield ago(12, "09:00")
    call = open_call(
        committee=made,
        by=by,
        text="Er du mellom 13 og 25, eller kjenner du noen som er det? Meld deg!",
        questions=["Hvor er du etter klokka ni i dag?"],
        way="council",
        closes_on=day(-16),
    )
    yield ago(3, "21:00")
    for who, seat, sex in (("thea", 3, "woman"), ("ung", 3, "man"), ("jonas", 4, "man")):
        _registered(scene, made, call, who, seat, sex)


def _registered(
    scene: Scene, made: Committee, call: Call, who: str, seat: int, sex: str
) -> Registration:
    """Somebody registers for a seat on the web."""
    person = scene.people[who]
    wanted: Seat = made.seats.get(number=seat)
    return register(
        call=call,
        hand=scene.hand(who),
        words="Jeg vil at det skal bli lettere å være ny her.",
        answers=["Jeg ser det hver dag.", "At flere hilser."][: len(call.questions)],
        perspectives=[wanted.perspective],
        sex=sex,
        birth_year=person.born_on.year if person.born_on else None,
        area=person.home,
        is_open=True,
        interests="Ingenting.",
    )


def _declared(scene: Scene, made: Committee, who: str) -> None:
    """Somebody who was put in declares what binds them."""
    declare(
        committee=made,
        giver=giver_for(scene.people[who], scene.municipality),
        by=scene.people[who],
        is_open=True,
        interests="Sitter i kommunestyret.",
    )
