"""Who lives in the instance: residents who are signed in, and an initiative they give to."""

from datetime import timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.sessions import MUNICIPALITY
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.proposals import proposal


def session_of(person: Person) -> str:
    """Sign a person in at the first municipality, and return the value of the session’s cookie."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session[MUNICIPALITY] = Municipality.objects.order_by("pk").values_list("pk", flat=True)[0]
    session.set_expiry(timedelta(days=1))
    session.create()
    return str(session.session_key)


def move_in(persons: int) -> dict[str, Any]:
    """Make a municipality with an initiative, one idea to support, and residents signed in."""
    municipality = MunicipalityFactory(host="localhost", default_language="en")
    initiative = InitiativeFactory(municipality=municipality)
    return {
        "slug": initiative.slug,
        "idea": idea(initiative=initiative).pk,
        "sessions": [session_of(PersonFactory()) for _ in range(persons)],
    }


def put_forward(proposals: int, persons: int) -> dict[str, Any]:
    """Open proposals in the municipality that answers here, and let residents sign in."""
    municipality = Municipality.objects.get(host_names__host="localhost")
    moved_in = [PersonFactory(email=f"signer{n}@example.org") for n in range(persons)]
    return {
        "proposals": [
            proposal(municipality=municipality, person=moved_in[0], title=f"Bench {n}").pk
            for n in range(proposals)
        ],
        "sessions": [session_of(person) for person in moved_in],
    }
