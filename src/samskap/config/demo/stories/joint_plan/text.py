"""The joint text of the plan: its items, with cost, promise and where they came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samskap.config.demo import clock
from samskap.config.demo.scene import Scene
from samskap.deliberation.models import Deliberation
from samskap.drafting.actions import (
    add_paragraph,
    decide_change,
    propose_change,
    publish_edition,
)
from samskap.drafting.actions.items import make_item, say_money
from samskap.drafting.models import Change, Document, Paragraph
from samskap.initiatives.models import Commitment
from samskap.ledger.models import Contribution
from samskap.negotiations.actions.agreeing import open_joint_text
from samskap.negotiations.models import Negotiation

TITLE = "Plan for buss, båt og sykkel"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One item of the plan.

    owner  key of the organisation that is responsible; empty: in words
    due    days from now
    said   numbers of the statements that it came from
    """

    title: str
    text: str
    cost: int | None
    owner: str = ""
    says: str = ""
    due: int
    said: tuple[int, ...]


LINES = (
    Line(
        title="Kveldsbuss hver time til 23.30",
        text="Linje 2 går hver time fra Sentrum til Strand og Dalen, siste avgang 23.30.",
        cost=1_900_000,
        owner="fjordbuss",
        due=210,
        said=(1, 12, 21, 23),
    ),
    Line(
        title="Skoleruta venter på ferja",
        text="Skoleruta fra ferjekaia venter inntil tolv minutter når ferja er forsinket.",
        cost=0,
        owner="fjordbuss",
        due=60,
        said=(4,),
    ),
    Line(
        title="Bestillingsbuss på Nesset",
        text="En liten buss henter dem som ikke når holdeplassen, når de har ringt dagen før.",
        cost=650_000,
        owner="plan",
        due=150,
        said=(9, 10),
    ),
    Line(
        title="Lys på alle holdeplasser",
        text="Alle 31 holdeplasser får lys og tavle. Bygdene begynner.",
        cost=1_240_000,
        owner="plan",
        due=330,
        said=(2, 30),
    ),
    Line(
        title="Benk for hver 250 meter på Nesset",
        text="Pensjonistlaget viser hvor. Kommunen kjøper, grendelaget setter opp.",
        cost=90_000,
        owner="pensjonistene",
        due=120,
        said=(22,),
    ),
    Line(
        title="Én billett for buss og båt",
        text="En billett gjelder i to timer på både buss og båt, også for dem uten telefon.",
        cost=400_000,
        says="Fylket, sammen med Fjordbuss",
        due=300,
        said=(3, 29),
    ),
    Line(
        title="Tak over syklene på ferjekaia",
        text="Førti plasser under tak, med pumpe og verktøy.",
        cost=320_000,
        owner="plan",
        due=180,
        said=(14,),
    ),
    Line(
        title="Tolv elsykler til utlån",
        text="Andre runde låner ut og reparerer, sammen med unge som får lønn for det.",
        cost=280_000,
        owner="verkstedet",
        due=90,
        said=(15, 25),
    ),
    Line(
        title="Venterom på ferjekaia i Dalen",
        text="Bygdelaget har nøkkelen, kommunen betaler strømmen.",
        cost=60_000,
        owner="bygdelaget",
        due=75,
        said=(18,),
    ),
    Line(
        title="Plass til barnevogn og rullestol på hver avgang",
        text="Alle busser på linje 1 og 2 har lavt gulv og to plasser fra høsten.",
        cost=None,
        owner="fjordbuss",
        due=270,
        said=(17, 26),
    ),
    Line(
        title="Gratis for dem under 18 i helgene",
        text="Et prøveår. Etter ni måneder ser vi på tallene sammen.",
        cost=450_000,
        owner="plan",
        due=240,
        said=(11,),
    ),
    Line(
        title="30 gjennom Strand",
        text="Fartsgrensa er 30 fra skolen til butikken.",
        cost=40_000,
        says="Vegvesenet, etter søknad fra kommunen",
        due=200,
        said=(13,),
    ),
)


def write(
    scene: Scene,
    negotiation: Negotiation,
    asked: Deliberation,
    promises: dict[str, Commitment],
) -> Document:
    """Write the joint text of the table from what people stated; say what money there is."""
    by = scene.people["tilrettelegger"]
    document = open_joint_text(negotiation=negotiation, by=by, title=TITLE)
    hand = scene.hand("tilrettelegger", "facilitator")
    add_paragraph(
        document=document,
        hand=hand,
        kind=Paragraph.Kind.TEXT,
        text="Fjordvik henger sammen når alle kommer fram: til skole, arbeid, trening og hverandre."
        " Planen er skrevet av dem som reiser, dem som kjører og dem som ikke får reist i dag.",
        why="Styringsgruppa ville begynne med hvem planen er for.",
    )
    contribution_of = dict(asked.statements.values_list("number", "contribution"))
    rows = Contribution.objects.in_bulk(contribution_of.values())
    for line in LINES:
        paragraph = add_paragraph(
            document=document,
            hand=hand,
            text=line.text,
            why="Mange i hver gruppe på kartet sa det, eller noe som ligner.",
            causes=[rows[contribution_of[number]] for number in line.said],
        )
        make_item(
            paragraph=paragraph,
            title=line.title,
            by=by,
            cost_kroner=line.cost,
            responsible=scene.organisations.get(line.owner),
            responsible_says=line.says,
            due_on=clock.day(-line.due),
            commitment=promises.get(line.title),
        )
    say_money(
        document=document,
        kroner=5_000_000,
        said_by="Kommunestyret, økonomiplanen",
        said_on=_last_winter(),
        by=by,
        says="Til drift og mindre tiltak i tre år. Større bygg krever egen sak.",
    )
    return document


def discuss(scene: Scene, document: Document) -> tuple[Change, Change]:
    """Name a first edition; some propose changes. Say which two are answered."""
    publish_edition(
        document=document,
        name="Utkast etter andre møte",
        why="Så alle leser det samme før det tredje møtet.",
        by=scene.people["tilrettelegger"],
    )
    bus, _school, booked, lights, *_rest = _items(document)
    sundays = _propose(
        scene,
        "per",
        bus,
        "Linje 2 går hver time fra Sentrum til Strand og Dalen, også søndag, siste avgang 23.30.",
        "Sundag kveld reiser alle studentane tilbake.",
    )
    fixed = _propose(
        scene,
        "trygve",
        booked,
        "En liten buss går fast to ganger om dagen på Nesset, uten bestilling.",
        "Ikke alle vil ringe dagen før.",
    )
    _propose(
        scene,
        "fatima",
        lights,
        "Alle 31 holdeplasser får lys og tavle på bokmål og engelsk. Bygdene begynner.",
        "Mange som reiser tidlig på jobb, leser ikke norsk ennå.",
    )
    return sundays, fixed


def decide(scene: Scene, sundays: Change, fixed: Change) -> None:
    """Take in one proposed change, and reject the other with a reason."""
    by = scene.people["tilrettelegger"]
    decide_change(change=sundays, by=by, state=Change.State.ACCEPTED, answer="Enig. Takk!")
    decide_change(
        change=fixed,
        by=by,
        state=Change.State.REJECTED,
        answer="To faste turer koster tre ganger så mye. Den som ikke vil ringe selv, kan be"
        " bo- og aktivitetssenteret om det.",
    )


def _items(document: Document) -> Sequence[Paragraph]:
    """The paragraphs that are items, in their order."""
    return list(document.paragraphs.filter(kind=Paragraph.Kind.ITEM).order_by("place"))


def _propose(scene: Scene, who: str, paragraph: Paragraph, text: str, reason: str) -> Change:
    """Somebody proposes how an item should read."""
    return propose_change(paragraph=paragraph, text=text, reason=reason, hand=scene.hand(who))


def _last_winter() -> date:
    """The day on which the council adopted its budget."""
    return date(clock.today().year - 1, 12, 14)
