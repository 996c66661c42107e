"""Families, and those who help them."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Rule, Story, What
from samskap.initiatives.actions.states import close


def family_workshop(scene: Scene) -> Generator[datetime, None, None]:
    """A workshop for families with children (S2:61), over and done with."""
    yield ago(262, "10:00")
    story = Story(
        scene,
        "anette",
        title="Familieverksted om lekeplassene",
        dream="Å bli spurt på et tidspunkt da ungene ikke skal legge seg.",
        solution="Et verksted på lørdag, med mat og barnepass.",
        helpers="Helsestasjonen, barnehagene og biblioteket.",
    )
    story.describe(
        "anette",
        topics=["children", "democracy"],
        areas=["sentrum", "nesset"],
        societal_goal="Småbarnsfamilier former stedet de bor på.",
    )
    story.lead("tilrettelegger")
    story.step("defining", "tilrettelegger")
    story.received("tilrettelegger", reason="Lørdag klokka 11, med pannekaker.")
    told = [
        story.idea(
            "fatima",
            "problem_statement",
            "Husken er tatt ned og aldri satt opp igjen",
            liked_by=["anette", "yusuf"],
        ),
        story.idea(
            "anette",
            "story",
            "Vi sykler til nabokommunen for å leke",
            liked_by=["fatima", "camilla"],
        ),
        story.idea(
            "ansatt",
            "evidence",
            "63 familier kom, 40 av dem for første gang",
            speaking_for="biblioteket",
        ),
    ]
    yield ago(250, "11:00")
    story.partner("anette", role="Vertskap")
    story.partner("ansatt", "biblioteket", asked_by="anette", role="Rom og barnepass")
    story.agree(
        "tilrettelegger",
        purpose="Ett verksted som fører til noe.",
        duties="Alle forslag får svar.",
        rule=Rule.CONSENSUS,
        review_in=90,
    )
    problem = story.propose(
        "anette",
        "Hva mangler?",
        "Steder der små og store barn kan leke samtidig.",
        what=What.PROBLEM,
        adopts=told,
    )
    story.voices(problem)
    story.close(problem, "anette", "63 familier satte klistremerker på kartet.")
    wish = story.idea(
        "fatima",
        "idea",
        "Én stor lekeplass i stedet for fem små",
        liked_by=["anette", "yusuf", "noor"],
    )
    plan = story.idea(
        "ansatt",
        "draft",
        "Byttebod for leker på biblioteket",
        speaking_for="biblioteket",
        liked_by=["anette"],
    )
    yield ago(238, "12:00")
    solution = story.propose(
        "anette",
        "To ting vi gjør nå",
        "Lekeplassen på Torget utvides. Biblioteket får en byttebod.",
        what=What.SOLUTION,
        adopts=[wish, plan],
    )
    story.voices(solution)
    story.close(solution, "anette", "Det vi fikk til med de pengene som var.")
    yield ago(215, "15:00")
    story.work("anette", 20, "Dugnad på Torget")
    story.work("ansatt", 16, "Byttebod", speaking_for="biblioteket")
    yield ago(150, "12:00")
    close(
        initiative=story.initiative,
        by=scene.people["anette"],
        reason="Lekeplassen står, og bytteboden går av seg selv. Takk for oss!",
    )


def groceries(scene: Scene) -> Generator[datetime, None, None]:
    """This week’s groceries for a neighbour of 90 (S4:33), by telephone."""
    yield ago(47, "10:10")
    story = Story(
        scene,
        "jonas",
        speaking_for="nabohjelpa",
        title="Ukas handel for naboen",
        dream="At den som ikke kommer seg ut, får varene sine, og en prat i døra.",
        solution="En liste over naboer som likevel skal på butikken.",
        helpers="Butikken, hjemmetjenesten og alle med bagasjerom.",
    )
    story.describe(
        "jonas",
        topics=["older", "belonging"],
        areas=["sentrum", "strand"],
        field="service",
        societal_goal="Du kan bo hjemme når beina svikter.",
    )
    story.step("defining", "tilrettelegger")
    story.received("tilrettelegger", reason="Lista ligger på servicetorget fra i morgen.")
    yield ago(40, "11:30")
    story.on_behalf(
        "tilrettelegger",
        "story",
        "Jeg er 90, og posene er blitt så tunge",
        "Hun ringte servicetorget. Vi skrev det ned med hennes ord.",
        name="Gudrun, 90 år",
        channel="phone",
        reach="00 00 00 03",
        actor_kind="service_user",
    )
    story.idea("lars", "idea", "Jeg kjører forbi hver torsdag uansett", liked_by=["liv", "jonas"])
    yield ago(19, "09:00")
    story.idea(
        "tuva",
        "evidence",
        "27 har bedt oss om hjelp til handel denne måneden",
        speaking_for="omsorg",
    )
