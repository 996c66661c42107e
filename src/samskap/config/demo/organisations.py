"""The organisations of Fjordvik, and who speaks for them. All of them are invented."""

from dataclasses import dataclass, field

from samskap.config.demo import clock
from samskap.municipalities.models import Municipality
from samskap.organisations.actions.mandates import give_mandate
from samskap.organisations.actions.membership import accept, add_member, ask_to_join
from samskap.organisations.actions.registering import register
from samskap.organisations.models import Organisation
from samskap.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Body:
    """One organisation of the demo.

    registered_by   key of the person who looks after it; administrators, for the public ones
    speakers        keys of those who may speak for it
    members         keys of those who only belong to it
    """

    key: str
    name: str
    kind: str
    about: str
    registered_by: str = "administrator"
    speakers: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    also_kinds: tuple[str, ...] = field(default=())
    parent: str = ""
    number: str = ""


FJORDVIK: tuple[Body, ...] = (
    Body(
        key="kommunestyret",
        name="Kommunestyret i Fjordvik",
        kind="council",
        about="De 25 folkevalgte som bestemmer til slutt. De møtes den siste torsdagen i måneden.",
        speakers=("ordforer",),
        members=("politiker",),
    ),
    Body(
        key="oppvekst",
        name="Utvalg for oppvekst og kultur",
        kind="committee",
        parent="kommunestyret",
        about="Ni folkevalgte som forbereder saker om barnehage, skole, bibliotek og fritid.",
        speakers=("politiker",),
    ),
    Body(
        key="kommunen",
        name="Fjordvik kommune",
        kind="public_unit",
        about="Kommunens egen organisasjon.",
        speakers=("leder",),
        members=("saksbehandler",),
    ),
    Body(
        key="biblioteket",
        name="Fjordvik bibliotek",
        kind="public_unit",
        parent="kommunen",
        about="Hovedbibliotek i sentrum, og en filial på Strand.",
        speakers=("ansatt",),
    ),
    Body(
        key="omsorg",
        name="Omsorg og mestring",
        kind="public_unit",
        parent="kommunen",
        about="Hjemmetjenesten, Nesset bo- og aktivitetssenter og frisklivssentralen.",
        speakers=("tuva",),
    ),
    Body(
        key="plan",
        name="Plan og teknikk",
        kind="public_unit",
        parent="kommunen",
        about="Veier, vann, arealplaner og parkering.",
        speakers=("saksbehandler",),
    ),
    Body(
        key="politiet",
        name="Fjordvik politikontakt",
        kind="public_unit",
        about="Politiets faste kontakt i kommunen.",
        speakers=("betjent",),
    ),
    Body(
        key="grendelaget",
        name="Strand grendelag",
        kind="association",
        about="Vi steller grendehuset, badeplassen og julegrana. 140 medlemmer.",
        registered_by="forening",
        members=("liv", "lars"),
    ),
    Body(
        key="nabohjelpa",
        name="Nabohjelpa Fjordvik",
        kind="association",
        about="Frivillige mellom 16 og 90 som gjør små ting for hverandre.",
        registered_by="jonas",
        members=("noor",),
    ),
    Body(
        key="pensjonistene",
        name="Nesset pensjonistlag",
        kind="association",
        about="Torsdagstreff, turer og høye stemmer i seniorsaker.",
        registered_by="aslaug",
        members=("trygve", "harald"),
    ),
    Body(
        key="bygdelaget",
        name="Dalen bygdelag",
        kind="association",
        about="Me held liv i samfunnshuset og lysløypa i Dalen.",
        registered_by="per",
        members=("synnove",),
    ),
    Body(
        key="bakeriet",
        name="Brygga bakeri",
        kind="business",
        about="Bakeri og kafé på Fjordvik brygge, med elleve ansatte.",
        registered_by="bedrift",
    ),
    Body(
        key="fjordbuss",
        name="Fjordbuss",
        kind="business",
        about="Kjører fire linjer og skoleskyssen i Fjordvik, med nitten sjåfører.",
        registered_by="anette",
    ),
    Body(
        key="verkstedet",
        name="Andre runde sykkelverksted",
        kind="social_entrepreneur",
        also_kinds=("business",),
        about="Vi reparerer sykler sammen med unge som trenger en ny start. Overskuddet blir her.",
        registered_by="entreprenor",
    ),
    Body(
        key="hogskolen",
        name="Høgskolen i Ytrefjorden",
        kind="academia",
        about="Utdanner sykepleiere og lærere, og forsker på samskaping.",
        registered_by="forsker",
    ),
    Body(
        key="menigheten",
        name="Fjordvik menighet",
        kind="faith_community",
        about="Kirken på Nesset, med et åpent kjøkken hver onsdag.",
        registered_by="diakon",
    ),
)


def register_all(
    municipality: Municipality, people: dict[str, Person], bodies: tuple[Body, ...]
) -> dict[str, Organisation]:
    """Register every organisation, let its members in and give the mandates."""
    found: dict[str, Organisation] = {}
    until = clock.day(-400)
    for body in bodies:
        owner = people[body.registered_by]
        is_public = body.kind in Organisation.PUBLIC_KINDS
        found[body.key] = organisation = register(
            municipality=municipality,
            by=owner,
            name=body.name,
            kind=body.kind,
            also_kinds=body.also_kinds,
            number=body.number,
            parent=found[body.parent] if body.parent else None,
            about=body.about,
            language=municipality.default_language,
            speaks_until=None if is_public else until,
        )
        for key in (*body.speakers, *body.members):
            if is_public:
                membership = add_member(organisation=organisation, person=people[key], by=owner)
            else:
                asked = ask_to_join(organisation=organisation, by=people[key])
                membership = accept(request=asked, by=owner)
            if key in body.speakers:
                give_mandate(
                    membership=membership,
                    first_day=clock.day(400),
                    last_day=until,
                    by=owner,
                )
    return found
