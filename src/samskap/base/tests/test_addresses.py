"""Tests of addresses that are put together once."""

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse

from samskap.base.addresses import address


@pytest.mark.parametrize(
    ("route", "keys"),
    [
        ("initiatives:list", []),
        ("ideas:idea", [17]),
        ("initiatives:initiative", ["the-library"]),
        ("initiatives:decision", ["the-library", 4]),
    ],
)
def test_an_address_is_what_django_finds(route, keys):
    """Numbers and slugs, one or two."""
    assert address(route, *keys) == reverse(route, args=keys)
    assert address(route, *keys) == reverse(route, args=keys)  # from memory


@pytest.mark.parametrize(
    "written",
    [
        "{% url 'ideas:idea' 17 %}",
        "{% url 'ideas:idea' pk=17 %}",
        "{% url 'ideas:idea' 17 as it %}{{ it }}",
    ],
)
def test_a_template_writes_the_same(written):
    """By place, by name, and kept under a name."""
    assert Template(written).render(Context()) == "/ideas/17/"


def test_a_route_that_is_not_there_is_a_fault():
    """Never an address that leads nowhere; with “as” nothing, as Django has it."""
    with pytest.raises(NoReverseMatch):
        Template("{% url 'ideas:idea' '' %}").render(Context())
    with pytest.raises(NoReverseMatch):
        address("ideas:nowhere")
    assert Template("{% url 'ideas:nowhere' as it %}{{ it }}").render(Context()) == ""
