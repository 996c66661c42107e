"""How privacy says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class ArchiveIsBeingMade(Refusal):
    """An archive is asked for while another is put together."""

    code = "privacy.archive_is_being_made"
    text = _("Your archive is being put together. You get a notice when it is ready.")


class ArchiveIsGone(Refusal):
    """The time of an archive is over."""

    code = "privacy.archive_is_gone"
    text = _("This archive was there for seven days and is deleted now. Ask for a new one.")
    status = 410


class NotForYou(Refusal):
    """Somebody else looks at what the data protection officer sees."""

    code = "privacy.not_for_you"
    text = _("This page is for the data protection officer and administrators. Ask one of them.")
    status = 403


class NotWithinLimits(Refusal):
    """Something is to be kept shorter or longer than the house allows."""

    code = "privacy.not_within_limits"
    text = _("Choose a number of days from %(least)s to %(most)s.")


class NoReason(Refusal):
    """Something that needs a reason has none."""

    code = "privacy.no_reason"
    text = _("Write the reason, so that others can understand later what was done.")


class HasAnAccount(Refusal):
    """Staff are to forget somebody who has an account, and decides alone."""

    code = "privacy.has_an_account"
    text = _("This person has an account. They delete it themselves, on their own page.")
