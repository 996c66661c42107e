"""How joint texts say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotYoursToStart(Refusal):
    """A text is started by those who carry the initiative."""

    code = "drafting.not_yours_to_start"
    text = _("Those who carry this initiative start joint texts. Ask one of them.")
    status = 403


class NotYoursToWrite(Refusal):
    """The writers write directly; everybody else proposes."""

    code = "drafting.not_yours_to_write"
    text = _("The writers named on its page write this text. You can propose a change instead.")
    status = 403


class PartnersDecide(Refusal):
    """Where the partners decide, nobody writes past them once an edition lies before them."""

    code = "drafting.partners_decide"
    text = _(
        "An edition of this text lies before the partners, and they decide together about every"
        " change. Propose yours."
    )
    status = 403


class NotYoursToDecide(Refusal):
    """Only those whom the rule of the text names say yes or no."""

    code = "drafting.not_yours_to_decide"
    text = _(
        "Only those whom the rule of this text names decide about proposed changes. Its page says"
        " who they are."
    )
    status = 403


class AnswerItOnItsPage(Refusal):
    """A proposed change is answered by the rule of its text, and nowhere past it."""

    code = "drafting.answer_it_on_its_page"
    text = _(
        "“%(caption)s” is a proposed change to the text. Those who decide about the text answer it"
        " on its own page."
    )


class OwnProposal(Refusal):
    """Nobody answers what they proposed themself."""

    code = "drafting.own_proposal"
    text = _(
        "You proposed this yourself, so another writer answers it. Or withdraw it, and write the"
        " paragraph anew."
    )
    status = 403


class NotYoursToName(Refusal):
    """Writers are named by those who carry the initiative."""

    code = "drafting.not_yours_to_name"
    text = _("Those who carry this initiative say who writes the text. Ask one of them.")
    status = 403


class NotYoursToEnter(Refusal):
    """Paper is written down by those who facilitate."""

    code = "drafting.not_yours_to_enter"
    text = _("Those who facilitate this initiative write down what came on paper. Give it to them.")
    status = 403


class NotYourChange(Refusal):
    """Whoever proposed a change withdraws it, until it is decided."""

    code = "drafting.not_your_change"
    text = _("Whoever proposed this change can withdraw it until it is answered.")
    status = 403


class LastWriter(Refusal):
    """Somebody must hold the pen."""

    code = "drafting.last_writer"
    text = _("Somebody must write this text. Name another writer first.")


class TextIsClosed(Refusal):
    """The text is settled, or its initiative takes nothing in."""

    code = "drafting.text_is_closed"
    text = _("“%(title)s” changes no more. You can still read how it became what it is.")


class ChangesWait(Refusal):
    """Everybody hears what became of their proposal before a text is settled."""

    code = "drafting.changes_wait"
    text = _("Proposed changes still wait for an answer. Answer each of them first.")


class ParagraphIsGone(Refusal):
    """It was taken out of the text."""

    code = "drafting.paragraph_is_gone"
    text = _("This paragraph was taken out of the text. You can propose a new one.")


class WordsAreMissing(Refusal):
    """There is no text without words."""

    code = "drafting.words_are_missing"
    text = _("Write how the paragraph should read. To leave it out, take it out instead.")


class SayWhy(Refusal):
    """Everybody can read why a text says what it says."""

    code = "drafting.say_why"
    text = _("Write why. Everybody who reads the text can see it.")


class NothingChanges(Refusal):
    """It reads like this already."""

    code = "drafting.nothing_changes"
    text = _("The paragraph reads like this already. Change something, or leave it as it is.")


class ChangeIsDecided(Refusal):
    """Somebody was first."""

    code = "drafting.change_is_decided"
    text = _("This change has its answer already. You can read it on its page.")


class PartnersAreAsked(Refusal):
    """The question lies before the partners."""

    code = "drafting.partners_are_asked"
    text = _("The partners are asked about this change already. Their decision counts.")


class PartnersSaidYes(Refusal):
    """Nobody says no to what the partners have decided."""

    code = "drafting.partners_said_yes"
    text = _(
        "The partners have said yes to this. Write how the paragraph should read now, and accept"
        " it with changes."
    )


class ItNoLongerFits(Refusal):
    """The same words were changed since."""

    code = "drafting.it_no_longer_fits"
    text = _(
        "The words that this change is about were changed since. Read both below, write how the"
        " paragraph should read now, and accept it with changes."
    )


class NotOfThisText(Refusal):
    """Causes belong to the same initiative, and places to the same text."""

    code = "drafting.not_of_this_text"
    text = _("That does not belong to this text. Choose from what the page offers.")


class NoTextYet(Refusal):
    """There is no text that could take anything in."""

    code = "drafting.no_text_yet"
    text = _("This initiative has no joint text that is being written. Start one first.")


class NotYoursToPlan(Refusal):
    """Only those who carry the initiative make its plan."""

    code = "drafting.not_yours_to_plan"
    status = 403
    text = _("Those who carry “%(initiative)s” make its plan. Ask one of them to do it.")


class NotYoursToReport(Refusal):
    """Only those who carry the plan, and the responsible, say how far an item has come."""

    code = "drafting.not_yours_to_report"
    status = 403
    text = _(
        "Those who are responsible for “%(item)s”, and those who carry the initiative, say how far"
        " it has come. Ask one of them."
    )


class SayWhyChanged(Refusal):
    """What others have decided about is changed with a reason only."""

    code = "drafting.say_why_changed"
    text = _("This item has been before “%(body)s”. Write why you change it.")


class WaitsForTheBody(Refusal):
    """Nothing about an item changes while an elected body has it."""

    code = "drafting.waits_for_the_body"
    text = _("“%(body)s” has this item and answers by %(day)s. Wait for the answer.")


class NothingToLay(Refusal):
    """No item waits to be laid before anybody."""

    code = "drafting.nothing_to_lay"
    text = _("No item of the plan is left to lay before anybody. Make a paragraph an item first.")


class ItemStandsElsewhere(Refusal):
    """The item has come too far, or not far enough, for this."""

    code = "drafting.item_stands_elsewhere"
    text = _("This item is marked “%(state)s”, so this cannot be done now. See its page.")


class SayWhatHappened(Refusal):
    """Nothing is said about an item without words."""

    code = "drafting.say_what_happened"
    text = _("Write in a sentence what has happened, so that everybody can follow it.")


class DayLiesAhead(Refusal):
    """What is in force has begun."""

    code = "drafting.day_lies_ahead"
    text = _("This day lies ahead of us. Say it when the day has come.")
