"""A shared tablet at the city lab forgets what somebody typed and left, after asking first."""

from playwright.sync_api import expect

from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meeting_tables import kiosk


def test_a_tablet_asks_whether_somebody_is_still_there_and_then_forgets(here, visit):
    tablet = kiosk(initiative=InitiativeFactory(municipality=here, title="The square"))
    somebody = visit(width=1024)
    page = somebody.page
    page.clock.install()
    somebody.opens(tablet.get_absolute_url()).writes(In_one_line="I sat here as a child")

    page.clock.run_for(61_000)
    somebody.reads("Are you still there?").presses("Yes, I go on")
    assert somebody.field("In one line").input_value() == "I sat here as a child"

    page.clock.run_for(61_000)
    somebody.reads("Are you still there?")
    with page.expect_navigation():
        page.clock.run_for(21_000)
    expect(somebody.field("In one line")).to_have_value("")
    assert somebody.stumbled_over == []
