"""Who knows the matter and is not on the map: rules that anybody can follow, and no guess.

Version “knowledge holders 1.0”: six rules, each of which says why in one sentence. `suggestions`
asks them in this order, and nobody is told anything before a person decides.

Source: R-069 (invite everyone who knows the problem); SC-18, step 1; k = 5 as for all small groups.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.models import Initiative, Partner
from samskap.kernels.stems import FRAME_WORDS, stems_in_any_language, words_of
from samskap.kernels.suppression import SMALLEST_SHOWN
from samskap.ledger.models import ActorKind, Contribution, Side
from samskap.meetings.models import Event
from samskap.negotiations.models import Negotiation, Party
from samskap.organisations.models import Organisation
from samskap.places.models import Area

FORMULA = "knowledge holders 1.0"
SHARED = 2  # telling words
SHORTEST = 4  # letters of a telling word
MOST = 8  # of one rule
MOST_READ = 3000  # organisations


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A group that should be asked, and why."""

    name: str | Promise
    why: str | Promise
    organisation: Organisation | None = None
    party: Party | None = None
    sort: str = Party.Sort.UNORGANISED


def suggestions(negotiation: Negotiation, parties: list[Party]) -> list[Suggestion]:
    """Who should be asked, by the rules above; as many questions for any map."""
    initiative = negotiation.initiative
    names = {party.name.casefold() for party in parties}
    on_map = {party.organisation_id for party in parties} - {None}
    found = [*_not_asked(parties), *_own_seat(parties), *_gave(initiative, on_map)]
    taken = on_map | {each.organisation.pk for each in found if each.organisation}
    found += [*_for_whom(initiative, names), *_wrote(initiative, parties)]
    return found + _alike(negotiation, taken)


def _not_asked(parties: list[Party]) -> list[Suggestion]:
    """Groups on the map that know something and nobody has asked, the unorganised first (R-069)."""
    waits = [party for party in parties if party.knows and party.invited_on is None]
    waits = [party for party in waits if party.came_on is None]
    return [
        Suggestion(
            name=party.name,
            why=_("Stands on the map, knows something, and nobody has asked."),
            party=party,
        )
        for party in sorted(waits, key=lambda party: party.is_organised)
    ]


def _own_seat(parties: list[Party]) -> list[Suggestion]:
    """Those whom it is about, where everybody on the map is organised (SC-18, step 1)."""
    if not parties or any(not party.is_organised for party in parties):
        return []
    return [
        Suggestion(
            name=_("Those whom it is about"),
            why=_("Every group on the map is organised. A seat waits for those who are not."),
        )
    ]


def _gave(initiative: Initiative, on_map: set[int | None]) -> list[Suggestion]:
    """Organisations that gave something to the initiative or are its partners (R-044)."""
    gave = Contribution.objects.filter(account=initiative.account_id).exclude(speaking_for=None)
    partners = Partner.objects.filter(initiative=initiative, status=Partner.Status.JOINED)
    gave_keys = set(gave.order_by().values_list("speaking_for", flat=True).distinct())
    keys = gave_keys | set(partners.values_list("organisation", flat=True))
    found = Organisation.objects.filter(pk__in=keys - on_map - {None}).order_by("name")[:MOST]
    return [
        Suggestion(
            name=each.name,
            why=_("Has given something to the initiative.")
            if each.pk in gave_keys
            else _("Is a partner of the initiative."),
            organisation=each,
        )
        for each in found
    ]


def _for_whom(initiative: Initiative, names: set[str]) -> list[Suggestion]:
    """Groups for whom an event of the initiative was, as it was announced (R-044)."""
    said = Event.objects.filter(initiative=initiative).exclude(for_whom="")
    groups = dict.fromkeys(said.order_by("pk").values_list("for_whom", flat=True))
    return [
        Suggestion(name=group[:120], why=_("An event of the initiative was for them."))
        for group in groups
        if group.casefold() not in names
    ][:MOST]


def _wrote(initiative: Initiative, parties: list[Party]) -> list[Suggestion]:
    """People who wrote without an organisation, as groups of five or more of a kind.

    Never by name. Source: R-069 (those who know and are not organised); k = 5.
    """
    sits = {party.actor_kind for party in parties if not party.is_organised}
    rows = (
        Contribution.objects.filter(
            account=initiative.account_id, side=Side.NON_PUBLIC, speaking_for=None
        )
        .order_by()
        .values("actor_kind")
        .annotate(people=Count("giver", distinct=True))
        .filter(people__gte=SMALLEST_SHOWN)
        .order_by("-people", "actor_kind")
    )
    return [
        Suggestion(
            name=MANY_OF[row["actor_kind"]],
            why=_("Five or more of them have given something, each for themselves."),
        )
        for row in rows
        if row["actor_kind"] in MANY_OF and row["actor_kind"] not in sits
    ]


MANY_OF = {
    ActorKind.RESIDENT: _("Residents who wrote about it"),
    ActorKind.SERVICE_USER: _("Service users who wrote about it"),
    ActorKind.RELATIVE: _("Relatives who wrote about it"),
    ActorKind.VOLUNTEER: _("Volunteers who wrote about it"),
}


def _alike(negotiation: Negotiation, taken: set[int | None]) -> list[Suggestion]:
    """Organisations whose name or text shares two telling words with the initiative (R-069).

    Names of places tell nothing: whoever is here writes where that is.
    """
    initiative, here = negotiation.initiative, negotiation.municipality
    topics = [str(topic) for topic in initiative.topics.all()]
    places = _telling([here.name, *Area.objects.of(here).values_list("name", flat=True)])
    said = [initiative.title, initiative.dream, initiative.problem, negotiation.matter, *topics]
    matter = {stem: word for stem, word in _telling(said).items() if stem not in places}
    found = Organisation.objects.of(here).exclude(pk__in=taken - {None})
    scored = []
    for each in found.only("name", "about", "kind", "municipality")[:MOST_READ]:
        theirs = _telling([each.name, each.about])
        shared = sorted(theirs[stem] for stem in matter.keys() & theirs.keys())
        if len(shared) >= SHARED:
            scored.append((-len(shared), each.name, each, shared))
    return [
        Suggestion(
            name=each.name,
            why=format_lazy(
                _("What it writes of itself and the initiative share these words: {words}."),
                words=", ".join(shared),
            ),
            organisation=each,
        )
        for _many, _name, each, shared in sorted(scored, key=lambda row: row[:2])[:MOST]
    ]


def _telling(texts: Iterable[str]) -> dict[str, str]:
    """The words that tell something by their stem, one for each word, in whatever language."""
    return {
        min(stems_in_any_language(word), key=lambda stem: (len(stem), stem)): word
        for text in texts
        for word in words_of(text)
        if len(word) >= SHORTEST and word not in FRAME_WORDS
    }
