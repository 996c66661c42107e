"""The task committee on the young in the centre, which looks for members."""

from collections.abc import Generator
from datetime import datetime

from samskap.committees.actions.calling import open_call
from samskap.committees.actions.charter import adopt_charter, write_charter
from samskap.committees.actions.proposing import propose
from samskap.config.demo.clock import ago, day
from samskap.config.demo.scene import Scene
from samskap.config.demo.stories.committees.taking_seats import FIELD, registered

Told = Generator[datetime, None, None]


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
        registered(scene, made, call, who, seat, sex)
