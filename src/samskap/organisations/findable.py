"""What can be found of organisations: their names, and what they say of themselves."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.organisations.models import Organisation

ORGANISATION = Findable(
    kind="organisation",
    title=_("Organisation"),
    many=_("Organisations"),
    model="organisations.Organisation",
    read="samskap.organisations.findable.organisations",
)


def organisations(keys: Iterable[int]) -> list[Found]:
    """Organisations of every kind."""
    found = Organisation.objects.filter(pk__in=keys).select_related("municipality")
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.name,
            text=each.about,
            language=each.language or each.municipality.default_language,
            at=each.registered_at,
            side="public" if each.is_public else each.kind,
        )
        for each in found
    ]
