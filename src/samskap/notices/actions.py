"""Telling people what happened."""

from django.db import transaction
from django.utils import translation
from django.utils.functional import Promise

from samskap.municipalities.models import Municipality
from samskap.notices.models import Notice
from samskap.people.models import Person


@transaction.atomic
def tell(
    *,
    person: Person,
    municipality: Municipality,
    kind: str,
    label: str | Promise,
    text: str | Promise = "",
    path: str,
) -> Notice:
    """Tell one person one thing, in the language that person reads.

    kind   what happened, e.g. “ideas.answered”
    label  one line; text: a few sentences. Lazy strings are spoken in the reader’s language
    path   the address of the page that says more, without the host
    """
    with translation.override(person.language_in(municipality)):
        words = {"label": str(label), "text": str(text)}
    return Notice.objects.create(
        person=person, municipality=municipality, kind=kind, path=path, **words
    )
