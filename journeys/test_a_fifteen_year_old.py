"""Kaja is fifteen and has an old phone without scripts; Arvid is old and has written on paper.

What must be seen, 2: both of them are heard, and both get their answers.
"""

from django.utils import timezone

from samskap.initiatives.models import Initiative
from samskap.ledger.models import Contribution
from samskap.testing.factories.people import PersonFactory, RoleFactory

DREAM = "A place where we can be on Friday evenings without buying anything."
WIDTH = "html => [html.scrollWidth, html.clientWidth]"


def fits(visitor):
    """See that nothing has to be scrolled sideways."""
    wide, seen = visitor.page.locator("html").evaluate(WIDTH)  # waits where none is there yet
    assert wide <= seen, f"{visitor.page.url} is {wide} pixels wide on a screen of {seen}"


def test_a_fifteen_year_old_and_a_sheet_of_paper_get_their_answers(here, visit):
    kaja = visit("kaja@example.org", width=360, scripts=False)

    # She tells her dream before anybody asks who she is.
    kaja.opens("/").follows("Raise a challenge")
    fits(kaja)
    kaja.fills(
        {
            "What do you dream of?": DREAM,
            "What could the solution be?": "The old fire station.",
            "Who could help along the way?": "The youth club.",
        }
    ).presses("Go on")
    fits(kaja)
    kaja.reads("Your answers are kept. Sign in, and publish them.")
    kaja.signs_in()
    kaja.reads("Here are your answers. Look through them, and publish.")
    assert kaja.field("What do you dream of?").input_value() == DREAM
    assert kaja.field("What could the solution be?").input_value() == "The old fire station."
    fits(kaja)
    kaja.presses("Publish")
    kaja.reads_heading(DREAM.rstrip(".")).reads("Thank you! Your challenge is published.")
    fits(kaja)
    raised = Initiative.objects.get()
    on_its_page = kaja.page.url

    # She says how old she is. That closes no door.
    kaja.follows("My page").follows("Change what you have told about yourself")
    today = timezone.localdate()
    kaja.fills({"Date of birth": today.replace(year=today.year - 15, day=1).isoformat()})
    kaja.presses("Save").follows("My page")
    fits(kaja)

    # Mona works at the youth club. Arvid has handed her a sheet of paper.
    mona = visit("mona@example.org")
    RoleFactory(municipality=here, role="facilitator", person=PersonFactory(email=mona.email))
    mona.opens(on_its_page).follows("Sign in").signs_in()
    mona.opens(on_its_page).opens(f"/ideas/to/{raised.slug}/")
    mona.follows("Write down what came on paper").chooses("On paper", "Idea").fills(
        {
            "Who gave it?": "Arvid",
            "How do we reach them with the answer?": "Storgata 1",
            "In one line": "I can lend my workshop",
            "Tell more": "Every Friday. The key hangs by the door.",
        }
    ).presses("Write it down")
    mona.reads("It is written down, and counts as much as any other.", "given on paper")
    paper = Contribution.objects.get(kind="idea")
    assert (paper.channel, paper.entered_on_behalf, paper.side) == ("paper", True, "non_public")

    # Her desk says what waits; she answers both.
    mona.follows("My page").follows("My desk").follows("See all 2 and answer")
    mona.reads("Tell the giver the answer too: Storgata 1")
    mona.chooses(raised.title).presses("Answer those chosen")
    mona.chooses("Used").fills({"Your answer to all of them": "We open the station in May."})
    mona.presses("Send the answer").reads("1 answered.")
    mona.chooses("I can lend my workshop").presses("Answer those chosen")
    mona.chooses("Partly used").fills({"Your answer to all of them": "Every second week."})
    mona.presses("Send the answer").reads("1 answered.", "Everyone has an answer")

    # Kaja finds the answer among her notices and by what she has given.
    kaja.opens("/").follows("Notices 1 unread")
    fits(kaja)
    kaja.reads(f"“{raised.title}” is being used.", "We open the station in May.")
    kaja.opens("/").follows("My page").follows("What I have given")
    fits(kaja)
    kaja.reads(raised.title, "Used", "We open the station in May.")

    # Arvid’s answer stands by his name, for everybody; Mona knows where to bring it.
    anyone = visit().opens(paper.standing.path)
    anyone.reads("Arvid", "Partly used", "Every second week.").does_not_read("Storgata 1")
    paper.standing.refresh_from_db()
    assert paper.standing.answered_at is not None
