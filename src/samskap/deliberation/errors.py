"""How deliberations say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class InitiativeTakesNoMore(Refusal):
    """The initiative is paused, stopped, joined with another or closed."""

    code = "deliberation.initiative_takes_no_more"
    text = _("“%(initiative)s” takes nothing more in now. Its page says why, and what goes on.")


class NotYoursToKeep(Refusal):
    """Deliberations are kept by those who lead the initiative."""

    code = "deliberation.not_yours_to_keep"
    text = _("Those who lead this initiative keep its deliberations. Ask one of them.")
    status = 403


class NotYoursToTakeIn(Refusal):
    """What comes from elsewhere is taken in by the municipality’s own people."""

    code = "deliberation.not_yours_to_take_in"
    text = _("Facilitators of the municipality take in conversations from Polis. Ask one of them.")
    status = 403


class SomebodyHasVoted(Refusal):
    """The question is fixed once somebody has answered it."""

    code = "deliberation.somebody_has_voted"
    text = _(
        "Somebody has voted already, and must be able to trust what they answered. Close this one"
        " with a reason and start another if the question was wrong."
    )


class NotOpenNow(Refusal):
    """It has not begun, or it is over."""

    code = "deliberation.not_open_now"
    text = _("No votes are taken now. The page says when it is open and where the result stands.")


class SayWhy(Refusal):
    """Everybody reads why."""

    code = "deliberation.say_why"
    text = _("Write why. Everybody can read it.")


class StandsSoAlready(Refusal):
    """Somebody else was faster."""

    code = "deliberation.stands_so_already"
    text = _("Somebody was faster, and it is done. There is nothing more to do.")


class StatementIsGone(Refusal):
    """It is not shown any more."""

    code = "deliberation.statement_is_gone"
    text = _("This statement is not shown any more. Go on with the next one.")


class NotYoursToWrite(Refusal):
    """The process says who may write statements."""

    code = "deliberation.not_yours_to_write"
    text = _("In this deliberation only those who keep it write statements. You can vote on them.")
    status = 403


class NothingStated(Refusal):
    """There are no words."""

    code = "deliberation.nothing_stated"
    text = _("Write a statement first: one thought that others can agree or disagree with.")


class StatementIsTooLong(Refusal):
    """There is a limit, so that all can read all."""

    code = "deliberation.statement_is_too_long"
    text = _("A statement has room for %(longest)s characters. Say one thing at a time.")


class StatedAlready(Refusal):
    """Word for word."""

    code = "deliberation.stated_already"
    text = _("Somebody has said just that already. You will be asked, or have answered it.")


class TranslatedAlready(Refusal):
    """Somebody else was faster, and those who keep it correct what is wrong."""

    code = "deliberation.translated_already"
    text = _(
        "Somebody has translated this into that language already. If it says something else, tell"
        " those who keep the deliberation: they can correct it."
    )


class NotYoursToAppeal(Refusal):
    """The writer appeals, once."""

    code = "deliberation.not_yours_to_appeal"
    text = _("Whoever wrote a statement that was set aside can ask for another look, once.")
    status = 403


class SomebodyElseDecides(Refusal):
    """Not the one who set it aside, and not the writer."""

    code = "deliberation.somebody_else_decides"
    text = _("Somebody other than whoever set it aside decides. Ask a colleague.")
    status = 403


class NotYoursToEnter(Refusal):
    """Cards are written down by those who keep it, and by staff."""

    code = "deliberation.not_yours_to_enter"
    text = _("Those who keep the deliberation, and the staff, write cards down. Give it to them.")
    status = 403


class CardIsEntered(Refusal):
    """A card counts once."""

    code = "deliberation.card_is_entered"
    text = _("Card “%(card)s” is written down already. Take the next one.")


class NothingOnTheCard(Refusal):
    """Neither votes nor words."""

    code = "deliberation.nothing_on_the_card"
    text = _("Write at least one vote or one statement from the card.")


class NothingToJoin(Refusal):
    """There are no votes without an account on this device."""

    code = "deliberation.nothing_to_join"
    text = _("There are no votes without an account on this device. There is nothing to join.")


class NotAgreedByAll(Refusal):
    """Something is to be made of a statement that not every group agrees with."""

    code = "deliberation.not_agreed_by_all"
    text = _(
        "Not every group agrees with this statement on the map as it is now. Look at the map again."
    )


class NobodyMakesItSo(Refusal):
    """No part of this Samskap makes what was asked for of a statement."""

    code = "deliberation.nobody_makes_it_so"
    text = _("Nothing here can be made of a statement in this way. Choose another.")


class NoEmptyDeliberation(Refusal):
    """A conversation is to come into a deliberation that has statements or votes of its own."""

    code = "deliberation.no_empty_deliberation"
    text = _(
        "There are statements or votes here already. Start a new deliberation without statements,"
        " and take the conversation in there."
    )
