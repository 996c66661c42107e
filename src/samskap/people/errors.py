"""How people’s pages say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class SignInNeeded(Refusal):
    """Nobody is signed in."""

    code = "people.sign_in_needed"
    text = _("Sign in first. You need only your e-mail address. Then try again.")
    status = 403


class StrongerSignInNeeded(Refusal):
    """An e-mail address is not enough for this."""

    code = "people.stronger_sign_in_needed"
    text = _(
        "The municipality asks for a national e-ID here. Add yours under “My page”, and try again."
        " If you have none, you can do it on paper or by telephone: “Contact” says how."
    )
    status = 403


class AccountIsClosed(Refusal):
    """The account was closed, and its owner still has the address."""

    code = "people.account_is_closed"
    text = _("This account is closed. Write to the municipality if you want to open it again.")
    status = 403


class NotYoursToGive(Refusal):
    """Only an administrator gives and ends roles."""

    code = "people.not_yours_to_give"
    text = _("Only an administrator can give or end roles. Ask one of them to do it.")
    status = 403


class MayNotSeeConsents(Refusal):
    """Only facilitators and administrators see who said yes to what."""

    code = "people.may_not_see_consents"
    text = _("Only facilitators and administrators see who said yes. Ask one of them.")
    status = 403


class RoleIsHeld(Refusal):
    """The person has the role already."""

    code = "people.role_is_held"
    text = _("%(person)s already has this role. You do not need to do anything.")


class RoleHasEnded(Refusal):
    """The role ended before."""

    code = "people.role_has_ended"
    text = _("This role has already ended. You do not need to do anything.")


class LastAdministrator(Refusal):
    """A municipality always has somebody who can set things right."""

    code = "people.last_administrator"
    text = _(
        "This is the last administrator of %(municipality)s. Make somebody else administrator"
        " first. Then try again."
    )


class TooYoungForThis(Refusal):
    """The country’s law asks for a guardian’s leave below an age."""

    code = "people.too_young_for_this"
    text = _(
        "You must be %(age)s years old to do this yourself. Ask a parent or guardian to write to"
        " the municipality. You can still raise challenges and give ideas."
    )


class UnknownPurpose(Refusal):
    """Nobody asks for consent to this."""

    code = "people.unknown_purpose"
    text = _("Nobody asks for this consent any more. Go back to “My consents” and choose another.")


class ConsentIsGiven(Refusal):
    """The consent is there already."""

    code = "people.consent_is_given"
    text = _("You have already said yes to this. You can take it back at any time.")


class ConsentHasEnded(Refusal):
    """The consent is no longer there."""

    code = "people.consent_has_ended"
    text = _("This consent has already ended. You do not need to do anything.")


class NoSuchHousehold(Refusal):
    """The code belongs to no household."""

    code = "people.no_such_household"
    text = _("No household has the code “%(code)s”. Check it with the person who gave it to you.")


class AddressIsTaken(Refusal):
    """Another account has this e-mail address."""

    code = "people.address_is_taken"
    text = _("Another account uses this e-mail address. Sign in with it, or choose another.")


class NotConfirmedByYou(Refusal):
    """An account is deleted only by its owner, in so many words."""

    code = "people.not_confirmed"
    text = _("Tick the box if you want to delete your account. Nothing has been deleted.")


class OldEnough(Refusal):
    """Who is old enough needs nobody’s leave."""

    code = "people.old_enough"
    text = _("You are old enough to say yes yourself. Do it on the page of your consents.")


class NotYourOwnAddress(Refusal):
    """Nobody is their own guardian."""

    code = "people.not_your_own_address"
    text = _("This is your own e-mail. Write that of a parent or guardian.")


class GuardianIsAsked(Refusal):
    """One question at a time for each purpose."""

    code = "people.guardian_is_asked"
    text = _("Your guardian has been asked already. Remind them to look for the letter.")


class AskedTooOften(Refusal):
    """Letters to guardians are not sent without end."""

    code = "people.asked_too_often"
    text = _("You have sent several letters this week. Wait some days before you send another.")


class LeaveIsClosed(Refusal):
    """The question has its answer, is taken back, or has waited too long."""

    code = "people.leave_is_closed"
    text = _("This question is closed. If it is still wanted, it can be asked anew.")


class SealIsBroken(Refusal):
    """A secret was sealed with a key that this instance no longer has."""

    code = "people.seal_is_broken"
    text = _(
        "This server has a new key, and cannot read what was kept with the old one. Ask an"
        " administrator to set it up once more."
    )


class NotYoursToSetUp(Refusal):
    """Only an administrator decides how people sign in."""

    code = "people.not_yours_to_set_up"
    text = _("Only an administrator decides how people sign in. Ask one of them.")
    status = 403


class NoEIdHere(Refusal):
    """Nobody could do what needs a national e-ID."""

    code = "people.no_e_id_here"
    text = _("Nobody can sign in by national e-ID here yet. Set that up first. Then ask for it.")


class ProviderIsThere(Refusal):
    """Each provider is set up once."""

    code = "people.provider_is_there"
    text = _("This provider is set up already, with this client id. Change that one instead.")


class ProviderDoesNotAnswer(Refusal):
    """Whoever should say who signs in cannot be reached, or says nothing that can be read."""

    code = "people.provider_does_not_answer"
    text = _("“%(name)s” does not answer. Sign in by e-mail, or try again in some minutes.")
    status = 503


class SignInNotConfirmed(Refusal):
    """What came back does not belong to the sign-in that was begun here."""

    code = "people.sign_in_not_confirmed"
    text = _("We could not confirm this sign-in. Nothing has changed. Begin once more.")
    status = 403


class SignInIsTooWeak(Refusal):
    """The sign-in was less sure than the municipality asks for."""

    code = "people.sign_in_is_too_weak"
    text = _("“%(name)s” let you in by a way that is not sure enough here. Choose a stronger one.")
    status = 403


class IdentityIsTaken(Refusal):
    """The e-ID belongs to another account."""

    code = "people.identity_is_taken"
    text = _(
        "This e-ID belongs to another account. Sign out, and sign in with it to reach that account."
        " You can take it away from there, and add it here afterwards."
    )


class IdentityIsThere(Refusal):
    """The account has an e-ID of this kind already."""

    code = "people.identity_is_there"
    text = _("Your account has an e-ID from “%(name)s” already. Take that away first.")


class FactorIsThere(Refusal):
    """Two-factor sign-in is on already."""

    code = "people.factor_is_there"
    text = _("Two-factor sign-in is on already. Turn it off first if you have a new telephone.")


class NoFactorThere(Refusal):
    """Two-factor sign-in is not on."""

    code = "people.no_factor_there"
    text = _("Two-factor sign-in is not on. You do not need to do anything.")


class WrongCode(Refusal):
    """The code is wrong, too old, or used before."""

    code = "people.wrong_code"
    text = _("This is not the code, or it was used before. Wait for the next one in the app.")


class RolesElsewhere(Refusal):
    """Another municipality relies on the second factor as well."""

    code = "people.roles_elsewhere"
    text = _(
        "This person has a role in another municipality too. Ask whoever runs the server to take"
        " two-factor sign-in away."
    )
    status = 403


class DraftIsGone(Refusal):
    """The draft was published or thrown away before."""

    code = "people.draft_is_gone"
    text = _("This is published already, or thrown away. Look at “My page”.")


class DraftsAreMany(Refusal):
    """Drafts for one address are not kept without end."""

    code = "people.drafts_are_many"
    text = _(
        "Much waits for this e-mail address already. Sign in with it, and publish what waits, or"
        " throw it away."
    )
