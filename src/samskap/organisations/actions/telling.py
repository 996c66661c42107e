"""What organisations tell the people concerned."""

from django.utils.functional import Promise

from samskap.notices.actions import tell
from samskap.organisations.models import Organisation
from samskap.organisations.queries import who_looks_after
from samskap.people.models import Person


def tell_person(
    person: Person,
    organisation: Organisation,
    kind: str,
    label: Promise,
    text: Promise | str = "",
    *,
    by: Person | None,
    path: str = "",
) -> None:
    """Tell one person what happened to them, unless they did it themselves."""
    if by is not None and person.pk == by.pk:
        return
    tell(
        person=person,
        municipality=organisation.municipality,
        kind=f"organisations.{kind}",
        label=label,
        text=text,
        path=path or organisation.get_absolute_url(),
        names=by,
    )


def tell_those_who_look_after(
    organisation: Organisation,
    kind: str,
    label: Promise,
    text: Promise | str = "",
    *,
    by: Person | None,
    path: str = "",
) -> None:
    """Tell whoever looks after an organisation, except whoever did it."""
    for person in who_looks_after(organisation):
        tell_person(person, organisation, kind, label, text, by=by, path=path)
