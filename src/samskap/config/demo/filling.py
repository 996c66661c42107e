"""Filling: the municipalities first, then their stories, in the order in which they happened."""

from collections.abc import Generator, Iterable
from datetime import datetime
from heapq import heapify, heappop, heappush
from itertools import count

from django.db import transaction
from django.utils import translation

from samskap.committees.actions.alerting import alert_all
from samskap.config.demo import akobing, clock, fjordvik, people, stories
from samskap.config.demo.scene import Scene
from samskap.initiatives.actions.reminding import remind_all
from samskap.initiatives.models import Initiative
from samskap.insight.actions import keep_placing
from samskap.meetings.actions.reminding import remind_ahead as remind_of_events
from samskap.municipalities.models import Municipality
from samskap.notices.actions import choose_limits, mark_read
from samskap.notices.models import MAILS_A_WEEK, Limits
from samskap.rotas.actions.reminding import remind_ahead as remind_of_turns

Story = Generator[datetime, None, None]


def is_filled() -> bool:
    """Whether the demo is here already."""
    return Municipality.objects.filter(slug=fjordvik.SLUG).exists()


def sign_ins() -> list[dict[str, str]]:
    """Who can sign in, as the front door prints it."""
    return [
        {"role": one.says, "name": one.name, "email": one.email}
        for one in (*people.FJORDVIK, *akobing.PEOPLE)
        if one.says
    ]


@transaction.atomic
def fill() -> None:
    """Fill both municipalities, wholly or not at all."""
    with clock.borrowed(), translation.override("nb"):
        home = fjordvik.open_fjordvik()
        abroad = akobing.open_akobing()
        told = [*stories.all_of(home), *akobing.stories_of(abroad)]
        tell([*told, _read_notices(home), _remind()])
    for scene in (home, abroad):
        _let_letters_through(scene)
    for initiative in Initiative.objects.select_related("municipality", "account"):
        keep_placing(initiative)


def tell(told: Iterable[Story]) -> None:
    """Tell several stories at once: the next step is always the earliest one."""
    order = count()
    waiting = [(next(story), next(order), story) for story in told]
    heapify(waiting)
    while waiting:
        moment, _number, story = heappop(waiting)
        clock.stand_at(moment)
        following = next(story, None)
        if following is not None:
            heappush(waiting, (max(following, moment), next(order), story))


def _read_notices(scene: Scene) -> Story:
    """Everybody has read what is older than eight days."""
    yield clock.ago(8, "21:00")
    for person in scene.people.values():
        mark_read(by=person, municipality=scene.municipality)


def _remind() -> Story:
    """Everybody has been reminded of what is due, so that the worker does not begin with a heap."""
    yield clock.ago(0, "23:59")
    remind_all(clock.today())
    alert_all(clock.today())
    remind_of_turns()
    remind_of_events()


def _let_letters_through(scene: Scene) -> None:
    """Send e-mail from now on, as for anybody who has chosen nothing."""
    for person in scene.people.values():
        choose_limits(by=person, mail=Limits.Mail.AT_ONCE, mails_a_week=MAILS_A_WEEK)
