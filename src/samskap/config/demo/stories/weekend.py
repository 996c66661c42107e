"""Young people move into the town hall: a workshop with tables, and a weekend that is ahead."""

from collections.abc import Generator
from datetime import datetime, timedelta

from samskap.config.demo.clock import ago, day, later, now
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Story
from samskap.ledger import actions as ledger
from samskap.meetings.actions.coming import come
from samskap.meetings.actions.events import announce, tell_how_it_was
from samskap.meetings.actions.kiosks import leave_note, open_kiosk
from samskap.meetings.actions.nights import keep_night, see_certificate, watch
from samskap.meetings.actions.notes import say_the_same, set_aside, turn_into_contribution
from samskap.meetings.actions.running import tell_how_it_was_run
from samskap.meetings.actions.stays import write_down_stay, write_down_yes
from samskap.meetings.actions.tables import describe_table, put_up_tables, type_in_notes, write_note
from samskap.meetings.models import Event, Night, Note, Stay
from samskap.people.models import Person

TABLES = (  # what each talks about, how many sat there, how many of them new, and what they wrote
    (
        "Kvelden",
        9,
        6,
        (
            ("problem_statement", "Etter klokka ni er det bare bensinstasjonen"),
            ("idea", "Rådhuset åpent for oss én kveld i uka"),
            ("story", "Vi satt i busskuret hele vinteren"),
        ),
    ),
    (
        "Skolen",
        8,
        5,
        (
            ("idea", "Elevrådet får en fast plass når budsjettet lages"),
            ("idea", "Et sted å være etter skolen, uten å melde seg på"),
        ),
    ),
    (
        "Vei og buss",
        7,
        2,
        (
            ("evidence", "Siste buss til Nesset går 20.10. Treninga slutter 20.30"),
            ("idea", "Buss hjem klokka elleve på fredager"),
            ("idea", "Mer pizza på møtene"),
        ),
    ),
)
YOUNG = (("Ola", 14), ("Selma", 15), ("Iben", 16), ("Jakob", 13), ("Mie", 17), ("Adam", 14))
SATURDAY = 5
AGES = {"thea": 17, "ung": 15}
CONTACT = {"contact_name": "Forelder", "contact_phone": "00 00 00 00"}
SAYS = (
    "Barnet mitt sover på rådhuset fra lørdag til søndag, på gulvet i formannskapssalen, med egen"
    " sovepose. Voksne er våkne hele natten. De unge lager ungdomspolitikken, lager mat sammen og"
    " går ikke ut etter klokka ti. Jeg henter hvis noen ringer."
)


def tell(scene: Scene) -> Generator[datetime, None, None]:
    """Thea raises it; people sit at three tables; a weekend is announced, and a tablet put up."""
    yield ago(41, "19:20")
    story = Story(
        scene,
        "thea",
        title="Ungdomshelg på rådhuset",
        dream="At vi flytter inn på rådhuset ei helg og skriver ungdomspolitikken selv.",
        solution="Ei helg med soveposer, og politikere som hører på før de snakker.",
        helpers="Noen voksne som kan være våkne om natta.",
    )
    story.describe("thea", topics=["children", "belonging"], areas=["sentrum"])
    story.lead("tilrettelegger")
    story.step("defining", "tilrettelegger", "Thea har spurt. Vi sier ja.")
    story.received("tilrettelegger", reason="Vi begynner med et verksted på biblioteket.")
    yield ago(33, "09:00")
    workshop = held(scene, story, "Hva skal helga handle om?", "Biblioteket på Strand", 12, hours=3)
    for who in ("ung", "magnus", "innbygger"):
        come(event=workshop, by=scene.people[who])
    yield workshop.starts_at
    sit_down(scene, workshop)
    yield later(workshop.ends_at, 1)
    go_through(scene, workshop)
    yield later(workshop.ends_at, 9)
    saturday = 9 + 12 + (SATURDAY - later(now(), 9 + 12).weekday()) % 7
    weekend = held(scene, story, "Rådhuset er vårt", "Fjordvik rådhus", saturday, hours=24)
    sleep_over(scene, weekend)
    put_up_tablet(scene, story)


def held(scene: Scene, story: Story, title: str, place: str, days: int, *, hours: int) -> Event:
    """Announce an event that begins at noon, so many days from now."""
    starts_at = later(now(), days).replace(hour=12, minute=0, second=0, microsecond=0)
    return announce(
        initiative=story.initiative,
        hand=scene.hand("thea"),
        title=title,
        kind="workshop",
        place=place,
        language="nb",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
        for_whom="De mellom 13 og 19",
    )


def sit_down(scene: Scene, event: Event) -> None:
    """Three tables write; the third on paper."""
    thea = scene.people["thea"]
    put_up_tables(event=event, by=thea, tables=len(TABLES))
    for table, (name, seated, new, notes) in zip(event.tables.all(), TABLES, strict=True):
        facts = {"name": name, "seated": seated, "seated_new": new, "from_public": 1}
        describe_table(table=table, by=thea, listened=True, **facts)
        for kind, title in notes[: 2 if table.number == len(TABLES) else None]:
            write_note(table=table, by=None, kind=kind, title=title, language="nb")
    sheet = [title for _kind, title in TABLES[-1][-1][2:]]
    type_in_notes(table=table, by=thea, lines=sheet, counted=1, kind="idea", language="nb")


def go_through(scene: Scene, event: Event) -> None:
    """Each note becomes something, says the same as another, or is set aside; two still wait."""
    by = scene.people["tilrettelegger"]
    notes = list(Note.objects.filter(table__event=event).order_by("pk"))
    evening = notes[1]
    became = [notes[0], evening, notes[3], notes[5]]
    given = {note.pk: turn_into_contribution(note=note, by=by) for note in became}
    for each in given.values():
        ledger.settle(contribution=each, status="read", by=by)
    say_the_same(note=notes[4], other=Note.objects.get(pk=evening.pk), by=by)
    set_aside(note=notes[7], by=by, because="Det er bestilt! Det trengs ikke noe vedtak.")
    ledger.settle(
        contribution=given[evening.pk],
        status="used",
        reason="Det ble til helga på rådhuset.",
        by=by,
    )
    tell_how_it_was(
        event=event,
        by=scene.people["thea"],
        came=27,
        came_new=13,
        changed="Nå er det de unge som lager dagsordenen.",
        hours=9,
    )
    tell_how_it_was_run(
        event=event,
        by=by,
        method="world_cafe",
        learnt="Bordvertene må være unge selv. Da snakker alle.",
        staff_before=6,
        staff_during=3,
        staff_after=4,
        volunteers_during=9,
    )


def sleep_over(scene: Scene, event: Event) -> None:
    """A weekend with a yes for some, an answer that is waited for, and too few adults."""
    staff = scene.people["ansatt"]
    night = keep_night(event=event, by=staff, age_least=13, age_most=19, says=SAYS)
    thea, _emil = (
        sign_up(night, scene.people[who], AGES[who]) for who in ("thea", "ung")
    )  # Emil’s guardian has yet to answer
    write_down_yes(stay=thea, by=staff, **CONTACT)
    for name, age in YOUNG:
        write_down_stay(night=night, by=staff, name=name, age=age, **CONTACT)
    for who in ("jonas", "liv"):
        host = watch(night=night, by=scene.people[who])
    see_certificate(host=host, by=staff, purpose="Nattevakt på ungdomshelga")


def sign_up(night: Night, person: Person, age: int) -> Stay:
    """Let somebody under age sign up; no letter leaves an invented municipality."""
    come(event=night.event, by=person)
    made: Stay = Stay.objects.create(
        municipality_id=night.municipality_id, night=night, person=person, age=age
    )
    return made


def put_up_tablet(scene: Scene, story: Story) -> None:
    """A tablet at the city lab, where somebody has left a story."""
    kiosk, _code = open_kiosk(
        initiative=story.initiative,
        by=scene.people["tilrettelegger"],
        place="ByLab i Storgata",
        ends_on=day(-120),
    )
    leave_note(
        kiosk=kiosk,
        kind="story",
        title="Jeg var med på det samme i 1974, og vi fikk en kjeller",
        language="nb",
    )
