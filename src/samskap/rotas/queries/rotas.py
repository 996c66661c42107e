"""Questions about rotas."""

from django.db.models import OuterRef, Q, QuerySet

from samskap.base.brought import along
from samskap.base.once import once
from samskap.base.prepared import Prepared
from samskap.initiatives.models import Initiative
from samskap.initiatives.models.partnership import Partner, carried_by
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.rotas.models import Clearance, Helper, Rota, Spark


def rota_in(municipality: Municipality) -> "QuerySet[Rota]":
    """Rotas of a municipality, with all that their page shows."""
    rotas: QuerySet[Rota] = Rota.objects.of(municipality)
    return rotas.select_related("area", "initiative__account", "initiative__municipality")


def rotas_of(initiative: Initiative) -> "QuerySet[Rota]":
    """The rotas of an initiative, those that run before those that are closed."""
    return initiative.rotas.select_related("area").order_by("closed_at", "title", "pk")


@along(lambda: Rota.objects.filter(initiative=OuterRef("pk")))
@once
def rotas_here(initiative: Initiative) -> list[Rota]:
    """The rotas of an initiative without what belongs to them: whether there are any."""
    return list(initiative.rotas.all())


@along(lambda: Spark.objects.filter(initiative=OuterRef("pk")))
@once
def sparks_of(initiative: Initiative) -> list[Spark]:
    """The rota that an initiative sprang from, if any; one at the most."""
    return list(Spark.objects.filter(initiative=initiative))


def kept_by(person: Person, municipality: Municipality) -> "QuerySet[Rota]":
    """The rotas that somebody keeps: as coordinator, or because they carry the initiative.

    It says the same as `permissions.may_keep`, but for those who keep every rota by their role.
    """
    mine = Partner.objects.filter(carried_by(person), status=Partner.Status.JOINED)
    rotas: QuerySet[Rota] = Rota.objects.of(municipality)
    return rotas.filter(
        Q(coordinators=person)
        | Q(initiative__raised_by=person)
        | Q(initiative__facilitators=person)
        | Q(initiative__in=mine.values("initiative"))
    ).distinct()


def helpers_of(rota: Rota) -> "QuerySet[Helper]":
    """Those who are with a rota, in the order they came."""
    return rota.helpers.filter(left_at=None, person__is_active=True).select_related("person")


# Rotas that take people on, by name, as a list to choose from.
rotas_to_choose = Prepared(
    lambda municipality: (
        Rota.objects.of(municipality).filter(closed_at=None).only("slug", "title")[:50]
    ),
    municipality=int,
)


def clearances_of(rota: Rota) -> "QuerySet[Clearance]":
    """Who has been seen to meet what, and by whom; those that hold."""
    return (
        Clearance.objects.filter(requirement__rota=rota, ended_on=None)
        .select_related("requirement", "person", "seen_by")
        .order_by("requirement__name", "person__given_name", "pk")
    )
