"""The rotas: the library at Strand goes on by one, and the bathing place had one for a summer.

After S4:47–51 and scenario SC-5: twelve weeks of eleven shifts, a swap, one place covered by
staff, 40 hours a week where there were 22.
"""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import cycle

from samskap.config.demo.clock import ago, today
from samskap.config.demo.scene import Scene
from samskap.initiatives.models import Initiative
from samskap.rotas.actions import hours, rotas, shifts, swaps, turns
from samskap.rotas.models import Duty, Need, Rota, Series, Shift, Turn

WEEKS = 12  # whole weeks that are over
AHEAD = 3  # weeks ahead, this one not counted
# Weekdays, from, until, how many hosts, reading friends and staff, and what happens.
LIBRARY = (
    ("MO,WE", time(15), time(19), 2, 0, 0, ""),
    ("TU,TH", time(10), time(14), 0, 0, 1, ""),
    ("TU,TH", time(14), time(18), 0, 1, 1, ""),
    ("FR", time(12), time(14), 0, 0, 1, ""),
    ("FR", time(14), time(18), 2, 0, 0, ""),
    ("FR", time(18), time(21), 2, 0, 0, "Spillkveld"),
    ("SA", time(10), time(13), 2, 0, 0, ""),
    ("SA", time(13), time(17), 2, 0, 0, ""),
)
HOSTS = (
    "innbygger", "liv", "magnus", "forening", "lars", "noor",
    "aslaug", "thea", "fatima", "bedrift", "trygve",
)  # fmt: skip
READERS = ("aslaug", "liv", "lars")
MISSED = ((2, 0), (7, 9))  # week and shift: somebody could not come, and nobody stepped in
COVERED = (5, 3)  # week and shift: somebody could not come, and an employee stepped in
NOT_TAKEN = (9, 7)  # week and shift: a place that nobody took


def monday(weeks_ago: int) -> date:
    """The Monday of a week, so many weeks back; a negative number is ahead."""
    here = today()
    return here - timedelta(days=here.weekday(), weeks=weeks_ago)


def moment(day: date, at: str) -> datetime:
    """A moment of a day."""
    return ago((today() - day).days, at)


def library(scene: Scene) -> Generator[datetime, None, None]:
    """Twelve weeks of the library, this week, and what is ahead."""
    yield moment(monday(WEEKS) - timedelta(days=6), "19:30")
    innbygger, ansatt = scene.people["innbygger"], scene.people["ansatt"]
    rota = rotas.open_rota(
        initiative=running(scene, "Biblioteket på Strand skal leve"),
        by=innbygger,
        title="Vaktlista for biblioteket",
        place="Biblioteket på Strand",
        language="nb",
        about="De første ukene hang lista på kjøleskapet på grendehuset. Nå er den her. Ta en vakt"
        " når det passer, og gi den tilbake hvis noe kommer i veien. Du er aldri alene.",
        area=scene.areas["strand"],
        hours_before=22,
        hours_wanted=40,
        hours_source="Oppslaget på døra før vi begynte",
        cost_before_kr=640_000,
        cost_now_kr=655_000,
        cost_source="Budsjettet til biblioteket, med renter og avdrag på dørlåsen",
    )
    key = rotas.add_requirement(
        rota=rota,
        by=innbygger,
        kind="key",
        name="Lånekort som åpner døra",
        how="Siri på biblioteket slår det på.",
    )
    course = rotas.add_requirement(
        rota=rota,
        by=innbygger,
        kind="training",
        name="Kurs i lånesystemet",
        how="To kvelder. Grendelaget sier når.",
    )
    host = rotas.add_duty(
        rota=rota,
        by=innbygger,
        name="Vert",
        about="Låser opp, tar imot og hjelper folk å låne.",
        requirements=[key, course],
    )
    reader = rotas.add_duty(
        rota=rota, by=innbygger, name="Lesevenn", about="Leser høyt for dem som vil høre."
    )
    staff = rotas.add_duty(
        rota=rota,
        by=innbygger,
        name="Bibliotekar",
        about="Veileder, og har ansvar for samlingen.",
        is_staff=True,
    )
    for who in HOSTS:
        for requirement in (key, course):
            rotas.see(requirement=requirement, person=scene.people[who], by=ansatt)
    rotas.name_coordinator(rota=rota, person=scene.people["forening"], by=innbygger)
    for rule in LIBRARY:
        add_series(rota, scene, rule, (host, reader, staff))

    people = {host: cycle(HOSTS), reader: cycle(READERS), staff: cycle(["ansatt"])}
    for week in range(WEEKS):
        yield moment(monday(WEEKS - week) - timedelta(days=2), "20:00")
        of_week = shifts_in(rota, monday(WEEKS - week))
        take_all(scene, of_week, people, but=[at for wk, at in [NOT_TAKEN] if wk == week])
        if week == 4:
            yield from a_swap(scene, of_week)
        yield moment(monday(WEEKS - week) + timedelta(days=6), "18:30")
        settle_week(scene, of_week, week)

    yield moment(monday(0) - timedelta(days=2), "20:00")
    this_week = shifts_in(rota, monday(0))
    take_all(scene, this_week, people, but=[len(this_week) - 1])
    yield ago(1, "21:30")
    over = [shift for shift in this_week if shift.ends_at < ago(1, "21:30")]
    settle_week(scene, over[:-1], WEEKS)  # of the last one nobody has said who was there
    for week in range(1, AHEAD + 1):
        of_week = shifts_in(rota, monday(-week))
        take_all(scene, of_week, people, but=range(3 - week, len(of_week), 4 - week))
    someone = Turn.objects.filter(
        shift__in=shifts_in(rota, monday(-1)), person=scene.people["magnus"], status="taken"
    ).first()
    if someone:
        swaps.ask_swap(
            turn=someone, by=scene.people["magnus"], words="Jeg skal i konfirmasjon. Kan noen?"
        )


def running(scene: Scene, title: str) -> Initiative:
    """An initiative of the municipality, by its title."""
    rows = Initiative.objects.of(scene.municipality).select_related("account", "municipality")
    found: Initiative = rows.get(title=title)
    return found


def add_series(
    rota: Rota,
    scene: Scene,
    rule: tuple[str, time, time, int, int, int, str],
    duties: tuple[Duty, Duty, Duty],
) -> Series:
    """Add the shifts of one rule, from the first week to the last one ahead."""
    days, opens, closes, *people, title = rule
    return shifts.add_series(
        rota=rota,
        by=scene.people["innbygger"],
        rule=f"FREQ=WEEKLY;BYDAY={days}",
        first_on=monday(WEEKS),
        opens=opens,
        closes=closes,
        until=monday(-AHEAD) + timedelta(days=6),
        needs={duty: int(many) for duty, many in zip(duties, people, strict=True)},
        title=str(title),
        skips_holidays=False,  # the demo shows the same figures on any day of the year
    )


def shifts_in(rota: Rota, first: date) -> list[Shift]:
    """The shifts of one week, in order."""
    of_week = rota.shifts.filter(day__gte=first, day__lt=first + timedelta(weeks=1))
    return list(of_week.order_by("starts_at", "pk"))


def take_all(
    scene: Scene,
    of_week: Sequence[Shift],
    people: Mapping[Duty, Iterator[str]],
    *,
    but: Iterable[int] = (),
) -> None:
    """Let everybody take their places, in turn; on some shifts the last place is left."""
    left = set(but)
    needs = Need.objects.filter(shift__in=of_week).select_related("duty", "shift")
    for need in needs.order_by("shift__starts_at", "pk"):
        whose = people[need.duty]
        leaves_one = of_week.index(need.shift) in left and not need.duty.is_staff
        for _place in range(need.people - leaves_one):
            if need.duty.is_staff:
                turns.take(need=need, hand=scene.hand(next(whose), "biblioteket"))
            else:
                turns.take(need=need, hand=scene.hand(next(whose), "volunteer"))


def a_swap(scene: Scene, of_week: Sequence[Shift]) -> Generator[datetime, None, None]:
    """Somebody asks another to take a turn, and the other can."""
    turn = of_week[-1].turns.get(number=1, status=Turn.Status.TAKEN)
    asks = next(who for who in HOSTS if scene.people[who] == turn.person)
    on_it = of_week[-1].turns.values("person")
    busy = set(of_week[-2].turns.values_list("person", flat=True))
    other = next(
        who
        for who in HOSTS
        if scene.people[who].pk not in busy | {each["person"] for each in on_it}
    )
    swap = swaps.ask_swap(turn=turn, by=scene.people[asks], asked=scene.people[other])
    yield moment(of_week[-1].day - timedelta(days=1), "21:00")
    swaps.accept_swap(swap=swap, hand=scene.hand(other, "volunteer"))


def settle_week(scene: Scene, of_week: Sequence[Shift], week: int) -> None:
    """Confirm who was there, write down who could not come, and who stepped in."""
    keeper = scene.people["forening"]
    for at, shift in enumerate(of_week):
        held = list(shift.turns.filter(status=Turn.Status.TAKEN).order_by("number"))
        if (week, at) in MISSED or (week, at) == COVERED:
            hours.miss(turn=held.pop(), by=keeper)
        hours.confirm_all(turns=held, by=keeper)
        if (week, at) == COVERED:
            need = shift.needs.filter(duty__is_staff=False).get()
            hours.write_down(need=need, hand=scene.hand("ansatt", "biblioteket"))


def bathing(scene: Scene) -> Generator[datetime, None, None]:
    """Six Saturdays with somebody on the quay, and then the summer was over."""
    first = monday(8)
    yield moment(first - timedelta(days=3), "17:00")
    lars = scene.people["lars"]
    rota = rotas.open_rota(
        initiative=running(scene, "Badeplassen i Vika"),
        by=lars,
        title="Badevakt på brygga",
        place="Badebrygga i Sentrum",
        language="nb",
        about="To voksne på brygga hver lørdag så lenge sesongen varer.",
        hours_before=0,
        hours_wanted=5,
    )
    guard = rotas.add_duty(
        rota=rota, by=lars, name="Badevakt", about="Ser etter dem som bader, og kan livredning."
    )
    shifts.add_series(
        rota=rota,
        by=lars,
        rule="FREQ=WEEKLY;BYDAY=SA;COUNT=6",
        first_on=first,
        opens=time(11),
        closes=time(16),
        needs={guard: 2},
        skips_holidays=False,
    )
    pool = cycle(("jonas", "camilla", "yusuf", "kasper", "synnove", "per"))
    for week in range(6):
        of_week = shifts_in(rota, monday(8 - week))
        yield moment(monday(8 - week) + timedelta(days=3), "18:00")
        take_all(scene, of_week, {guard: pool})
        yield moment(monday(8 - week) + timedelta(days=6), "18:00")
        for shift in of_week:
            held = list(shift.turns.filter(status=Turn.Status.TAKEN))
            hours.confirm_all(turns=held, by=lars)
    yield moment(monday(2), "18:00")
    rotas.close_rota(rota=rota, by=lars)
