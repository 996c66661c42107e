"""What people hold at the library, and what it changed."""

from collections.abc import Generator
from datetime import datetime, time
from typing import Any

from samskap.base.wall_clock import moments_of
from samskap.config.demo.clock import ago, day
from samskap.config.demo.scene import Scene
from samskap.initiatives.models import Initiative
from samskap.ledger.models import Contribution
from samskap.meetings.actions.agenda import propose_item
from samskap.meetings.actions.attendance import note_who_came, type_in_cards
from samskap.meetings.actions.coming import come, say_needs
from samskap.meetings.actions.events import announce, bring_idea, tell_how_it_was
from samskap.meetings.actions.line import wait_for_place
from samskap.meetings.actions.minutes import reply, send_minutes, write_minutes
from samskap.meetings.models import Event

TITLE = "Biblioteket på Strand skal leve"
PLACE = "Biblioteket på Strand"


def evenings(scene: Scene) -> Generator[datetime, None, None]:
    """An open space, culture evenings, the first gaming night, and a look back after six months."""
    yield ago(264, "09:00")
    space = hold(
        scene, "ansatt", "biblioteket", "Hva skal biblioteket være?", "open_space", days_ago=257,
        text="Ta med det du lurer på. Vi lager programmet sammen når vi kommer.",
    )  # fmt: skip
    coming(scene, space, "liv", "magnus", "lars", "aslaug", "noor", "thea")
    yield ago(256, "09:00")
    told(scene, space, "ansatt", came=34, came_new=11, hours=5)
    yield ago(130, "19:00")
    first = hold(
        scene, "liv", "", "Kulturkveld: fortellinger fra fjorden", "culture", days_ago=122,
        text="Tre fortellere, et trekkspill og vafler.",
        grown_from="Kulturkveld den første torsdagen i måneden",
    )  # fmt: skip
    coming(scene, first, "lars", "aslaug", "forening", "innbygger", "fatima")
    yield ago(121, "10:00")
    told(
        scene, first, "liv", came=41, came_new=17, hours=9,
        changed="Folk kom for å høre på hverandre, ikke for å låne. Det har vi ikke sett her før.",
    )  # fmt: skip
    yield ago(118, "20:00")
    night = hold(
        scene, "thea", "", "Den første spillkvelden", "games", days_ago=109,
        text="Brettspill, konsoll og kakao. Vi rydder selv.",
        grown_from="Spillkveld for oss under 20 hver fredag", for_whom="Alle under 20",
    )  # fmt: skip
    coming(scene, night, "ung", "noor", "magnus")
    yield ago(108, "11:00")
    told(
        scene, night, "thea", came=31, came_new=19, hours=10,
        changed="De unge har et rom som er deres. Fredagene er blitt den travleste kvelden.",
    )  # fmt: skip
    yield ago(20, "09:00")
    review = hold(
        scene, "ansatt", "biblioteket", "Måned seks: hvordan går det?", "review", days_ago=10,
        text="Vi går gjennom tallene sammen, og sier hva vi vil endre.",
    )  # fmt: skip
    coming(scene, review, "innbygger", "forening", "aslaug", "liv", "magnus", "thea")
    yield ago(9, "10:00")
    told(
        scene, review, "ansatt", came=27, came_new=4, hours=4,
        changed="Alle partene vil gå videre. Søndagene fortsetter ut året.",
    )  # fmt: skip
    minutes(scene, review)
    bring_idea(
        event=review,
        hand=scene.hand("magnus"),
        title="Lytterom for dem som vil lese i fred",
        language="nb",
    )
    yield ago(3, "18:00")
    ahead = hold(
        scene, "liv", "", "Kulturkveld: julesanger på fem språk", "culture", days_ago=-12,
        text="Ta med en sang du kan. Vi synger den sammen.", capacity=60,
        grown_from="Kulturkveld den første torsdagen i måneden",
    )  # fmt: skip
    coming(scene, ahead, "fatima", "noor", "lars", "aslaug", "innbygger", "forening", "thea")
    hold(
        scene, "ung", "", "Spillkveld: byttekassa fra Sentrum er her", "games", days_ago=-5,
        for_whom="Alle under 20",
    )  # fmt: skip
    next_meeting(scene)


def minutes(scene: Scene, review: Event) -> None:
    """Who came to the review, by name and by cards, and minutes that wait for their yes."""
    ansatt = scene.people["ansatt"]
    there = [scene.people[one] for one in ("innbygger", "forening", "aslaug", "liv", "thea")]
    note_who_came(event=review, by=ansatt, came=[person.pk for person in there])
    type_in_cards(
        event=review,
        by=ansatt,
        cards=27,
        counts={"age": {"0-19": 7, "20-64": 12, "65-": 8}, "sex": {"female": 15, "male": 12}},
        first_time=6,
    )
    write_minutes(
        event=review,
        by=ansatt,
        text="Vi gikk gjennom tallene for seks måneder.\n\nSøndagene fortsetter ut året. Vaktlista"
        " mangler folk på lørdager; vennene spør i bygda.",
    )
    send_minutes(event=review, by=ansatt, answer_by=day(-7))
    reply(event=review, by=scene.people["liv"])
    reply(event=review, by=scene.people["aslaug"], correction="Det var fredager det manglet folk.")


def next_meeting(scene: Scene) -> None:
    """A meeting ahead with an agenda that those who come propose to, and what they need."""
    ahead = hold(
        scene, "ansatt", "biblioteket", "Planmøte for våren", "meeting", days_ago=-18,
        text="Hva skal vi gjøre mer av, og hvem tar hva?", capacity=6,
        arranged={
            "online_url": "https://moter.example.org/strand",
            "offers": ["step_free", "hearing", "childcare", "interpreter"],
            "offers_text": "Barna er i eventyrrommet. Si fra om språk en uke før.",
        },
    )  # fmt: skip
    coming(scene, ahead, "innbygger", "forening", "liv", "fatima", "noor", "thea")
    wait_for_place(event=ahead, by=scene.people["lars"])
    say_needs(
        event=ahead,
        by=scene.people["fatima"],
        needs=["interpreter", "childcare"],
        speaks="arabisk",
        children=2,
    )
    for who, title, length in (
        ("ansatt", "Slik gikk høsten", 20),
        ("ansatt", "Programmet for våren", 60),
        ("liv", "Kulturkveld også i grenda?", 15),
    ):
        propose_item(event=ahead, hand=scene.hand(who), title=title, minutes=length, language="nb")


def library(scene: Scene) -> Initiative:
    """The initiative as it stands now."""
    rows = Initiative.objects.of(scene.municipality).select_related("account", "municipality")
    found: Initiative = rows.get(title=TITLE)
    return found


def hold(
    scene: Scene,
    who: str,
    speaking_for: str,
    title: str,
    kind: str,
    *,
    days_ago: int,
    grown_from: str = "",
    **facts: Any,
) -> Event:
    """Announce an event for an evening; a negative number of days is ahead."""
    initiative = library(scene)
    zone = scene.municipality.preset.time_zone
    starts_at, ends_at = moments_of(day(days_ago), time(18), time(21), zone)
    given = Contribution.objects.filter(account=initiative.account, standing__caption=grown_from)
    return announce(
        initiative=initiative,
        hand=scene.hand(who, speaking_for),
        title=title,
        kind=kind,
        place=PLACE,
        language="nb",
        starts_at=starts_at,
        ends_at=ends_at,
        grown_from=given.first() if grown_from else None,
        **facts,
    )


def coming(scene: Scene, event: Event, *who: str) -> None:
    """Let some people say that they are coming."""
    for one in who:
        come(event=event, by=scene.people[one])


def told(scene: Scene, event: Event, by: str, **facts: Any) -> None:
    """Let whoever held it say how it was."""
    tell_how_it_was(event=event, by=scene.people[by], **facts)
