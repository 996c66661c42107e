"""The map of opinions of the plan: what was stated, and how a hundred and more voted on it."""

from random import Random

from samskap.config.demo import clock
from samskap.config.demo.scene import Scene
from samskap.deliberation.actions.keeping import start_deliberation
from samskap.deliberation.actions.stating import state
from samskap.deliberation.actions.taking_part import count_anew
from samskap.deliberation.actions.translating import translate, translate_question
from samskap.deliberation.hands import UnknownHand
from samskap.deliberation.knowing import Voter, key_of
from samskap.deliberation.models import (
    Channel,
    Deliberation,
    Moderation,
    Participant,
    Statement,
    Vote,
)
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.ledger.models import ActorKind, Giver
from samskap.people.models import Person

QUESTION = "Hvordan kommer vi fram i Fjordvik om fem år?"
LIKELY = {"a": 0.93, "b": 0.75, "c": 0.5, "d": 0.22, "e": 0.06}
"""How likely somebody is to agree, for each letter."""

# Three ways of living: in the villages with a car, in the town on a bicycle, and those who are old,
# or have small children, and walk. The first letter is of the villages, and so on.
SEEDS: tuple[tuple[str, str], ...] = (
    ("Bussen bør gå til halv tolv om kvelden, også til bygdene.", "aaa"),
    ("Lys på holdeplassen betyr mer for meg enn flere avganger.", "bba"),
    ("Jeg vil ha én billett som gjelder på både buss og båt.", "aab"),
    ("Skoleruta bør vente når ferja er forsinket.", "aaa"),
)
BY_PEOPLE: tuple[tuple[str, str, str], ...] = (
    ("innbygger", "Vi bør ta bort parkeringsplasser i Storgata og lage sykkelfelt.", "eab"),
    ("camilla", "Uten bil går ikke hverdagen min opp.", "aed"),
    ("lars", "Parkering i Sentrum bør være gratis.", "aeb"),
    ("yusuf", "Det bør koste mer å kjøre bil inn til Sentrum.", "ebd"),
    ("liv", "Bestillingsbuss er bedre enn faste ruter der det bor få.", "acb"),
    ("harald", "En tom buss hver time er bortkastede penger.", "bdd"),
    ("magnus", "Alle som er under 18, bør reise gratis i helgene.", "bba"),
    ("jonas", "Jeg ville tatt bussen hvis den gikk rett etter kampen eller øvingen.", "bbc"),
    ("anette", "Fartsgrensa gjennom Strand bør være 30.", "cba"),
    ("synnove", "Vi trenger tak på sykkelparkeringen ved ferjekaia.", "bab"),
    ("thea", "Elsykler som kan lånes, er viktigere enn ladere for elbil.", "dab"),
    ("trygve", "Kommunen bør bygge flere ladere for elbil i bygdene.", "acc"),
    ("forsker", "Bussen må ha plass til barnevogn og rullestol på hver avgang.", "aaa"),
    ("noor", "Ferjekaia i Dalen bør bli et sted der en kan vente inne.", "bba"),
    ("diakon", "Fortauene bør brøytes før veiene.", "dba"),
    ("fatima", "Det er trygt nok å sykle til skolen i dag.", "cee"),
    ("per", "Då eg var ung, gjekk bussen kvar time. Det kan den gjere igjen.", "bcb"),
    ("aslaug", "Det er for langt mellom benkene.", "bba"),
    ("ung", "Kommer vi oss ikke hjem, blir vi ikke med på trening.", "aab"),
    ("bedrift", "Kundene mine kommer med bil, og de må få stå nær.", "bdc"),
    ("entreprenor", "Unge kan reparere de syklene som kommunen låner ut.", "bab"),
    ("camilla", "Jeg kommer ikke opp i den gamle bussen med rullatoren.", "bba"),
    ("magnus", "En felles app for skyss ville fylt de tomme setene.", "bbd"),
    ("synnove", "Bedre brøyting er viktigare enn nye vegar.", "aba"),
    ("trygve", "Det bør fortsatt gå an å betale med mynt på bussen.", "bda"),
    ("noor", "Det må føles trygt å vente alene etter klokka ti.", "aaa"),
    ("fatima", "Skiltene på holdeplassen bør stå på flere språk.", "cbb"),
    ("thea", "Strandvegen er for smal til at to busser møtes.", "bbb"),
)
IN_ENGLISH = (
    "How do we get around in Fjordvik in five years?",
    "The bus should run until half past eleven at night, to the villages too.",
    "Light at the stop matters more to me than more departures.",
    "I want one ticket that counts on both bus and boat.",
    "The school bus should wait when the ferry is late.",
)
"""The question and the first statements, for those who have just moved here."""
STYLES = (46, 44, 38)  # people of each way of living
PAPER_EVERY = 6  # each sixth filled in a card


def ask_all(scene: Scene, initiative: Initiative) -> Deliberation:
    """Ask the question, with statements to start with; neighbours add theirs."""
    asked = start_deliberation(
        initiative=initiative,
        by=scene.people["tilrettelegger"],
        question=QUESTION,
        language="nb",
        seeds=[text for text, _votes in SEEDS],
        about="Planen gjelder fra neste rutebestilling. Stem på det andre har sagt, og skriv det du"
        " savner. Du trenger ikke å logge inn. Bare du ser hva du selv har stemt.",
        rules="Vi viser alt som handler om å komme fram, og som ikke henger ut noen. To fra"
        " styringsgruppa leser. Blir noe lagt til side, står grunnen der.",
        moderation=Moderation.AFTER,
        opens_at=clock.now(),
    )
    say_in_english(asked, by=scene.people["tilrettelegger"])
    for who, text, _votes in BY_PEOPLE:
        person = scene.people[who]
        state(deliberation=asked, text=text, language="nb", voter=Voter(person=person))
    return asked


def say_in_english(asked: Deliberation, *, by: Person) -> None:
    """Translate what is asked, and the first statements."""
    question, *texts = IN_ENGLISH
    translate_question(deliberation=asked, language="en", question=question, about="", by=by)
    for statement, text in zip(asked.statements.order_by("number"), texts, strict=False):
        translate(statement=statement, language="en", text=text, by=by)


def vote(asked: Deliberation, *, first: int, last: int) -> None:
    """Let people vote. Some vote on paper; most see a part of the statements.

    Written in bulk: a hundred people who press a button take longer than a demo may.
    """
    chance = Random(first)  # noqa: S311 - a demo, the same each time
    statements = list(asked.statements.order_by("number"))
    styles = dict(zip((s.number for s in statements), _styles(), strict=True))
    people = [style for style, many in enumerate(STYLES) for _one in range(many)]
    Random(1).shuffle(people)  # noqa: S311 - as above
    joined = _let_in(asked, many=len(people[first:last]))
    votes = [
        _vote(participant, statement, styles[statement.number][style], chance)
        for participant, style in zip(joined, people[first:last], strict=True)
        for statement in chance.sample(statements, k=chance.randint(14, len(statements)))
    ]
    Vote.objects.bulk_create(votes)
    count_anew(asked)


def shared(asked: Deliberation) -> list[Statement]:
    """What nearly everybody agrees with so far."""
    return [each for each in asked.statements.all() if each.agrees > 6 * each.disagrees]


def _styles() -> list[str]:
    """How likely each way of living is to agree, by the number of the statement."""
    return [votes for *_said, votes in (*SEEDS, *BY_PEOPLE)]


def _vote(participant: Participant, statement: Statement, likely: str, chance: Random) -> Vote:
    """What somebody says to one statement; one in eight passes."""
    value = Vote.Value.AGREE if chance.random() < LIKELY[likely] else Vote.Value.DISAGREE
    return Vote(
        municipality_id=participant.municipality_id,
        participant=participant,
        statement=statement,
        value=Vote.Value.PASS if chance.random() < 0.12 else value,
    )


def _let_in(asked: Deliberation, *, many: int) -> list[Participant]:
    """Let so many take part without an account, each with a row of the ledger."""
    here = asked.municipality
    givers = Giver.objects.bulk_create(Giver(municipality=here) for _one in range(many))
    rows = ledger.give_alike(
        account=asked.initiative.account,
        hands=[UnknownHand(giver=giver, actor_kind=ActorKind.RESIDENT) for giver in givers],
        phase=asked.initiative.phase,
        kind="vote",
        is_independent=False,
        caption=asked.question,
        path=asked.get_absolute_url(),
    )
    known = asked.participants.count()
    return Participant.objects.bulk_create(
        Participant(
            municipality=here,
            deliberation=asked,
            number=number,
            contribution=row,
            **(
                {"card": f"A{number}", "channel": Channel.PAPER}
                if number % PAPER_EVERY == 0
                else {"key": key_of(f"demo {number}", asked)}
            ),
        )
        for number, row in enumerate(rows, start=known + 1)
    )
