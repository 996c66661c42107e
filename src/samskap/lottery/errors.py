"""How lots say no."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from samskap.base.refusals import Refusal


class NotYoursToStart(Refusal):
    """Only the municipality’s own people, and those who facilitate the initiative, start a lot."""

    code = "lottery.not_yours_to_start"
    status = 403
    text = _("The municipality’s own people start lots. Ask whoever facilitates the initiative.")


class NotYoursToKeep(Refusal):
    """Only the stewards of a lot keep it and see who is in it."""

    code = "lottery.not_yours_to_keep"
    status = 403
    text = _("Only the stewards of this lot do that. Its page shows what everybody can see.")


class NotYoursToWitness(Refusal):
    """The numbers are typed in by stewards and by people who hold an office."""

    code = "lottery.not_yours_to_witness"
    status = 403
    text = _("The numbers are typed in by a steward and by somebody else who holds an office.")


class TooManyAreDrawn(Refusal):
    """A panel has an end."""

    code = "lottery.too_many_are_drawn"
    text = _("Draw from 1 to %(most)s people.")


class LotIsClosed(Refusal):
    """Nobody enters any more."""

    code = "lottery.lot_is_closed"
    text = _("“%(lot)s” takes nobody in any more. See which lots are open.")


class OnlyByInvitation(Refusal):
    """The pool is of those who were invited."""

    code = "lottery.only_by_invitation"
    text = _(
        "Those who got a letter can say yes to “%(lot)s”. Have you got one? Type the code from it."
    )


class RegisterElsewhere(Refusal):
    """The pool was given when the lot was started."""

    code = "lottery.register_elsewhere"
    text = _("Those who are drawn for “%(lot)s” registered elsewhere. Its page says where.")


class AnswerEverything(Refusal):
    """A draw with targets needs to know each feature of everybody in it."""

    code = "lottery.answer_everything"
    text = _("“%(feature)s” is not answered. Choose one of the answers.")


class DrawnNotLongAgo(Refusal):
    """Whoever was drawn lately makes room for others."""

    code = "lottery.drawn_not_long_ago"
    text = _(
        "You were drawn not long ago, and this lot makes room for others. You can enter again from"
        " %(day)s."
    )


class CodeIsUnknown(Refusal):
    """No letter carries this code."""

    code = "lottery.code_is_unknown"
    text = _("No letter of this lot carries the code “%(typed)s”. Look at your letter once more.")


class CodeIsUsed(Refusal):
    """A letter is answered once."""

    code = "lottery.code_is_used"
    text = _("This letter is answered already. Ask the municipality if it was not you.")


class NotAtThisStep(Refusal):
    """Each step has its place in the order."""

    code = "lottery.not_at_this_step"
    text = _("“%(lot)s” has come another way meanwhile. See on its page what comes next.")


class TooFewEntrants(Refusal):
    """There must be more people than seats."""

    code = "lottery.too_few_entrants"
    text = ngettext_lazy(
        "Only %(entrants)s person can be drawn for %(seats)s seats. Open the pool again.",
        "Only %(entrants)s people can be drawn for %(seats)s seats. Open the pool again.",
        "entrants",
    )


class TargetsContradict(Refusal):
    """What is asked of the values of one feature cannot be together."""

    code = "lottery.targets_contradict"
    text = _(
        "“%(feature)s”: at least %(least)s and at most %(most)s in all, but %(size)s are drawn."
        " Change the numbers so that %(size)s lies between."
    )


class TargetsAreFixed(Refusal):
    """What people have answered keeps its name."""

    code = "lottery.targets_are_fixed"
    text = _("People have answered already. You can change how many of each, not what is asked.")


class NothingToAccept(Refusal):
    """There is no wider set of targets to accept."""

    code = "lottery.nothing_to_accept"
    text = _("There is nothing to accept here any more. See on the page what comes next.")


class SayWhichNumbers(Refusal):
    """The public source is named before anybody can know its numbers."""

    code = "lottery.say_which_numbers"
    text = _("Say which numbers will decide, and on which day: today or later.")


class NumbersAreMissing(Refusal):
    """Nothing that was typed is a number."""

    code = "lottery.numbers_are_missing"
    text = _("Type the numbers in the order in which they came, for example: 4 1 6 3 2.")


class NotBeforeTheDay(Refusal):
    """The numbers cannot be known before their day."""

    code = "lottery.not_before_the_day"
    text = _("These numbers come on %(day)s. Type them in then, or later.")


class AnotherMustType(Refusal):
    """Two people type the numbers, and neither alone."""

    code = "lottery.another_must_type"
    text = _("You have typed the numbers in. Now somebody else does it, without seeing yours.")


class NobodyHasLeft(Refusal):
    """A replacement needs an empty seat."""

    code = "lottery.nobody_has_left"
    text = _("Every seat is taken. A replacement is drawn when somebody leaves.")


class NotOnYourList(Refusal):
    """The person is not in the panel."""

    code = "lottery.not_on_your_list"
    text = _("This person is not in the lot any more. See the list as it stands now.")


class SayWhyTheyAreOut(Refusal):
    """Whoever is taken out by somebody else hears why."""

    code = "lottery.say_why_they_are_out"
    text = _("Say why they are taken out. They read it, and the stewards.")


class NobodyToInvite(Refusal):
    """The list is used up."""

    code = "lottery.nobody_to_invite"
    text = _("There is nobody left on the list to invite. Bring in a list first, or a longer one.")


class NoSuchColleague(Refusal):
    """Stewards hold an office in the municipality."""

    code = "lottery.no_such_colleague"
    text = _("Nobody who holds an office here has this e-mail address. Look at it once more.")
