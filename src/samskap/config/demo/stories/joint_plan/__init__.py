"""A transport plan that many write together, half-way (S4:43): a map, a table and a text."""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago, day
from samskap.config.demo.scene import Scene
from samskap.config.demo.stories.joint_plan import gathering, opinions, table, text
from samskap.config.demo.story import Rule, Story, What
from samskap.deliberation.actions.drawing import draw_map
from samskap.initiatives.actions.deadlines import set_deadline


def tell(scene: Scene) -> Generator[datetime, None, None]:
    """From a question to all to a draft of twelve items that waits for its last meeting."""
    yield ago(86, "09:00")
    story = Story(
        scene,
        "saksbehandler",
        speaking_for="plan",
        title="Sammen om buss, båt og sykkel",
        dream="Alle i Fjordvik kommer fram uten å måtte eie bil.",
        solution="En plan som alle som reiser, kjører eller ikke får reist, skriver sammen.",
        helpers="Bygdene, busselskapet, elevene, pensjonistene og dere som tar ferja.",
    )
    story.describe(
        "saksbehandler",
        topics=["transport", "belonging"],
        areas=["sentrum", "nesset", "strand", "dalen"],
        field="political",
        societal_goal="Ingen lar være å bli med fordi de ikke kommer seg dit.",
        displacement="no",
        displacement_says="Sjåfører og planleggere gjør det de gjør i dag, på andre tider.",
    )
    story.lead("tilrettelegger")
    story.step("defining", "tilrettelegger", "Vi spør alle før noen tegner en rute.")
    yield ago(84, "12:00")
    story.received("tilrettelegger", reason="Vi gjør det sammen. Kartet og bordet er åpnet.")
    partners = {}
    for who, speaking_for, role in (
        ("saksbehandler", "plan", "Kjenner pengene og loven"),
        ("anette", "fjordbuss", "Kjører bussene"),
        ("aslaug", "pensjonistene", "Går til holdeplassen"),
        ("per", "bygdelaget", "Taler for bygda"),
        ("forening", "grendelaget", "Taler for Strand"),
    ):
        first = who == "saksbehandler"
        partners[speaking_for] = story.partner(
            who, speaking_for, role=role, asked_by="" if first else "saksbehandler"
        )
    frame = story.frame(
        "tilrettelegger",
        open="Hvilke ruter, og når\nHva vi gjør med det som ikke er buss",
        negotiable="Hvor bussen stopper",
        fixed="Skoleskyssen er en rett, og den røres ikke",
        money="Fem millioner over tre år",
        law="Yrkestransportlova og opplæringslova kapittel 4",
        time="Rutene bestilles om et halvt år",
        who_decides="Bordet skriver planen. Kommunestyret svarer på hvert tiltak.",
    )
    story.confirm(frame, "anette", "aslaug", "per")
    story.agree(
        "tilrettelegger",
        purpose="Én plan som alle kan finne igjen det de sa i.",
        duties="Vi kommer på møtene, sier hva vi trenger og hva vi kan gi, og svarer alle.",
        rule=Rule.CONSENSUS,
    )
    set_deadline(
        initiative=story.initiative,
        by=scene.people["saksbehandler"],
        what="Rutene for neste skoleår er bestilt",
        before="Fylket, kollektiv",
        due_on=day(-150),
        rule="Rutene bestilles én gang i året. Det som kommer etter dagen, venter et år.",
        source="Avtalen om kollektivtrafikk, punkt 4 (oppdiktet)",
        is_yearly=True,
    )
    yield ago(80, "10:00")
    asked = opinions.ask_all(scene, story.initiative)
    negotiation = table.draw(scene, story.initiative)
    yield ago(70, "20:00")
    opinions.vote(asked, first=0, last=60)
    yield ago(66, "12:00")
    problem = story.propose(
        "tilrettelegger",
        "Hva er problemet?",
        "Den som ikke kjører bil, kommer ikke hjem om kvelden, og vet ikke om det er plass.",
        what=What.PROBLEM,
        adopts=opinions.shared(asked),
    )
    story.voices(problem)
    story.close(problem, "tilrettelegger", "Alle fem var enige.")
    yield ago(62, "10:00")
    meetings = gathering.announce_all(scene, story.initiative)
    for days, met in ((55, meetings[0]), (49, meetings[1])):
        yield ago(days, "21:00")
        gathering.note(scene, negotiation, met)
    yield ago(48, "20:30")
    table.talk(scene, negotiation)
    opinions.vote(asked, first=60, last=sum(opinions.STYLES))
    draw_map(asked)
    yield ago(44, "21:00")
    gathering.note(scene, negotiation, meetings[2])
    yield ago(40, "12:00")
    promises = table.promise(scene, negotiation)
    document = text.write(scene, negotiation, asked, promises)
    yield ago(30, "21:00")
    gathering.note(scene, negotiation, meetings[3])
    yield ago(16, "15:00")
    story.keep(
        promises["Benk for hver 250 meter på Nesset"], "Trygve og Harald har gått hver vei.", 18
    )
    yield ago(12, "19:00")
    sundays, fixed = text.discuss(scene, document)
    yield ago(9, "14:30")
    text.decide(scene, sundays, fixed)
    yield ago(6, "20:00")
    table.say_yes_or_no(scene, negotiation)
