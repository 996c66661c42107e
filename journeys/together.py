"""What people do together in more than one story, each through the pages."""

from datetime import timedelta

from django.utils import timezone

from samskap.initiatives.models import Initiative

IN_A_YEAR = (timezone.localdate() + timedelta(days=365)).isoformat()


def raises(visitor, answers, speaking_for=""):
    """Raise a challenge, and return its address."""
    visitor.opens("/").follows("Raise a challenge")
    if speaking_for:
        visitor.chooses(speaking_for)
    visitor.fills(answers).presses("Publish").reads("Thank you! Your challenge is published.")
    return Initiative.objects.latest("pk").get_absolute_url()


def become_partners(carrier, ours, other, theirs, initiative):
    """One joins for the municipality, asks the other, who joins; they write and sign."""
    carrier.opens(f"{initiative}partners/").follows("Become a partner").chooses(ours)
    carrier.presses("Become a partner").reads("You are on the list of partners.")
    carrier.follows("Ask somebody to be a partner").chooses(theirs)
    carrier.presses("Send the invitation").reads("The invitation is sent.")
    other.opens(f"{initiative}partners/").follows(f"Join as {theirs}").chooses(theirs)
    other.presses("Become a partner").reads("Partner since")
    carrier.opens(f"{initiative}agreement/").follows("Write the agreement").fills(
        {
            "What we want together": "Nobody is lonely against their will.",
            "What we owe each other": "We come when we have said so.",
            "How a partner leaves": "A month before, in writing.",
            "When we look at it again": IN_A_YEAR,
        }
    ).presses("Lay it before the partners")
    carrier.presses(f"Sign for {ours}").reads("Signed. Thank you!")
    other.opens(f"{initiative}agreement/").presses(f"Sign for {theirs}")
    other.reads("In force: every partner has signed.")


def gives(visitor, slug, kind, line, speaking_for=""):
    """Give something of one's own accord."""
    visitor.opens(f"/ideas/to/{slug}/give/").chooses(kind)
    if speaking_for:
        visitor.chooses(speaking_for)
    visitor.fills({"In one line": line}).presses("Give it")
    visitor.reads("Thank you! You will hear what becomes of it.")


def decide_together(carrier, other, initiative, about, line, adopted):
    """Both say yes to a proposal that is made of what people gave; the rest gets its reason."""
    carrier.opens(f"{initiative}decisions/").follows("Open a decision")
    carrier.chooses(f"What {about} is", *adopted).fills(
        {
            "What you decide, in one line": line,
            "The proposal in full": f"{line}, in our own words.",
        }
    ).presses("Ask the partners").reads("The partners are asked for their voice.")
    decision = carrier.page.url
    for visitor in (carrier, other):
        visitor.opens(decision).chooses("For").presses("Give my voice")
        visitor.reads("Your voice is heard. Thank you!")
    carrier.opens(decision).follows("Close the decision").fills(
        {"Reasons": "We all want it.", "Why are the other inputs not used?": "They can wait."}
    ).presses("Close the decision")
    carrier.reads("The decision is closed. Everybody it concerns is told.", "All partners agreed.")
