"""How proposals say no."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from samskap.base.refusals import Refusal


class NotYoursToChange(Refusal):
    """A draft belongs to whoever wrote it."""

    code = "proposals.not_yours_to_change"
    text = _("Only those who made this proposal, and the municipality for them, can do this.")
    status = 403


class NotYoursToSteward(Refusal):
    """Signatures are checked by the municipality."""

    code = "proposals.not_yours_to_steward"
    text = _("The municipality’s facilitators and case officers look after signatures. Ask them.")
    status = 403


class NotYoursToDecide(Refusal):
    """The council decides, and those who belong to it write it down."""

    code = "proposals.not_yours_to_decide"
    text = _("The council itself decides this. Those who belong to it write down what it said.")
    status = 403


class NotNow(Refusal):
    """A step does not follow from where the proposal stands."""

    code = "proposals.not_now"
    text = _("The proposal stands at “%(state)s”, so this cannot be done now. See its page.")


class HasAProposal(Refusal):
    """An initiative carries one proposal."""

    code = "proposals.has_a_proposal"
    text = _("“%(initiative)s” has a proposal already. Sign that one, or make one of its own.")


class NotCollecting(Refusal):
    """Signatures are collected before a proposal lies with the council."""

    code = "proposals.not_collecting"
    text = _("Signatures are not collected for this proposal now. Its page says how it stands.")


class WindowIsOver(Refusal):
    """The time for signatures has run out."""

    code = "proposals.window_is_over"
    text = _("The last day to sign was %(day)s. You can make a new proposal.")


class LivesElsewhere(Refusal):
    """Residents sign."""

    code = "proposals.lives_elsewhere"
    text = _("Only those who live in the municipality can sign. You can give an idea instead.")


class TooYoung(Refusal):
    """The municipality’s own scheme asks for an age."""

    code = "proposals.too_young"
    text = ngettext_lazy(
        "Here one must be %(years)d year old to do this. You can give an idea at any age.",
        "Here one must be %(years)d years old to do this. You can give an idea at any age.",
        "years",
    )


class SayWhenYouWereBorn(Refusal):
    """An age is asked for, and nobody has said it."""

    code = "proposals.say_when_you_were_born"
    text = _("Write your date of birth: the rules here ask for an age.")


class NoPaperHere(Refusal):
    """The municipality’s own scheme counts signatures on the web alone."""

    code = "proposals.no_paper_here"
    text = _("The rules here do not count names on paper. Ask people to sign on this page.")


class ListIsRegistered(Refusal):
    """A list with this name was registered before."""

    code = "proposals.list_is_registered"
    text = _("“%(name)s” is registered already. Give this list another name.")


class NobodyOnTheList(Refusal):
    """A list without names."""

    code = "proposals.nobody_on_the_list"
    text = _("Write down at least one line of the list.")


class StandsThereAlready(Refusal):
    """Somebody cannot count twice."""

    code = "proposals.stands_there_already"
    text = _("The same person stands behind the proposal already, and counts once.")


class ThresholdIsNotMet(Refusal):
    """Too few have signed."""

    code = "proposals.threshold_is_not_met"
    text = _("%(valid)s of %(needed)s valid signatures. Collect the rest, then submit it.")


class GiveReasons(Refusal):
    """The council answers with reasons."""

    code = "proposals.give_reasons"
    text = _("Write the reasons. Everybody can read them.")


class OnlyTheCouncil(Refusal):
    """What the law gives the council, nobody else decides."""

    code = "proposals.only_the_council"
    text = _("Only the council itself can decide this. Confirm that it has.")


class HarderThanTheLaw(Refusal):
    """The law’s numbers are made easier, never harder."""

    code = "proposals.harder_than_the_law"
    text = _("The law’s numbers can be made easier for residents, never harder. Ask for fewer.")


class NotYoursToSetUp(Refusal):
    """Administrators set the rules."""

    code = "proposals.not_yours_to_set_up"
    text = _("Administrators of the municipality set the rules of proposals. Ask one of them.")
    status = 403
