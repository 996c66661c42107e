"""How imports say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotYoursToImport(Refusal):
    """Files are brought in by those whom the module names."""

    code = "imports.not_yours_to_import"
    text = _(
        "You cannot bring in files of this kind. Ask an administrator of the municipality to do it."
    )
    status = 403


class FileIsTooLarge(Refusal):
    """More than a page can take in at once."""

    code = "imports.file_is_too_large"
    text = _("The file is larger than %(megabytes)s MB. Divide it, and bring in one at a time.")


class NotATable(Refusal):
    """No text with columns."""

    code = "imports.not_a_table"
    text = _(
        "This cannot be read as a table. Save it as CSV (UTF-8) from your spreadsheet, and bring"
        " that in."
    )


class TooManyRows(Refusal):
    """More rows than are looked over well."""

    code = "imports.too_many_rows"
    text = _("There are more than %(most)s rows. Divide the file, and bring in one at a time.")


class TooManyColumns(Refusal):
    """More columns than a table that people fill in."""

    code = "imports.too_many_columns"
    text = _("There are more than %(most)s columns. Take out those that are not needed.")


class NotAtThisStep(Refusal):
    """Somebody was first, or the queue works on it."""

    code = "imports.not_at_this_step"
    text = _("The file is at another step now. Reload its page to see where it stands.")


class NothingToTake(Refusal):
    """No row is new."""

    code = "imports.nothing_to_take"
    text = _("No row is new. Mend those that are wrong in your file, and bring it in again.")


class TooLateToUndo(Refusal):
    """Others have counted on it for too long."""

    code = "imports.too_late_to_undo"
    text = _("It was taken in more than %(days)s days ago. Change what is wrong on its own page.")


class InvitationIsAnswered(Refusal):
    """The link has done what it was for."""

    code = "imports.invitation_is_answered"
    text = _("This invitation is answered, or no longer holds. You can sign in with your e-mail.")
