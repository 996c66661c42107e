"""The task committee on integration, which is at work."""

from collections.abc import Generator
from datetime import datetime, timedelta

from samskap.committees.actions.calling import assess, close_call, open_call, register
from samskap.committees.actions.charter import adopt_charter, confirm_reading, write_charter
from samskap.committees.actions.choosing import choose, elect, leave, take_over
from samskap.committees.actions.proposing import propose
from samskap.committees.actions.steps import move
from samskap.committees.models import Registration
from samskap.committees.models.team import Role
from samskap.config.demo import clock
from samskap.config.demo.clock import ago, day
from samskap.config.demo.scene import Scene
from samskap.config.demo.stories.committees.taking_seats import FIELD, declared, registered
from samskap.ledger.hands import paper_hand
from samskap.meetings.actions.events import announce

Told = Generator[datetime, None, None]
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
        registered(scene, made, call, who, seat, sex)
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
        declared(scene, made, who)
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
