"""The 21 task committees of the years before: what each was about, and what came of it.

All of them are invented. That there are 23 in all, and some of the themes, follows the seed
(S1:21.1).
"""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime, timedelta

from samskap.committees.actions.charter import adopt_charter, write_charter
from samskap.committees.actions.choosing import elect
from samskap.committees.actions.declaring import declare
from samskap.committees.actions.proposing import propose, tell_result
from samskap.committees.actions.steps import move
from samskap.committees.models import Committee
from samskap.committees.models.team import Role
from samskap.config.demo import clock
from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.initiatives.actions.states import pause
from samskap.ledger.hands import giver_for

Told = Generator[datetime, None, None]
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
