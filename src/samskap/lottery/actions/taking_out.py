"""What a steward owes whoever they take out of a lot: a reason, a word, and a line in the log."""

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.lines import one_line
from samskap.lottery.actions.steps import note
from samskap.lottery.errors import NotYoursToKeep, SayWhyTheyAreOut
from samskap.lottery.models import Entrant, Lot, Step
from samskap.lottery.permissions import may_keep
from samskap.notices.actions import tell
from samskap.people.models import Person

LONGEST_REASON = 200


def reason_for(*, lot: Lot, entrant: Entrant, by: Person, because: str) -> str:
    """The reason that a steward must give; whoever leaves for themselves need not say why.

    Refuses with NotYoursToKeep or SayWhyTheyAreOut.
    """
    if entrant.person_id == by.pk:
        return ""
    if not may_keep(by, lot):
        raise NotYoursToKeep
    reason = one_line(because)[:LONGEST_REASON]
    if not reason:
        raise SayWhyTheyAreOut
    return reason


def say_so(*, lot: Lot, entrant: Entrant, by: Person) -> None:
    """Write down which steward took somebody out, and tell that person why.

    Everybody sees that it was done, and nobody else of whom or why. Whoever has no account is told
    by letter.
    """
    note(lot, Step.What.LEFT, by, taken_out=True)
    if entrant.person:
        tell(
            person=entrant.person,
            municipality=lot.municipality,
            kind="lottery.taken_out",
            label=format_lazy(_("You were taken out of “{lot}”."), lot=lot.title),
            text=format_lazy(
                _("A steward did it and gave this reason: “{reason}”. Ask them if it is wrong."),
                reason=entrant.left_because,
            ),
            path=reverse("lottery:mine"),
            names=by,
        )
