"""Everyday things beside the initiatives: somebody wants to join, somebody says yes to news."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago, day
from samskap.config.demo.scene import Scene
from samskap.organisations.actions.membership import ask_to_join
from samskap.people.actions import give_consent
from samskap.people.models import Consent


def tell(scene: Scene) -> Generator[datetime, None, None]:
    """Tell what else goes on."""
    yield ago(40, "20:00")
    for who in ("innbygger", "liv", "lars", "magnus", "anette", "fatima"):
        give_consent(
            by=scene.people[who],
            municipality=scene.municipality,
            purpose=Consent.Purpose.NEWS,
            ends_on=day(-300),
        )
    for who in ("liv", "magnus", "trygve"):
        give_consent(
            by=scene.people[who],
            municipality=scene.municipality,
            purpose=Consent.Purpose.HELP,
            ends_on=day(-120),
        )
    yield ago(3, "17:45")
    ask_to_join(
        organisation=scene.organisations["grendelaget"],
        by=scene.people["magnus"],
        words="Jeg bor i det gule huset ved Vika, og vil være med på dugnad.",
    )
