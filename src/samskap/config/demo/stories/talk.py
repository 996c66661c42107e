"""What people say to each other about the library and the benches: lively, and decent."""

import uuid
from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.conversations.actions.moderating import judge, report
from samskap.conversations.actions.talking import edit, say
from samskap.conversations.actions.threads import keep, pin, set_rules
from samskap.conversations.hosts import Subject, about_decision
from samskap.conversations.models import Comment
from samskap.ideas.models import Idea
from samskap.ideas.talk import about_idea
from samskap.initiatives.models import Decision
from samskap.ledger.hands import paper_hand

Steps = Generator[datetime, None, None]


class Talk:
    """What is said about one thing. Who says it is named by the key of the scene."""

    def __init__(self, scene: Scene, subject: Subject) -> None:
        self.scene = scene
        self.subject = subject

    def says(
        self,
        who: str,
        text: str,
        *,
        speaking_for: str = "",
        above: Comment | None = None,
        column: str = "",
        language: str = "nb",
    ) -> Comment:
        """Let somebody say something, or answer."""
        return say(
            subject=self.subject,
            hand=self.scene.hand(who, speaking_for),
            text=text,
            language=language,
            above=above,
            column=column,
            form_key=uuid.uuid4(),
        )

    def kept(self, summary: str = "", *, has_columns: bool = False) -> None:
        """Let the facilitator sum up or sort."""
        keep(
            subject=self.subject,
            by=self.scene.people["tilrettelegger"],
            has_columns=has_columns,
            is_quiet=False,
            is_closed=False,
            summary=summary,
            summary_language="nb",
        )


def idea_called(scene: Scene, title: str) -> Subject:
    """An idea of the scene, to talk about."""
    ideas = Idea.objects.of(scene.municipality).select_related(
        "initiative__account", "initiative__municipality", "contribution__giver__person"
    )
    return about_idea(ideas.get(title=title))


def library_card(scene: Scene) -> Steps:
    """Talk about a door that opens with the library card, until the facilitator sums up."""
    yield ago(257, "19:10")
    facilitator = scene.people["tilrettelegger"]
    set_rules(municipality=scene.municipality, by=facilitator, first_comments="open")
    talk = Talk(scene, idea_called(scene, "Åpne med lånekortet når ingen er på vakt"))
    worry = talk.says(
        "aslaug", "Jeg er redd for å være der alene om kvelden. Hvem ringer jeg hvis noe skjer?"
    )
    yield ago(256, "08:40")
    talk.says(
        "ansatt",
        "Godt spørsmål, @Aslaug. Der de har meråpent, henger det en telefon ved døra som går rett"
        " til vakta. Det kan vi også få til.",
        speaking_for="biblioteket",
        above=worry,
    )
    talk.says("liv", "Og vi er jo naboer. Jeg ser lyset fra kjøkkenet mitt.", above=worry)
    yield ago(255, "21:30")
    young = talk.says("thea", "Kan vi under 18 få slike kort, eller må noen voksne være med?")
    yield ago(254, "12:15")
    talk.says(
        "ansatt",
        "Fra 15 år, med underskrift hjemmefra. Det er slik de fleste gjør det.",
        speaking_for="biblioteket",
        above=young,
    )
    first = talk.says(
        "synnove",
        "Eg pendlar, og er heime halv seks. For meg er dette skilnaden på å ha eit bibliotek og"
        " ikkje ha det.",
        language="nn",
    )
    yield ago(254, "12:40")
    edit(
        comment=first,
        text="Eg pendlar og er heime halv seks. For meg er dette skilnaden på å ha eit bibliotek"
        " og ikkje ha det. Det same gjeld minst fire på bussen min.",
        language="nn",
        by=scene.people["synnove"],
    )
    yield ago(253, "20:05")
    attack = talk.says(
        "per",
        "Dei som vil stengje, er late og burde flytte. Særleg ho som sit i kommunestyret.",
        language="nn",
    )
    talk.says("kasper", "I Danmark har vi haft det sådan i ti år. Det går godt.", language="da")
    yield ago(252, "18:20")
    report(
        comment=attack,
        by=scene.people["politiker"],
        ground="attack",
        text="Det er meg det siktes til, og det er ikke sant at jeg vil stenge.",
    )
    yield ago(251, "09:10")
    judge(
        comment=attack,
        by=facilitator,
        hides=True,
        ground="attack",
        reason="Du kan være uenig i hva noen mener. Her blir folk kalt late og bedt om å flytte."
        " Skriv gjerne på nytt om saken.",
    )
    yield ago(250, "20:50")
    talk.says(
        "per",
        "Då seier eg det slik: Tala for utlån viser at folk vil ha biblioteket.",
        language="nn",
    )
    yield ago(249, "10:00")
    hand = paper_hand(
        by=facilitator, municipality=scene.municipality, name="Olaug", channel="meeting"
    )
    text = "Sett på et ringeklokkeskilt med store bokstaver. Jeg ser dårlig."
    say(subject=talk.subject, hand=hand, text=text, language="nb", form_key=uuid.uuid4())
    pin(comment=worry, by=facilitator, is_pinned=True)
    talk.kept(
        "De fleste vil ha dør som åpner med lånekort. **Enige om:** telefon ved døra, kort fra 15"
        " år, skilt med store bokstaver. **Åpent:** hvem som ser til lokalet etter klokka 21."
    )


def solution(scene: Scene) -> Steps:
    """Weigh the proposed solution in three columns."""
    yield ago(233, "09:30")
    decisions = Decision.objects.of(scene.municipality).select_related(
        "initiative__account", "initiative__municipality"
    )
    talk = Talk(scene, about_decision(decisions.get(title="Slik holder vi åpent sammen")))
    talk.kept(has_columns=True)
    talk.says("magnus", "40 timer i uka, mot 22. Det er nesten dobbelt så mye.", column="for")
    talk.says(
        "anette",
        "Frivillige blir slitne. Om ett år står vi igjen med en stengt dør.",
        column="against",
    )
    yield ago(233, "19:45")
    talk.says("liv", "Høytlesing på fredager! Jeg tar den første vakta.", column="for")
    talk.says(
        "forening",
        "At ingen har mer enn én vakt i uka, og at vi får si nei uten å forklare oss.",
        speaking_for="grendelaget",
        column="works",
    )
    talk.says(
        "fatima", "At det alltid er noen ansatte å spørre, minst to dager i uka.", column="works"
    )


def benches(scene: Scene) -> Steps:
    """Talk about where a bench should stand; one comment waits for the facilitator today."""
    yield ago(9, "18:30")
    talk = Talk(scene, idea_called(scene, "Ved postkassene, der du ser ferja"))
    view = talk.says("trygve", "Der satt vi og ventet på ferja i 1961. Da var det to benker.")
    yield ago(8, "20:10")
    talk.says("camilla", "Har du et bilde av dem, @Trygve? Da kan vi lage like.", above=view)
    talk.says("ung", "Kan vi få en med bord? Da kan vi gjøre lekser mens vi venter.")
    yield ago(3, "07:55")
    advert = talk.says("jonas", "Selger brukte hagemøbler billig! Ring meg på kvelden.")
    yield ago(2, "16:30")
    report(comment=advert, by=scene.people["camilla"], ground="advertising")
