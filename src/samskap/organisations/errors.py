"""How organisations say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotYoursToRegister(Refusal):
    """Only administrators register what stands on the public side."""

    code = "organisations.not_yours_to_register"
    text = _(
        "Only an administrator of the municipality registers public units, the council and"
        " committees. Ask one of them to do it."
    )
    status = 403


class NotYoursToLookAfter(Refusal):
    """Someone else looks after this organisation."""

    code = "organisations.not_yours_to_look_after"
    text = _("Only those who look after “%(organisation)s” can do this. Ask one of them.")
    status = 403


class NameIsTaken(Refusal):
    """Two organisations of one name could not be told apart."""

    code = "organisations.name_is_taken"
    text = _(
        "“%(name)s” is registered already. Ask to join it, or add what sets yours apart, such as"
        " the place."
    )


class NumberIsWrong(Refusal):
    """The check digit does not fit, or there are too few digits."""

    code = "organisations.number_is_wrong"
    text = _(
        "“%(number)s” is not an organisation number in this country. Check the digits, or leave the"
        " number out."
    )


class NumberIsTaken(Refusal):
    """The organisation is there, perhaps under another name."""

    code = "organisations.number_is_taken"
    text = _(
        "The organisation with number %(number)s is registered already, as “%(organisation)s”."
        " Ask to join it instead."
    )


class KindsDoNotFit(Refusal):
    """A hybrid adds kinds that are not public; the council and committees are nothing else."""

    code = "organisations.kinds_do_not_fit"
    text = _(
        "An organisation cannot be this as well. Choose one main kind, and add only kinds that are"
        " not public."
    )


class KindCrossesSides(Refusal):
    """What was given under its name was counted on the side where it stood."""

    code = "organisations.kind_crosses_sides"
    text = _(
        "“%(organisation)s” cannot change between the public side and the others, because what it"
        " has given is counted where it stood. Register it anew."
    )


class ParentMakesACircle(Refusal):
    """An organisation cannot be part of one of its own parts."""

    code = "organisations.parent_makes_a_circle"
    text = _(
        "“%(parent)s” is itself part of “%(organisation)s”. Choose another organisation, or change"
        " what “%(parent)s” is part of first."
    )


class ParentIsElsewhere(Refusal):
    """An organisation of another municipality cannot be a parent here."""

    code = "organisations.parent_is_elsewhere"
    text = _("That organisation is not registered here. Register it first, then choose it.")


class AlreadyAMember(Refusal):
    """Nobody belongs twice."""

    code = "organisations.already_a_member"
    text = _("“%(person)s” belongs to “%(organisation)s” already. There is nothing more to do.")


class AlreadyAsked(Refusal):
    """One request is enough."""

    code = "organisations.already_asked"
    text = _(
        "You have asked to join “%(organisation)s” already. Those who look after it will answer."
    )


class RequestIsAnswered(Refusal):
    """Somebody else was first, or the request was taken back."""

    code = "organisations.request_is_answered"
    text = _("This request is there no more: it was answered or taken back. Reload the page.")


class NotYourOwnRequest(Refusal):
    """Nobody lets themselves into an organisation that others are to answer for."""

    code = "organisations.not_your_own_request"
    text = _("You cannot answer your own request. Ask another administrator to do it.")
    status = 403


class MembersAskThemselves(Refusal):
    """Whom a person belongs with is their own to say."""

    code = "organisations.members_ask_themselves"
    text = _(
        "People ask to join “%(organisation)s” themselves. Send them the address of its page, then"
        " answer the request."
    )


class MembershipHasEnded(Refusal):
    """The person does not belong any more."""

    code = "organisations.membership_has_ended"
    text = _("This membership has ended. The person can ask to join again.")


class MandateEndsBeforeItBegins(Refusal):
    """The days are the wrong way round."""

    code = "organisations.mandate_ends_before_it_begins"
    text = _("The last day comes before the first day. Choose a later last day.")


class MandateIsOver(Refusal):
    """A mandate for days that are gone changes nothing."""

    code = "organisations.mandate_is_over"
    text = _("The last day has passed. Choose a last day from today on.")


class MandateIsTooLong(Refusal):
    """A mandate is given anew from time to time."""

    code = "organisations.mandate_is_too_long"
    text = _(
        "A mandate lasts at most %(years)s years, and can then be given again. Choose an earlier"
        " last day."
    )


class NoMandateToEnd(Refusal):
    """There is no mandate that holds or will."""

    code = "organisations.no_mandate_to_end"
    text = _("This person has no mandate for “%(organisation)s” now. There is nothing to end.")


class LastAdministrator(Refusal):
    """Members need someone who looks after the organisation."""

    code = "organisations.last_administrator"
    text = _(
        "Nobody else looks after “%(organisation)s”. Let another member look after it first, then"
        " try again."
    )
