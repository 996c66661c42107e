"""How the API says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NothingHere(Refusal):
    """There is no such address, or nothing public behind it."""

    code = "api.nothing_here"
    text = _("There is nothing at this address. The list of all addresses is at %(docs)s.")
    status = 404


class NobodyHere(Refusal):
    """No municipality answers at the host name."""

    code = "api.nobody_here"
    text = _("No municipality lives at this host name. Ask at the host name of a municipality.")
    status = 404


class OnlyForReading(Refusal):
    """Somebody wants to write through the API."""

    code = "api.only_for_reading"
    text = _("The open data can only be read. Ask with GET.")
    status = 405


class NotUnderstood(Refusal):
    """The parameters of an address make no sense."""

    code = "api.not_understood"
    text = _("Some parameters cannot be understood: %(names)s. See what they may be at %(docs)s.")
    status = 422


class OurFault(Refusal):
    """Something went wrong on our side."""

    code = "api.our_fault"
    text = _("Something went wrong here, and it is not your fault. Try again in a while.")
    status = 500


class NoArchiveYet(Refusal):
    """The first archive of a municipality has not been made."""

    code = "api.no_archive_yet"
    text = _("The archive has not been made yet. It is made each night; ask for it at %(page)s.")
    status = 404


class ArchiveIsFresh(Refusal):
    """Somebody asks for a new archive right after one was made."""

    code = "api.archive_is_fresh"
    text = _("The archive was made less than an hour ago. Take that one, or ask again in an hour.")
