"""How nights say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotYoursToKeep(Refusal):
    """Only the municipality’s own people keep a night for young people."""

    code = "meetings.not_yours_to_keep"
    text = _(
        "People who work for the municipality keep nights for young people. Ask one of them to keep"
        " this one with you."
    )


class NotOverNight(Refusal):
    """The event ends on the day on which it begins."""

    code = "meetings.not_over_night"
    text = _("This event ends on the day it begins. Change its times first, if people sleep there.")


class NotOfThisAge(Refusal):
    """The night is for others."""

    code = "meetings.not_of_this_age"
    text = _("This night is for those from %(least)s to %(most)s. Come during the day!")


class AskYourGuardian(Refusal):
    """Whoever is under age needs somebody who says yes."""

    code = "meetings.ask_your_guardian"
    text = _("Write the e-mail of a parent or guardian. They say yes or no, without an account.")


class GuardianSaidNo(Refusal):
    """A guardian’s no is not got around by signing up again."""

    code = "meetings.guardian_said_no"
    text = _(
        "Your guardian said no, or took the yes back. Ask them: they can answer anew with the link"
        " in their letter, or tell those who keep the night. You are welcome during the day."
    )


class GuardiansHaveSaidYes(Refusal):
    """What guardians have said yes to is not changed behind their backs."""

    code = "meetings.guardians_have_said_yes"
    text = _(
        "Guardians have said yes to what stands here. Leave that text as it is, or call the event"
        " off and announce it anew, so that they are asked again."
    )


class NotYourOwnYes(Refusal):
    """Nobody says yes for themselves in the name of their guardian."""

    code = "meetings.not_your_own_yes"
    text = _("A parent or guardian must answer this. Give them the link, and sign out first.")


class NobodyToCall(Refusal):
    """There must be somebody who can be called at night."""

    code = "meetings.nobody_to_call"
    text = _("Write whom to call at night, and the telephone number. Only those on watch see it.")


class TooYoungToWatch(Refusal):
    """Whoever watches over a night is of age."""

    code = "meetings.too_young_to_watch"
    text = _("Those who watch over a night are 18 or older. You can sign up to stay the night.")


class CannotDoBoth(Refusal):
    """Somebody sleeps there, or watches."""

    code = "meetings.cannot_do_both"
    text = _("Whoever stays the night as one of the young cannot watch over it. Choose one.")


class NotYourOwnCertificate(Refusal):
    """Nobody sees their own certificate."""

    code = "meetings.not_your_own_certificate"
    text = _("Somebody else must see your certificate. Show it to another who keeps the night.")


class TooFewHosts(Refusal):
    """Too few adults are awake."""

    code = "meetings.too_few_hosts"
    text = _(
        "%(needed)s adults must be awake, each with a certificate that somebody has seen. There are"
        " %(ready)s. Find more, or let fewer stay."
    )


class OnlyOnWatch(Refusal):
    """Contacts are for those on watch, while they are."""

    code = "meetings.only_on_watch"
    text = _(
        "Only those on watch see whom to call, and only from the start of the event to its end."
    )
