"""On a phone, one press changes one thing: support and filters without leaving the page."""

import re

import pytest
from playwright.sync_api import expect

from samskap.ideas.models import Support
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory


def presses_support(visitor, begins="Support"):
    """Press the first button whose name begins so; what it is about stands behind, unseen."""
    visitor.page.get_by_role("button", name=re.compile(f"^{begins}")).first.click()
    return visitor


@pytest.mark.parametrize("scripts", [True, False])
def test_supporting_is_one_press(here, visit, scripts):
    liked = idea(
        initiative=InitiativeFactory(municipality=here, title="Quiet streets"),
        title="Close the street on Sundays",
    )
    nora = visit("nora@example.org", width=360, scripts=scripts)
    nora.is_signed_in_as(PersonFactory(email=nora.email)).opens(liked.initiative.get_absolute_url())
    pages = []
    nora.page.on("request", lambda asked: pages.append(asked.is_navigation_request()))

    presses_support(nora)
    nora.reads("You support this. Thank you!", "1 supports it · you too")

    assert any(pages) is not scripts
    assert Support.objects.filter(idea=liked).count() == 1
    presses_support(nora, "Take back my support")
    expect(nora.page.get_by_text("you too")).to_have_count(0)
    assert not Support.objects.filter(idea=liked).exists()
    assert nora.stumbled_over == []


def test_who_is_not_known_is_led_to_the_door(here, visit):
    liked = idea(initiative=InitiativeFactory(municipality=here), title="Close the street")
    guest = visit(width=360)

    presses_support(guest.opens(liked.get_absolute_url()))

    guest.reads("Sign in first.")
    assert not Support.objects.exists()


def test_a_refusal_is_read_as_without_script(here, visit):
    liked = idea(initiative=InitiativeFactory(municipality=here), title="Close the street")
    nora = visit("nora@example.org", width=360)
    nora.is_signed_in_as(PersonFactory(email=nora.email)).opens(liked.get_absolute_url())
    liked.delete()

    presses_support(nora)

    nora.reads_heading("We cannot find this page")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_list_follows_what_one_chooses(here, visit, scripts):
    InitiativeFactory(municipality=here, title="Quiet streets")
    InitiativeFactory(municipality=here, title="A warm bench", state="designing")
    nora = visit(width=360, scripts=scripts)
    nora.opens("/initiatives/").reads("Quiet streets", "A warm bench")
    pages = []
    nora.page.on("request", lambda asked: pages.append(asked.is_navigation_request()))

    nora.page.get_by_text("Choose more exactly").click()
    nora.page.get_by_label("Phase").select_option("design")
    if not scripts:
        nora.presses("Show")

    expect(nora.page.get_by_text("Quiet streets")).to_have_count(0)
    nora.reads("A warm bench")
    assert "phase=design" in nora.page.url
    assert any(pages) is not scripts
    expect(nora.page.get_by_label("Phase")).to_have_value("design")
    if scripts:
        expect(nora.page.get_by_role("status")).to_have_text("1 initiative is shown.")
        nora.page.go_back()
        nora.reads("Quiet streets")
    assert nora.stumbled_over == []
