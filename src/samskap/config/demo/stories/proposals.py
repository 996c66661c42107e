"""Citizens’ proposals: one to sign, one in a plan case, one decided with measures kept and late."""

from collections.abc import Generator
from datetime import date, datetime, timedelta
from itertools import product

from samskap.config.demo import clock
from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.proposals.actions import council, drafting, measures, on_paper, signing
from samskap.proposals.models import Proposal, Validity
from samskap.proposals.queries.rules import threshold_of

GIVEN = (
    "Alva Birk Dorte Eldar Frøya Geir Hilde Idar Jorid Kåre Lovise Mikkel Nora Odd Petra".split()
)
FAMILY = (
    "Aunevik Bergslid Dalvang Eidshaug Fagerlia Grindvoll Hovdeli Innervik Jakthaugen Kvernmo"
    " Lauvnes Myrvang Nordhella Ospelund Pollvik Rognhaug Selvåg Torvnes Urdalen Vollvang"
).split()
Steps = Generator[datetime, None, None]


def names(many: int, start: int = 0) -> list[tuple[str, date]]:
    """So many invented names, each with a day of birth."""
    people = list(product(FAMILY, GIVEN))[start : start + many]
    return [
        (f"{given} {family}", date(1940 + (start + at) % 68, 1 + at % 12, 1 + at % 28))
        for at, (family, given) in enumerate(people)
    ]


def collect(
    scene: Scene,
    proposal: Proposal,
    name: str,
    many: int,
    *,
    start: int = 0,
    elsewhere: int = 0,
    by: str = "tilrettelegger",
) -> None:
    """Register a list of names that were looked up; the last of them live elsewhere."""
    day = clock.now().date()
    lines = [
        on_paper.Line(
            name=each,
            address="Storgata",
            born_on=born_on,
            signed_on=day,
            says=Validity.NOT_RESIDENT if at >= many - elsewhere else "",
        )
        for at, (each, born_on) in enumerate(names(many, start))
    ]
    on_paper.register_list(
        proposal=proposal,
        name=name,
        lines=lines,
        keep_until=day + timedelta(days=400),
        is_checked=True,
        by=scene.people[by],
    )


def begin(scene: Scene, who: str, title: str, text: str, language: str = "nb") -> Proposal:
    """Let somebody write a proposal and open it at once."""
    made = drafting.draft(
        municipality=scene.municipality,
        hand=scene.hand(who),
        title=title,
        text=text,
        language=language,
        born_on=scene.people[who].born_on,
    )
    return drafting.open_proposal(proposal=made, by=scene.people[who])


def sign(scene: Scene, proposal: Proposal, *who: str) -> None:
    """Let people of the scene sign on the web, and the municipality look them up."""
    for key in who:
        person = scene.people[key]
        signing.sign(
            proposal=proposal,
            name=f"{person.given_name} {person.family_name}",
            address="Fjordvik",
            born_on=person.born_on or date(1985, 5, 5),
            lives_here=True,
            by=person,
        )


def enough(scene: Scene, proposal: Proposal, start: int) -> None:
    """Collect what is needed and a few more, on lists from the shop and the library."""
    needed = threshold_of(proposal).signatures
    half = needed // 2
    collect(scene, proposal, "Liste 1, butikken", half, start=start)
    collect(
        scene, proposal, "Liste 2, biblioteket", needed - half + 9, start=start + half, elsewhere=4
    )
    collect(scene, proposal, "Liste 3, ferjekaia", 3, start=start)  # they stand there already
    proposal.refresh_from_db()


def pavement(scene: Scene) -> Steps:
    """A pavement that the council decided on, with one measure done and one still to come."""
    yield ago(210, "18:00")
    made = begin(
        scene,
        "liv",
        "Bygg fortau langs Strandvegen",
        "Ungene går i veikanten til skolen, og det er mørkt fra oktober. Vi ber om fortau fra"
        " kaia til skolen, og lys ved holdeplassen.",
    )
    sign(scene, made, "lars", "magnus", "innbygger", "ung")
    yield ago(190, "12:00")
    enough(scene, made, 0)
    yield ago(185, "19:00")
    made = council.submit(proposal=made, by=scene.people["liv"])
    yield ago(150, "20:00")
    council.admit(
        proposal=made,
        verdict="accepted",
        reason="Veien er kommunens, og saken er ikke behandlet i denne valgperioden.",
        by=scene.people["ordforer"],
        council_has_said_so=True,
    )
    yield ago(95, "21:00")
    made = council.decide(
        proposal=made,
        answer="adopted_changed",
        reasons="Lys ved holdeplassen kommer i år. Fortauet bygges i to deler, den bratte delen"
        " først. Resten tas med i budsjettet.",
        by=scene.people["ordforer"],
    )
    steward = scene.people["tilrettelegger"]
    lamps = measures.add_measure(
        proposal=made, what="Lys ved holdeplassen", due_on=clock.day(30), by=steward
    )
    measures.add_measure(
        proposal=made, what="Fortau i den bratte bakken", due_on=clock.day(8), by=steward
    )
    yield ago(35, "12:00")
    measures.finish_measure(measure=lamps, says="Tre lamper lyser fra klokka seks.", by=steward)


def quay(scene: Scene) -> Steps:
    """A quay that is dealt with in a pending plan case, so that the six months do not run."""
    yield ago(120, "20:00")
    made = begin(
        scene,
        "per",
        "Behald ferjekaia i Dalen som møteplass",
        "Ferja er borte, men kaia er der vi møtest. Ikkje sel henne. Lat bygda få stelle der.",
        "nn",
    )
    yield ago(90, "12:00")
    enough(scene, made, 60)
    yield ago(88, "19:00")
    made = council.submit(proposal=made, by=scene.people["per"])
    yield ago(60, "20:30")
    council.admit(
        proposal=made,
        verdict="accepted",
        reason="Kaia er kommunen sin.",
        by=scene.people["ordforer"],
        council_has_said_so=True,
    )
    council.refer(
        proposal=made,
        plan_case="Områdeplan for Dalen, sak 2026/114",
        expected_on=clock.day(-200),
        reason="Kaia ligg i områdeplanen som er ute til høyring. Det blir avgjort samtidig.",
        by=scene.people["ordforer"],
    )


def skating(scene: Scene) -> Steps:
    """A skating rink that somebody of fifteen has proposed, and that can be signed now."""
    yield ago(12, "16:00")
    made = begin(
        scene,
        "ung",
        "Lag skøytebane på torget hver vinter",
        "Det er ikke noe å gjøre ute når det er mørkt. En slange, noen brett og litt frost er"
        " alt som trengs. Vi kan måke selv.",
    )
    sign(scene, made, "thea", "noor", "fatima")
    yield ago(6, "12:00")
    collect(scene, made, "Liste 1, ungdomsskolen", 72, start=150, elsewhere=5)
    yield ago(1, "17:00")
    sign(scene, made, "anette", "jonas")


def of_akobing(scene: Scene) -> Steps:
    """A playground under the municipality’s own rules: a number, a window and an age."""
    yield ago(20, "18:00")
    made = begin(
        scene,
        "borger",
        "En legeplads ved havnen",
        "Der er plads mellem skuret og vandet. Børnene mangler et sted, mens de store bader.",
        "da",
    )
    yield ago(9, "12:00")
    collect(scene, made, "Liste 1, bageren", 64, start=30, elsewhere=3, by="koordinator")
