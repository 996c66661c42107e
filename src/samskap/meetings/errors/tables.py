"""How tables, notes and kiosks say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class TooManyTables(Refusal):
    """No workshop has that many tables."""

    code = "meetings.too_many_tables"
    text = _("A workshop has at most %(most)s tables here. Announce a second event for the rest.")


class TableIsClosed(Refusal):
    """Nobody writes at a table long before the workshop, or long after it."""

    code = "meetings.table_is_closed"
    text = _(
        "Notes are written from an hour before the event begins until two days after it ends. Ask"
        " those who hold it to write your note down."
    )


class NotYoursToSettle(Refusal):
    """Only those who lead the initiative, and the municipality’s people, settle notes."""

    code = "meetings.not_yours_to_settle"
    text = _("Those who lead the initiative go through the notes. You can write one at a table.")


class NoteIsSettled(Refusal):
    """Somebody was quicker."""

    code = "meetings.note_is_settled"
    text = _("Somebody has gone through this note already. See what became of it.")


class SayWhyNot(Refusal):
    """A note is not set aside without a reason."""

    code = "meetings.say_why_not"
    text = _("Write why it is set aside. Those who sat at the table will read it.")


class NothingLikeIt(Refusal):
    """The other note has become nothing that this one could be a part of."""

    code = "meetings.nothing_like_it"
    text = _("Choose a note of the same initiative that has become something.")


class LinesDoNotAddUp(Refusal):
    """The sheet has more or fewer notes than were typed."""

    code = "meetings.lines_do_not_add_up"
    text = _(
        "You counted %(counted)s notes on the sheet and typed %(typed)s lines. Look for the one"
        " that is missing, or that stands there twice."
    )


class KioskIsClosed(Refusal):
    """The tablet shows nothing any more."""

    code = "meetings.kiosk_is_closed"
    text = _("This kiosk is closed. A facilitator can open it again with a new code.")


class NoSuchCode(Refusal):
    """No kiosk is opened by this code."""

    code = "meetings.no_such_code"
    text = _("No kiosk has this code. Look at the letters again, or ask the facilitator.")


class NotYoursToOpen(Refusal):
    """Only facilitators open kiosks."""

    code = "meetings.not_yours_to_open"
    text = _("Facilitators open kiosks. Ask the municipality who they are.")


class EndsTooLate(Refusal):
    """A kiosk is not open for ever."""

    code = "meetings.ends_too_late"
    text = _("A kiosk ends within a year, and not before today. Choose a day in between.")
