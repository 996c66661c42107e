"""The work of the committee on integration: who came, what was tried, what it recommends."""

from collections.abc import Generator
from datetime import datetime, timedelta
from decimal import Decimal

from samskap.committees.actions import (
    attendance,
    fast_tracks,
    groups,
    hours,
    motions,
    pilots,
    recommendations,
)
from samskap.committees.models import Committee, Member, Motion, Recommendation
from samskap.config.demo.clock import ago, day
from samskap.config.demo.scene import Scene
from samskap.ideas.actions import give_idea
from samskap.meetings.actions.attendance import note_who_came
from samskap.meetings.actions.events import announce
from samskap.meetings.models import Event
from samskap.people.models import Person

Told = Generator[datetime, None, None]
TITLE = "Inn i arbeid og fellesskap"
LANGUAGES = "tigrinja, ukrainsk og dari"


def tell(scene: Scene) -> Told:
    """From an obviously good idea in the second meeting to a vote that is open today."""
    yield ago(112, "21:00")
    made = Committee.objects.of(scene.municipality).get(title=TITLE)
    by = scene.people["tilrettelegger"]
    idea = give_idea(
        initiative=made.initiative,
        hand=scene.hand("yusuf"),
        kind="idea",
        title="Lær språket der du arbeider",
        text="To dager på en arbeidsplass, tre dager på skolen. Den ene forklarer den andre.",
        language="nb",
    )
    yield ago(110, "09:00")
    track = fast_tracks.mark_as_good(
        committee=made,
        idea=idea,
        why="Tre bedrifter har sagt ja, og skolen har en lærer. Ingen trenger å vente på oss.",
        by=scene.people["fatima"],
        way="vote",
    )
    yield ago(108, "20:00")
    _all_vote(scene, _last(made), reasons="Alle i rommet ville i gang.")
    yield ago(100, "12:00")
    for who, delegation in (
        ("politiker", "Delegeringsreglementet § 4-2, saker under 300 000 kroner"),
        ("leder", "Delegeringsreglementet § 6-1, daglig drift"),
    ):
        track = fast_tracks.accept(
            fast_track=track,
            by=scene.people[who],
            delegation=delegation,
            given_by="Kommunestyret",
            given_on=day(700),
        )
    fast_tracks.start(fast_track=track, by=by, on=day(91))
    yield ago(95, "18:00")
    group = groups.make_group(
        committee=made,
        by=scene.people["noor"],
        name="Arbeidsplassene",
        task="Finn tre plasser, og legg planen for dagene der.",
        members=[_seat(scene, made, who) for who in ("noor", "bedrift")],
    )
    for name, comes_from in (
        ("Ragna", "butikken"),
        ("Terje", "verftet"),
        ("Inger", "sykehjemmet"),
        ("Lise", "voksenopplæringen"),
    ):
        groups.invite_along(group=group, by=by, name=name, comes_from=comes_from)
    pilot = pilots.begin_pilot(
        committee=made,
        by=by,
        title="Åtte lærer norsk på tre arbeidsplasser",
        tries="To dager i uka sammen med en kollega som forklarer. De åtte lager planen selv.",
        stop_rule="En bedrift trekker seg, eller to av de åtte slutter.",
        starts_on=day(91),
        ends_on=day(21),
        participants=8,
        co_designers=8,
        interpreted_into=LANGUAGES,
        is_in_plain_language=True,
        fast_track=track,
    )
    cafe = _announced(scene, made, "Tredje møte: verdenskafé for alle", ago(80, "18:00"))
    fourth = _announced(scene, made, "Fjerde møte", ago(65, "18:00"), kind="meeting")
    fifth = _announced(scene, made, "Femte møte", ago(35, "18:00"), kind="meeting")
    yield ago(79, "09:00")
    groups.write_down_dialogue(
        committee=made,
        event=cafe,
        by=by,
        whom="Arbeidsgivere, naboer, foreldre, skolen og alle som har flyttet hit",
        invited=140,
        came=70,
        group=group,
    )
    yield ago(70, "20:00")
    groups.write_material(
        committee=made,
        by=scene.people["yusuf"],
        kind="draft",
        title="Slik finner vi en plass på en arbeidsplass",
        text="1. Spør hva du kan. 2. Besøk to steder. 3. Velg sammen med dem du skal jobbe med.",
        authors=[_seat(scene, made, who) for who in ("yusuf", "noor", "politiker")],
        language="nb",
        group=group,
    )
    yield ago(64, "09:00")
    _came(scene, fourth, "ordforer", "politiker", "yusuf", "fatima", "bedrift")
    alarm = attendance.look_at(made)[0]
    yield ago(62, "12:00")
    attendance.say_what_was_done(
        alarm=alarm,
        by=by,
        done="Ringte begge to. Møtene begynner nå klokka seks, og vi ordner barnepass.",
    )
    for event, planned, used in ((cafe, 14, 22), (fourth, 6, 7)):
        hours.write_hours(
            committee=made,
            event=event,
            by=by,
            hours={
                "planned_before": Decimal(planned),
                "planned_during": Decimal(3),
                "used_before": Decimal(used),
                "used_during": Decimal(3),
                "used_after": Decimal(2),
            },
        )
    yield ago(34, "09:00")
    _came(scene, fifth, "ordforer", "politiker", "yusuf", "fatima", "bedrift", "noor", "camilla")
    yield ago(30, "20:00")
    first = recommendations.propose_recommendation(
        committee=made,
        by=scene.people["fatima"],
        text="Alle som kommer hit, får tilbud om to dager i uka på en arbeidsplass.",
        why="Av åtte som prøvde, fikk seks tilbud om arbeid.",
        costs="En koordinator i halv stilling. Mindre til kurs alene.",
        carried_by="NAV og voksenopplæringen",
    )
    second = recommendations.propose_recommendation(
        committee=made,
        by=scene.people["politiker"],
        text="Bedrifter som tar imot, betaler mindre i leie for kommunale lokaler.",
        why="Det bør lønne seg å ta ansvar.",
        carried_by="Eiendomsavdelingen",
    )
    third = recommendations.propose_recommendation(
        committee=made,
        by=scene.people["noor"],
        text="Barnehagen holder åpent til klokka fem for foreldre på språkpraksis.",
        why="Foreldrene venter lengst. Det sa alle på verdenskafeen.",
        costs="To timer til for én ansatt, fire dager i uka.",
        carried_by="Barnehagene",
    )
    yield ago(20, "18:00")
    pilots.tell_result(
        pilot=pilot,
        by=scene.people["noor"],
        result="Seks av åtte har fått tilbud om arbeid. Alle vil fortsette.",
        participants=8,
        co_designers=8,
        interpreted_into=LANGUAGES,
        is_in_plain_language=True,
    )
    motion = pilots.ask_about_pilot(
        pilot=pilot, outcome="keep", way="consensus", by=scene.people["noor"]
    )
    yield ago(18, "20:00")
    _all_vote(scene, motion, reasons="Det virker, og de som prøvde, vil ha det.")
    yield ago(15, "20:00")
    motion = _ask(first, "vote", by=scene.people["fatima"])
    _all_vote(
        scene,
        motion,
        against=("bedrift",),
        note="To dager i uka er for mye for de minste bedriftene.",
        reasons="Seks av sju er for. Vi hørte på den sjuende, og skrev «tilbud».",
    )
    yield ago(14, "20:00")
    motion = _ask(second, "consensus", by=scene.people["politiker"])
    _all_vote(
        scene,
        motion,
        against=("camilla", "noor"),
        reasons="Vi ble ikke enige om pengene. Vi ser på det igjen når vi har spurt bedriftene.",
    )
    yield ago(5, "20:00")
    motion = _ask(third, "vote", by=scene.people["noor"])
    for who in ("noor", "fatima", "ordforer"):
        _votes(scene, motion, who, "for")


def _seat(scene: Scene, made: Committee, who: str) -> Member:
    """The seat somebody holds in the committee."""
    found: Member = made.members.sitting().get(person=scene.people[who])
    return found


def _last(made: Committee) -> Motion:
    """What the committee was asked last."""
    found: Motion = Motion.objects.filter(committee=made).latest("pk")
    return found


def _ask(subject: Recommendation, way: str, *, by: Person) -> Motion:
    """Put a recommendation to the vote."""
    return motions.ask_the_committee(subject=subject, what="recommend", way=way, by=by)


def _votes(scene: Scene, motion: Motion, who: str, stance: str) -> None:
    """Somebody votes."""
    member = _seat(scene, motion.committee, who)
    motions.give_vote(motion=motion, member=member, stance=stance, by=scene.people[who])


def _all_vote(
    scene: Scene,
    motion: Motion,
    *,
    reasons: str,
    against: tuple[str, ...] = (),
    note: str = "",
) -> None:
    """Everybody who sits votes, and the facilitator closes it."""
    minority = [scene.people[who].pk for who in against]
    for member in motion.committee.members.sitting().select_related("person"):
        stance = "against" if member.person_id in minority else "for"
        person = member.person
        if person is None:
            continue
        motions.give_vote(motion=motion, member=member, stance=stance, by=person)
        if note and stance == "against":
            motions.write_note(motion=motion, member=member, text=note, by=person, is_named=True)
    motions.close_motion(motion=motion, by=scene.people["tilrettelegger"], reasons=reasons)


def _announced(
    scene: Scene, made: Committee, title: str, starts_at: datetime, kind: str = "workshop"
) -> Event:
    """A meeting of the committee, announced by its facilitator."""
    return announce(
        initiative=made.initiative,
        hand=scene.hand("tilrettelegger", "facilitator"),
        title=title,
        kind=kind,
        place="Formannskapssalen",
        language="nb",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=3),
    )


def _came(scene: Scene, event: Event, *who: str) -> None:
    """Write down who came."""
    came = [scene.people[one].pk for one in who]
    note_who_came(event=event, by=scene.people["tilrettelegger"], came=came)
