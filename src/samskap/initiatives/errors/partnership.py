"""How partners and their agreement say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NameOneParty(Refusal):
    """An invitation to be a partner goes to one organisation or one person."""

    code = "initiatives.name_one_party"
    text = _("Choose one organisation or one person to ask.")


class NotFromHere(Refusal):
    """The organisation belongs to another municipality."""

    code = "initiatives.not_from_here"
    text = _("“%(name)s” is not registered here. Register it first, then ask it.")


class PartnerAlready(Refusal):
    """A party is a partner once."""

    code = "initiatives.partner_already"
    text = _("“%(name)s” is asked or has joined already. See the list of partners.")


class NotAskedOrOffered(Refusal):
    """Only who was asked, or who asked, can be let in or turned down."""

    code = "initiatives.not_asked_or_offered"
    text = _("“%(name)s” is not waiting to join. Open the list of partners to see who is.")


class NotYourPartnership(Refusal):
    """Somebody acts for a partner they do not speak for."""

    code = "initiatives.not_your_partnership"
    status = 403
    text = _("You do not speak for “%(name)s”. Ask somebody with a mandate to do it.")


class NotAPartner(Refusal):
    """Only partners who have joined can do this."""

    code = "initiatives.not_a_partner"
    text = _("“%(name)s” is not a partner now. Join first.")


class SayWhyYouLeave(Refusal):
    """Leaving without a word leaves the others with the work."""

    code = "initiatives.say_why_you_leave"
    text = _("Write why you leave, and what you hand back to whom.")


class ReviewLiesBehind(Refusal):
    """An agreement is looked at again on a day to come."""

    code = "initiatives.review_lies_behind"
    text = _("Choose a day ahead of us on which you look at the agreement again.")


class NoAgreementToSign(Refusal):
    """There is no agreement, it has ended, or a newer one replaces it."""

    code = "initiatives.no_agreement_to_sign"
    text = _("This agreement can no longer be signed. Open the newest one.")


class SignedAlready(Refusal):
    """A partner signs once."""

    code = "initiatives.signed_already"
    text = _("“%(name)s” has signed already. There is nothing more to do.")


class AgreementHasEnded(Refusal):
    """An ended agreement cannot end again."""

    code = "initiatives.agreement_has_ended"
    text = _("This agreement has ended. Write a new one to go on together.")


class PartnerNeedsAName(Refusal):
    """Who has no account is known by a name."""

    code = "initiatives.partner_needs_a_name"
    text = _("Write the name by which the others know this partner.")
