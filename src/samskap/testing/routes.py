"""Every address of the house, with something real behind each: what the walks go through."""

from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing import factories

# Handed out where the module that keeps it says so; tried in config/tests/test_files.py.
FILES = frozenset({"file"})
# Pieces of a page that htmx fetches; tried on the pages they stand on.
PIECES = frozenset({"municipalities:contrast", "search:similar"})


@dataclass(frozen=True)
class Route:
    """A named address and the names of its arguments."""

    name: str
    arguments: tuple[str, ...]


def all_routes() -> list[Route]:
    """Collect every named route, with its namespace, in the order of the address table."""
    return [route for route in _routes(get_resolver(), "", ()) if route.name not in FILES]


def _routes(resolver: URLResolver, space: str, arguments: tuple[str, ...]) -> list[Route]:
    """Walk down one branch of the address table."""
    found = []
    for pattern in resolver.url_patterns:
        here = (*arguments, *pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            below = f"{space}{pattern.namespace}:" if pattern.namespace else space
            found += _routes(pattern, below, here)
        elif isinstance(pattern, URLPattern) and pattern.name:
            found.append(Route(space + pattern.name, here))
    return list(dict.fromkeys(found))


def all_samples(
    municipality: Municipality, people: dict[str, Person]
) -> dict[str, list[dict[str, Any]]]:
    """Make something behind every address, as the factories of each module know how."""
    samples: dict[str, list[dict[str, Any]]] = {}
    for module in sorted(found.name for found in iter_modules(factories.__path__)):
        make = getattr(import_module(f"{factories.__name__}.{module}"), "samples", None)
        if make:
            samples |= make(municipality, people)
    return samples


def addresses(samples: dict[str, list[dict[str, Any]]]) -> dict[str, str]:
    """Give each route one address: route name → path. Routes without a sample are left out."""
    paths = {}
    for route in all_routes():
        if not route.arguments:
            paths[route.name] = reverse(route.name)
        elif samples.get(route.name):
            paths[route.name] = reverse(route.name, kwargs=samples[route.name][0])
    return paths
