"""How decisions say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NoAgreementYet(Refusal):
    """Partners decide together by the rule they agreed on."""

    code = "initiatives.no_agreement_yet"
    text = _(
        "The partners have no signed agreement, so nobody knows how you decide."
        " Write the agreement and sign it first."
    )


class ProblemIsLocked(Refusal):
    """What the problem is has been decided."""

    code = "initiatives.problem_is_locked"
    text = _(
        "The problem is decided already."
        " To open it again, take the initiative back to defining, and say why."
    )


class SolutionIsLocked(Refusal):
    """What the solution is has been decided."""

    code = "initiatives.solution_is_locked"
    text = _(
        "The solution is decided already."
        " To open it again, take the initiative back to designing, and say why."
    )


class OneQuestionAtATime(Refusal):
    """The same question is open already."""

    code = "initiatives.one_question_at_a_time"
    text = _("The partners are deciding this already. Give your voice there, or close it first.")


class DecisionIsClosed(Refusal):
    """The decision is taken, or has lapsed."""

    code = "initiatives.decision_is_closed"
    text = _("“%(title)s” is closed. Open a new decision if something has changed.")


class NoVoiceHere(Refusal):
    """Only partners who have joined have a voice."""

    code = "initiatives.no_voice_here"
    status = 403
    text = _("You have no voice in this decision. Partners decide; join as a partner first.")


class VoicedAlready(Refusal):
    """One partner, one voice."""

    code = "initiatives.voiced_already"
    text = _("“%(name)s” has given its voice. You can change it for as long as voices are taken.")


class ObjectionNeedsAReason(Refusal):
    """By consent, an objection counts when it is reasoned."""

    code = "initiatives.objection_needs_a_reason"
    text = _("Write why you are against it. The others can only meet a reason that they know.")


class StillTimeForVoices(Refusal):
    """The day has not come, and somebody has not been heard."""

    code = "initiatives.still_time_for_voices"
    text = _("Voices are taken until %(day)s, and not everybody has been heard. Wait for them.")


class NotYourPower(Refusal):
    """A decision by one side alone is recorded by those who hold that power."""

    code = "initiatives.not_your_power"
    status = 403
    text = _(
        "You do not hold the power to decide this alone."
        " Open a decision for the partners, or ask those who hold it."
    )


class TheMunicipalityIsAPartner(Refusal):
    """Residents do not decide alone where a public unit has joined."""

    code = "initiatives.the_municipality_is_a_partner"
    text = _("The municipality is a partner here. Open a decision, so that every partner is heard.")


class NotOfThisInitiative(Refusal):
    """What a decision adopts was given to another initiative, or was withdrawn."""

    code = "initiatives.not_of_this_initiative"
    text = _("One of the contributions you chose cannot be taken in here. Choose again.")


class ReasonsAreMissing(Refusal):
    """A decision says why."""

    code = "initiatives.reasons_are_missing"
    text = _("Write the reasons. Those it concerns will read them.")


class ItWasNotDecided(Refusal):
    """What a body voted down is no decision."""

    code = "initiatives.it_was_not_decided"
    text = _("The votes do not carry this, so nothing is decided. Talk about it, and ask anew.")
