"""What others see of a person."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from samskap.base.seen import seen
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people import queries
from samskap.people.models import Person, Role
from samskap.people.permissions import may_read_field


def person(request: MunicipalityRequest, public_id: UUID) -> HttpResponse:
    """Show of a person what the person lets this reader see."""
    municipality = request.municipality
    shown = get_object_or_404(
        Person.objects.select_related("home"), public_id=public_id, is_active=True
    )
    reader = request.user
    is_me = reader.pk == shown.pk
    if not is_me and not queries.takes_part_in(shown, municipality):
        raise Http404
    works_with = (
        isinstance(reader, Person)
        and not is_me
        and queries.work_together(shown, reader, municipality)
    )
    # I see my page as others do: what is private is not on it.
    as_seen_by = None if is_me else reader
    told = [
        field
        for field in queries.profile_of(shown)
        if field.text and may_read_field(as_seen_by, shown, field.seen_by, works_with=works_with)
    ]
    # What everybody may read is no secret; what only those who work together may, is noted.
    if shown.has_protected_address or any(field.seen_by != "everyone" for field in told):
        seen(request, "people.person", about=shown)
    names = dict(Role.Name.choices)
    held = shown.roles_in(municipality) - {Role.Name.RESIDENT}
    home = shown.home_shown
    facts = {
        "shown": shown,
        "is_me": is_me,
        "fields": told,
        "roles": [names[role] for role in Role.Name.values if role in held],
        "home": home if home and home.municipality_id == municipality.pk else None,
    }
    return render(request, "people/person.html", facts)
