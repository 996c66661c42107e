"""What is alike in both committees: the field, a registration, and a declaration."""

from samskap.committees.actions.calling import register
from samskap.committees.actions.declaring import declare
from samskap.committees.models import Call, Committee, Registration, Seat
from samskap.config.demo.scene import Scene
from samskap.ledger.hands import giver_for

FIELD = {
    "open": "Hva vi foreslår\nHvem vi spør underveis",
    "negotiable": "Rekkefølgen og tempoet",
    "fixed": "Lovene\nPengene kommunestyret har satt av",
}


def registered(
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


def declared(scene: Scene, made: Committee, who: str) -> None:
    """Somebody who was put in declares what binds them."""
    declare(
        committee=made,
        giver=giver_for(scene.people[who], scene.municipality),
        by=scene.people[who],
        is_open=True,
        interests="Sitter i kommunestyret.",
    )
