"""Signe cannot use a mouse: she raises a challenge and supports an idea by keyboard alone."""

from playwright.sync_api import expect

from samskap.ideas.models import Support
from samskap.initiatives.models import Initiative
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory

MOST_STEPS = 80  # presses of Tab before somebody gives up
WHERE = """() => {
  const at = document.activeElement;
  const label = at.labels && at.labels.length ? at.labels[0].innerText : '';
  return (label || at.innerText || at.value || '').split(/\\s+/).join(' ').trim();
}"""
IS_SEEN = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  return box.width > 0 && box.height > 0 && marked;
}"""


def tabs_to(visitor, words):
    """Press Tab until the focus stands on what is called this, and see that it shows."""
    visitor.page.wait_for_load_state()  # whoever types before the page is whole loses the focus
    for _step in range(MOST_STEPS):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate(WHERE).startswith(words):
            assert visitor.page.evaluate(IS_SEEN), f"nobody sees that the focus is on “{words}”"
            return visitor
    raise AssertionError(f"“{words}” cannot be reached by Tab on {visitor.page.url}")


def types(visitor, label, words):
    """Go to a field and write."""
    tabs_to(visitor, label).page.keyboard.type(words)


def enters(visitor, words):
    """Go to a link or a button and press Enter."""
    tabs_to(visitor, words).page.keyboard.press("Enter")
    return visitor


def test_raising_and_supporting_without_a_mouse(here, visit):
    liked = idea(
        initiative=InitiativeFactory(municipality=here, title="Quiet streets"),
        title="Close the street on Sundays",
    )
    signe = visit("signe@example.org")
    PersonFactory(email=signe.email)
    signe.signs_in().opens("/")

    # The first stop on every page leads past the menu.
    enters(signe, "Go to the content")
    expect(signe.page.locator("main")).to_be_focused()
    enters(signe, "Raise a challenge").reads_heading("Raise a challenge")
    enters(signe, "Go to the content")
    types(signe, "What do you dream of?", "Pavements without steps")
    types(signe, "Who could help along the way?", "The road office")
    enters(signe, "Publish").reads_heading("Pavements without steps")
    assert Initiative.objects.get(title="Pavements without steps").helpers == "The road office"

    # What is wrong is told where the keyboard finds it.
    signe.opens("/initiatives/raise/")
    enters(signe, "Publish")
    expect(signe.page.get_by_role("alert").first).to_be_visible()

    signe.opens(liked.initiative.get_absolute_url())
    enters(signe, "Support").reads("You support this. Thank you!", "you too")
    enters(signe, "Take back my support")
    expect(signe.page.get_by_text("you too")).to_have_count(0)
    enters(signe, "Support").reads("You support this. Thank you!")
    assert Support.objects.filter(idea=liked).count() == 1
