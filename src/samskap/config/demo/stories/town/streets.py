"""Benches and kerbs."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Story


def benches(scene: Scene) -> Generator[datetime, None, None]:
    """Senior tracks (S2:61): walking about with those who know where it is good to sit."""
    yield ago(29, "13:00")
    story = Story(
        scene,
        "trygve",
        title="Seniortråkk: hvor er det godt å gå?",
        dream="En vei med benker der det er utsikt, og ikke der det er enkelt å måke.",
        solution="Vi går sammen og setter nåler i kartet.",
        helpers="Alle over 65, og noen på 10 som kan løpe i forveien.",
    )
    story.describe("trygve", topics=["older", "places", "nature"], areas=["nesset"])
    yield ago(26, "09:40")
    story.step("defining", "tilrettelegger")
    story.received("tilrettelegger", reason="Vi går den første turen sammen neste tirsdag.")
    story.ask(
        "tilrettelegger",
        "Hvor er det godt å sitte?",
        "Skriv stedet, så tegner vi det inn.",
        days=60,
    )
    yield ago(13, "15:00")
    story.idea(
        "harald",
        "idea",
        "Ved postkassene, der du ser ferja",
        liked_by=["aslaug", "trygve", "camilla"],
    )
    yield ago(11, "15:00")
    story.on_behalf(
        "tilrettelegger",
        "problem_statement",
        "Isen ligger lenge under grantrærne",
        name="Sagt på turen",
        channel="meeting",
    )


def wheelchair_map(scene: Scene) -> Generator[datetime, None, None]:
    """A map for wheels, a few days old."""
    yield ago(6, "17:20")
    story = Story(
        scene,
        "camilla",
        title="Turkart for hjul",
        dream="Et kart som viser hvor rullestol, rullator og barnevogn kommer fram.",
        solution="Vi prøver selv, og tegner.",
        helpers="Turlaget, skolen og alle med hjul.",
    )
    story.describe("camilla", topics=["nature", "health"], areas=["nesset", "sentrum"])
    yield ago(4, "20:00")
    story.idea("noor", "idea", "Ta bilde av hver dørterskel", liked_by=["camilla", "harald"])
    story.like(story.idea("anette", "story", "Vi bar vogna i 200 meter"), "fatima", "camilla")
