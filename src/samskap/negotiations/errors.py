"""How negotiations say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class HasANegotiation(Refusal):
    """An initiative has one table."""

    code = "negotiations.has_a_negotiation"
    text = _("“%(initiative)s” has a table already. Open it from the page of the initiative.")


class NotYoursToStart(Refusal):
    """Whoever facilitates an initiative sets the table."""

    code = "negotiations.not_yours_to_start"
    text = _("A facilitator sets the table. Ask those who lead the initiative.")
    status = 403


class NotYoursToMap(Refusal):
    """The map belongs to those who carry the initiative."""

    code = "negotiations.not_yours_to_map"
    text = _("Those who carry the initiative draw this map. Tell them which group is missing.")
    status = 403


class NotYoursToLead(Refusal):
    """The mediator leads the table."""

    code = "negotiations.not_yours_to_lead"
    text = _("The mediator does this. Ask the mediator, who is named at the table.")
    status = 403


class NotYourSeat(Refusal):
    """A party speaks for itself."""

    code = "negotiations.not_your_seat"
    text = _("Only those who speak for this party can do this. Ask the mediator for a seat.")
    status = 403


class NotTheMediator(Refusal):
    """Who is behind a pseudonym is known to one person."""

    code = "negotiations.not_the_mediator"
    text = _("Only the mediator knows who is behind a pseudonym. Nobody else can look it up.")
    status = 403


class SaidBehindClosedDoors(Refusal):
    """What was said to those at the table is not opened to everybody afterwards."""

    code = "negotiations.said_behind_closed_doors"
    text = _(
        "What was laid and said here was for those at the table only, and stays so. Write in the"
        " joint text what everybody may know."
    )


class NoMediator(Refusal):
    """Nobody leads the table just now."""

    code = "negotiations.no_mediator"
    text = _("This table has no mediator now. A facilitator can name one where it is set up.")


class NotAMediator(Refusal):
    """A mediator is somebody who facilitates."""

    code = "negotiations.not_a_mediator"
    text = _("Choose a mediator among those who facilitate this initiative or the municipality.")


class IsOver(Refusal):
    """Nothing more is said at a table that is closed."""

    code = "negotiations.is_over"
    text = _("This negotiation is over. All that was said can still be read.")


class OnTheMapAlready(Refusal):
    """A group stands on the map once."""

    code = "negotiations.on_the_map_already"
    text = _("“%(name)s” is on the map already. Change that entry, or choose another name.")


class NotFromHere(Refusal):
    """An organisation belongs to another municipality."""

    code = "negotiations.not_from_here"
    text = _("“%(name)s” is not registered here. Register it first, or leave the field empty.")


class HasAPlace(Refusal):
    """Whoever has a place at a table, or asks for one, asks for no second."""

    code = "negotiations.has_a_place"
    text = _("You have a place here already, or ask for one. The map says which.")


class WaitsForAYes(Refusal):
    """Whoever asks for a place is answered before the map says more of them."""

    code = "negotiations.waits_for_a_yes"
    text = _("“%(party)s” asks for a place. Say yes or no to that first.")


class PlaceIsAnswered(Refusal):
    """Whoever asked for a place has been answered, or thought better of it."""

    code = "negotiations.place_is_answered"
    text = _("Nobody waits here for an answer any more. Go back to the map to see how it stands.")


class SayWhyNot(Refusal):
    """Whoever asks for a place and gets none hears why."""

    code = "negotiations.say_why_not"
    text = _("Say why not, so that whoever asked knows what they can do instead.")


class GroupWasAsked(Refusal):
    """Whoever was asked stays on the map, where everybody sees that they are missing."""

    code = "negotiations.group_was_asked"
    text = _(
        "“%(party)s” was asked or took part, so it stays on the map. Write there why it is missing."
    )


class SayHowYouAsked(Refusal):
    """That a group was asked is on record with how."""

    code = "negotiations.say_how_you_asked"
    text = _("Write how you asked them, such as “by telephone”. Everybody can read it.")


class NotAtTheTable(Refusal):
    """A party speaks and promises while it sits at the table."""

    code = "negotiations.not_at_the_table"
    text = _("“%(party)s” does not sit at the table now. Take the seat first.")


class SeatedAlready(Refusal):
    """Somebody speaks for the party already."""

    code = "negotiations.seated_already"
    text = _("You speak for “%(party)s” already. Go to the table.")


class LetterHoldsNoMore(Refusal):
    """The key of an invitation has been used, or its time is over."""

    code = "negotiations.letter_holds_no_more"
    text = _("This invitation has been answered, or is too old. Ask the mediator for a new one.")
    status = 404


class PseudonymIsANameOfSomebody(Refusal):
    """A pseudonym must not be the name it hides."""

    code = "negotiations.pseudonym_is_a_name"
    text = _("The pseudonym holds the name that it should hide. Choose another pseudonym.")


class PseudonymNeedsAPartyOfItsOwn(Refusal):
    """A pseudonym on the seat of an organisation would be found in its list of speakers."""

    code = "negotiations.pseudonym_needs_its_own_party"
    text = _(
        "Everybody sees who may speak for “%(party)s”. Make a group of its own on the map for"
        " whoever needs a pseudonym."
    )


class SayWhy(Refusal):
    """A no, a wish for a change and a departure have a reason."""

    code = "negotiations.say_why"
    text = _("Say why, so that the others can find a way with you.")


class TextNeedsAnEdition(Refusal):
    """Parties agree to an edition, which does not change under them."""

    code = "negotiations.text_needs_an_edition"
    text = _("The joint text has no edition yet. Publish one, so that all say yes to the same.")


class HasAJointText(Refusal):
    """A table writes one text."""

    code = "negotiations.has_a_joint_text"
    text = _("There is a joint text already. Open it and write on.")


class RuleDoesNotFit(Refusal):
    """Partners decide by their agreement, where one is in force."""

    code = "negotiations.rule_does_not_fit"
    text = _(
        "The partners have no agreement in force, so they have no rule to decide by. Let those who"
        " speak at the table decide, or make an agreement first."
    )


class NoJointText(Refusal):
    """Words are proposed for a text that is there."""

    code = "negotiations.no_joint_text"
    text = _("There is no joint text yet. The mediator opens it when it is time.")


class NotAllAgree(Refusal):
    """An agreement takes the yes of every party that sits at the table."""

    code = "negotiations.not_all_agree"
    text = _("Not all have said yes to the newest edition: %(missing)s. Talk with them first.")


class TooFewParties(Refusal):
    """Nobody negotiates with oneself."""

    code = "negotiations.too_few_parties"
    text = _("At least two parties must sit at the table. Ask more of those on the map.")


class NotWaiting(Refusal):
    """A promise that is kept or released waits for nothing."""

    code = "negotiations.not_waiting"
    text = _("This promise is kept or released already. Open the page anew to see it.")


class SayWhatYouSaw(Refusal):
    """A review that was held says what all saw."""

    code = "negotiations.say_what_you_saw"
    text = _("Write what you saw when you looked at the promises together. Then the review stands.")


class NoReviewAhead(Refusal):
    """The next review is planned when the parties agree."""

    code = "negotiations.no_review_ahead"
    text = _("No review is planned. It is planned once the parties have agreed.")
