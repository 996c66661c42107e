"""Who should sit at the table of the plan, who came, and which ways out lie there."""

from dataclasses import dataclass

from samskap.config.demo import clock
from samskap.config.demo.scene import Scene
from samskap.initiatives.models import Commitment, Initiative
from samskap.negotiations.actions.agreeing import assent, open_table
from samskap.negotiations.actions.mapping import add_party, change_party, invite, start
from samskap.negotiations.actions.pledging import count_on, pledge
from samskap.negotiations.actions.seating import seat, sit_for
from samskap.negotiations.actions.talking import lay_option, put_position, say
from samskap.negotiations.models import Negotiation, Party, Position


@dataclass(frozen=True, kw_only=True)
class Group:
    """One group on the map.

    marks    of touched, knows, help, block, the first letters of those that hold
    key      of its organisation, where it has one
    who      speaks for it: a key of the scene, or the name of somebody at the meetings
    missing  why it did not take part
    """

    name: str
    marks: str
    key: str = ""
    sort: str = ""
    area: str = ""
    who: str = ""
    missing: str = ""


MARKS = {"t": "is_touched", "k": "knows", "h": "can_help", "b": "can_block"}
FIRST = ("Plan og teknikk", "Fjordbuss")
GROUPS = (
    Group(name="Plan og teknikk", key="plan", marks="khb", who="saksbehandler"),
    Group(name="Fjordbuss", key="fjordbuss", marks="khb", who="anette"),
    Group(name="Nesset pensjonistlag", key="pensjonistene", marks="tk", who="aslaug"),
    Group(name="Dalen bygdelag", key="bygdelaget", marks="tkh", who="per"),
    Group(name="Strand grendelag", key="grendelaget", marks="tkh", who="forening"),
    Group(name="Andre runde sykkelverksted", key="verkstedet", marks="kh", who="entreprenor"),
    Group(name="Elevrådene", sort="unorganised", marks="tk", who="Elevrådsleder"),
    Group(name="De som pendler med ferja", sort="unorganised", marks="tk", who="To pendlere"),
    Group(name="De som bruker rullestol", sort="unorganised", marks="tk", who="Camilla H."),
    Group(name="Handelsforeningen", sort="association", marks="thb", who="Butikkene i Storgata"),
    Group(name="Fylket, kollektiv", sort="public", marks="khb", who="Ruteplanlegger"),
    Group(
        name="De øverst i Dalen",
        sort="unorganised",
        area="dalen",
        marks="tk",
        missing="Møtene begynner klokka seks. De melker da.",
    ),
    Group(
        name="Ytre Strand",
        sort="unorganised",
        area="strand",
        marks="t",
        missing="Ingen svarte på brevet. Vi ringer rundt.",
    ),
    Group(name="Drosjene", sort="business", marks="tkb", missing="Vil vente og se."),
)


def draw(scene: Scene, initiative: Initiative) -> Negotiation:
    """Put every group on the map, ask them, and let those who came sit down."""
    by = scene.people["tilrettelegger"]
    negotiation = start(
        initiative=initiative,
        by=by,
        matter="Hva går, hvor ofte, og hvem betaler?",
        about="Rutene bestilles for fem år om gangen. Pengene er de samme som i dag.",
        language="nb",
        first=list(FIRST),
    )
    first = {party.name: party for party in negotiation.parties.all()}
    for group in GROUPS:
        marks = {MARKS[letter]: True for letter in group.marks}
        known = first.get(group.name)
        if known is not None:
            party = change_party(party=known, by=by, **marks)
        else:
            party = add_party(
                negotiation=negotiation,
                by=by,
                name=group.name,
                organisation=scene.organisations.get(group.key),
                sort=group.sort,
                area=scene.areas.get(group.area),
                marks=marks,
            )
        party.negotiation = negotiation
        _ask(scene, party, group)
    return negotiation


def _ask(scene: Scene, party: Party, group: Group) -> None:
    """Ask a group, and let whoever came sit down."""
    by = scene.people["tilrettelegger"]
    how = "brev og telefon" if party.organisation else "plakat, oppslag og telefon"
    party = invite(party=party, by=by, how=how, on=clock.now().date())
    if group.key:
        sit_for(party=party, by=scene.people[group.who])
    elif group.who:
        seat(party=party, by=by, called=group.who, channel="meeting")
    else:
        change_party(party=party, by=by, missing_because=group.missing)


def talk(scene: Scene, negotiation: Negotiation) -> None:
    """Say what each needs and can give, and lay the first options."""
    by = scene.people["tilrettelegger"]
    open_table(negotiation=negotiation, by=by)
    party_of = {party.name: party for party in negotiation.parties.all()}
    speaker_of = {group.name: scene.people.get(group.who, by) for group in GROUPS}
    said = []
    for name, kind, text, readers in POSITIONS:
        put = put_position(
            party=party_of[name],
            by=speaker_of[name],
            kind=kind,
            text=text,
            language="nb",
            readers=readers,
        )
        said.append(put)
    for name, title, text, stances in OPTIONS:
        option = lay_option(
            negotiation=negotiation,
            by=speaker_of[name],
            title=title,
            text=text,
            language="nb",
            party=party_of[name],
            meets=[each for each in said if each.kind == Position.Kind.INTEREST][:4],
        )
        for other, (says, reason) in stances.items():
            say(
                option=option,
                party=party_of[other],
                by=speaker_of[other],
                says=says,
                reason=reason,
            )


def promise(scene: Scene, negotiation: Negotiation) -> dict[str, Commitment]:
    """Let parties promise something that an item of the plan rests on: title → promise."""
    by = scene.people["tilrettelegger"]
    party_of = {party.name: party for party in negotiation.parties.all()}
    speaker_of = {group.name: scene.people.get(group.who, by) for group in GROUPS}
    made = {
        title: pledge(
            party=party_of[name],
            by=speaker_of[name],
            what=what,
            due_on=clock.later(clock.now(), days).date(),
        )
        for title, name, what, days in PLEDGES
    }
    for one in made.values():
        count_on(pledge=one, by=by)
    return {title: one.commitment for title, one in made.items()}


def say_yes_or_no(scene: Scene, negotiation: Negotiation) -> None:
    """Let parties say yes or no to the draft; some have not said anything yet."""
    by = scene.people["tilrettelegger"]
    party_of = {party.name: party for party in negotiation.parties.all()}
    for group in GROUPS:
        if group.name in ASSENTS:
            says, reason = ASSENTS[group.name]
            speaker = scene.people.get(group.who)
            assent(
                party=party_of[group.name],
                by=speaker or by,
                says=says,
                reason=reason,
                channel="web" if speaker else "meeting",
            )


POSITIONS: tuple[tuple[str, str, str, str], ...] = (
    ("Fjordbuss", "interest", "Vaktene må gå opp: ingen sjåfør kan dele dagen i tre.", "all"),
    ("Fjordbuss", "offer", "Vi kan flytte to avganger fra formiddag til kveld.", "all"),
    ("Fjordbuss", "limit", "Vi kan ikke kjøre Strandvegen med langbuss om vinteren.", "parties"),
    ("Dalen bygdelag", "interest", "Dei unge må kome seg heim frå trening.", "all"),
    ("Dalen bygdelag", "offer", "Vi held venterommet ope og varmt.", "all"),
    ("Nesset pensjonistlag", "interest", "Det må gå an å sitte på veien til bussen.", "all"),
    ("De som bruker rullestol", "interest", "Vi må vite at bussen har rampe før vi går.", "all"),
    ("Handelsforeningen", "interest", "Kundene må nå fram også lørdag ettermiddag.", "all"),
    ("Handelsforeningen", "limit", "Tolv plasser i Storgata må bli.", "mediator"),
    ("Elevrådene", "interest", "Siste buss må gå etter at treningen slutter.", "all"),
    ("Plan og teknikk", "limit", "Vi har fem millioner i tre år, ikke mer.", "all"),
    ("De som pendler med ferja", "interest", "Båt og buss må møtes.", "all"),
)
LIVE = ("live", "")
OPTIONS: tuple[tuple[str, str, str, dict[str, tuple[str, str]]], ...] = (
    (
        "Fjordbuss",
        "Flytt to avganger fra formiddag til kveld",
        "Avgangene 10.15 og 12.15 blir 21.30 og 23.30. Det koster ingenting ekstra.",
        {
            "Fjordbuss": LIVE,
            "Dalen bygdelag": LIVE,
            "Elevrådene": LIVE,
            "Nesset pensjonistlag": (
                "change",
                "Vi bruker 10.15 til legen. Kan bestillingsbussen ta den turen?",
            ),
            "De som pendler med ferja": LIVE,
        },
    ),
    (
        "Dalen bygdelag",
        "Kveldsbuss berre når nokon har bestilt",
        "Sjåføren er på vakt heime, og køyrer når to eller fleire har bestilt før klokka sju.",
        {
            "Dalen bygdelag": LIVE,
            "Fjordbuss": ("not", "Vakt hjemme er dyrere enn å kjøre."),
            "Elevrådene": ("change", "Hvis en kan bestille til klokka ti."),
            "Plan og teknikk": LIVE,
        },
    ),
)
YES = ("yes", "")
ASSENTS: dict[str, tuple[str, str]] = {
    "Plan og teknikk": YES,
    "Fjordbuss": YES,
    "Nesset pensjonistlag": ("no", "Vi må vite hvem som tar turen til legen klokka kvart over ti."),
    "Dalen bygdelag": YES,
    "Strand grendelag": YES,
    "Andre runde sykkelverksted": YES,
    "Elevrådene": YES,
    "De som pendler med ferja": YES,
}
"""What parties say to the draft. Three have not said anything."""
PLEDGES: tuple[tuple[str, str, str, int], ...] = (
    ("Kveldsbuss hver time til 23.30", "Fjordbuss", "Ruteforslag med kveldsturer", 30),
    ("Venterom på ferjekaia i Dalen", "Dalen bygdelag", "Rydde og male venterommet", 115),
    ("Benk for hver 250 meter på Nesset", "Nesset pensjonistlag", "Kart over alle benkene", 25),
)
"""The item that a promise is behind, who promises, what, and within how many days."""
