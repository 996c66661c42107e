"""What a placement says in plain sentences. The kernels give codes and numbers; these the words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samskap.kernels.ladder import Cap, Condition, ConditionCode, Pending, Phase, Rung
from samskap.ledger.models import Phase as PhaseWord

RUNG_TITLE: Mapping[Rung, str | Promise] = {
    Rung.NOT_CO_CREATION: gettext_lazy("Not co-creation yet"),
    Rung.OWN_COPRODUCTION: gettext_lazy("Own co-production"),
    Rung.VOLUNTEER_COPRODUCTION: gettext_lazy("Volunteers create for others"),
    Rung.INPUT_TO_SOLUTIONS: gettext_lazy("Input to new solutions"),
    Rung.EQUAL_PARTNERSHIP: gettext_lazy("Equal partnership"),
    Rung.SELF_ORGANISED: gettext_lazy("Self-organised"),
}
RUNG_SAYS: Mapping[Rung, str | Promise] = {
    Rung.NOT_CO_CREATION: gettext_lazy(
        "Nothing shows that people outside the municipality had a part in it."
    ),
    Rung.OWN_COPRODUCTION: gettext_lazy(
        "People do a part of their own service themselves, towards a goal of their own."
    ),
    Rung.VOLUNTEER_COPRODUCTION: gettext_lazy(
        "Volunteers make welfare for others, together with the public service."
    ),
    Rung.INPUT_TO_SOLUTIONS: gettext_lazy(
        "People are heard about new solutions in time, and are answered."
    ),
    Rung.EQUAL_PARTNERSHIP: gettext_lazy(
        "Equal partners define the problem, design the solution and carry it out."
    ),
    Rung.SELF_ORGANISED: gettext_lazy(
        "People do it without the municipality. That is not worse, only beside the ladder."
    ),
}
CAP_SAYS: Mapping[Cap, str | Promise] = {
    Cap.LATE_HEARING: gettext_lazy(
        "People were asked only after the solution was locked. That is a late hearing, and it keeps"
        " the initiative off the ladder."
    ),
    Cap.PREPROGRAMMED: gettext_lazy(
        "The municipality alone set the agenda and the form. It can reach rung 3 at most."
    ),
    Cap.DISPLACEMENT: gettext_lazy(
        "A public task is moved out to save money. It can reach rung 2 at most."
    ),
}
PENDING_SAYS: Mapping[Pending, str | Promise] = {
    Pending.NOT_IMPLEMENTED_YET: gettext_lazy("Nothing has been carried out yet."),
    Pending.FORMAL_DECISION_PENDING: gettext_lazy("The elected body has not answered yet."),
}


def percent(share: object) -> str:
    """A share as whole percent; nothing decided counts as none."""
    return f"{round(100 * float(share or 0))}\N{NO-BREAK SPACE}%"  # type: ignore[arg-type]


def phase_word(phase: Phase | None) -> str:
    """The phase in the reader’s language; nothing where it holds for the whole."""
    return str(PhaseWord(phase.value).label) if phase else ""


def sentence_of(condition: Condition) -> str:
    """Say in one sentence that a condition holds, or how it fails."""
    words = held_words(condition) if condition.held else failed_words(condition)
    return f"{phase_word(condition.phase)}: {words}" if condition.phase else words


def held_words(condition: Condition) -> str:
    """What is true where a condition holds."""
    found = condition.facts
    match condition.code:
        case ConditionCode.EARLY_CONTRIBUTION:
            return _("Residents or their organisations took part before the problem was agreed.")
        case ConditionCode.INDEPENDENT_PARTIES:
            return ngettext(
                "{n} independent party gave of its own accord.",
                "{n} independent parties gave of their own accord.",
                _whole(found["parties"]),
            ).format(n=found["parties"])
        case ConditionCode.JOINT_DECISIONS:
            return _("each side held at least a quarter of the power to decide.")
        case ConditionCode.JOINT_CONTRIBUTIONS | ConditionCode.JOINT_IMPLEMENTATION:
            return _("both sides contributed; {share} came from outside the municipality.").format(
                share=percent(found["non_public_share"])
            )
        case ConditionCode.ADOPTION_FIDELITY:
            return _("{adopted} of {recommended} recommendations were adopted.").format(**found)
        case ConditionCode.INPUT_GIVEN:
            return ngettext(
                "{n} contribution came in while the problem or the solution was open.",
                "{n} contributions came in while the problem or the solution was open.",
                _whole(found["inputs"]),
            ).format(n=found["inputs"])
        case ConditionCode.INPUT_ANSWERED:
            return _("{answered} of {inputs} were answered within 30 days.").format(**found)
        case ConditionCode.INPUT_BEFORE_SOLUTION_LOCKED:
            return _("People were asked before the solution was locked.")
        case ConditionCode.WORK_FOR_OTHERS:
            return _("Volunteers have worked for others.")
        case ConditionCode.AGREEMENT_WITH_PUBLIC:
            return _("There is a signed agreement with a public unit.")
        case ConditionCode.WORK_FOR_SELF:
            return _("People have worked on their own service.")
        case ConditionCode.OWN_GOAL:
            return _("The person has set a goal of their own.")


def failed_words(condition: Condition) -> str:
    """What is missing where a condition fails."""
    found = condition.facts
    match condition.code:
        case ConditionCode.EARLY_CONTRIBUTION:
            return _("Nobody outside the municipality took part before the problem was agreed.")
        case ConditionCode.INDEPENDENT_PARTIES:
            return ngettext(
                "Only {n} independent party gave of its own accord; {least} are needed.",
                "Only {n} independent parties gave of their own accord; {least} are needed.",
                _whole(found["parties"]),
            ).format(n=found["parties"], least=found["least"])
        case ConditionCode.JOINT_DECISIONS if not found["decisions"]:
            return _("nothing has been decided together.")
        case ConditionCode.JOINT_DECISIONS:
            return _("one side held more than three quarters of the power to decide.")
        case ConditionCode.JOINT_CONTRIBUTIONS | ConditionCode.JOINT_IMPLEMENTATION:
            if found["non_public_share"] is None:
                return _("nobody has contributed yet.")
            return _("one side did nearly all; {share} came from outside the municipality.").format(
                share=percent(found["non_public_share"])
            )
        case ConditionCode.ADOPTION_FIDELITY:
            return _("Only {adopted} of {recommended} recommendations were adopted.").format(
                **found
            )
        case ConditionCode.INPUT_GIVEN:
            return _("Nobody gave input while the problem or the solution was open.")
        case ConditionCode.INPUT_ANSWERED if not found["inputs"]:
            return _("There was nothing to answer.")
        case ConditionCode.INPUT_ANSWERED:
            return _("Only {answered} of {inputs} were answered within 30 days.").format(**found)
        case ConditionCode.INPUT_BEFORE_SOLUTION_LOCKED:
            return _("People were asked only after the solution was locked.")
        case ConditionCode.WORK_FOR_OTHERS:
            return _("No work by volunteers for others is written down.")
        case ConditionCode.AGREEMENT_WITH_PUBLIC:
            return _("There is no signed agreement with a public unit.")
        case ConditionCode.WORK_FOR_SELF:
            return _("No work on one’s own service is written down.")
        case ConditionCode.OWN_GOAL:
            return _("The person has not set a goal of their own.")


LIFT: Mapping[ConditionCode, str | Promise] = {
    ConditionCode.EARLY_CONTRIBUTION: gettext_lazy(
        "Open the problem again, and let residents and organisations in before it is agreed."
    ),
    ConditionCode.INDEPENDENT_PARTIES: gettext_lazy(
        "Invite one more party that is independent of the others."
    ),
    ConditionCode.JOINT_DECISIONS: gettext_lazy("Decide together, so that no side decides alone."),
    ConditionCode.JOINT_CONTRIBUTIONS: gettext_lazy(
        "Let the side that gave least contribute more."
    ),
    ConditionCode.JOINT_IMPLEMENTATION: gettext_lazy("Share the work of carrying it out."),
    ConditionCode.ADOPTION_FIDELITY: gettext_lazy(
        "Take the recommendations that were turned down up again, with reasons."
    ),
    ConditionCode.INPUT_GIVEN: gettext_lazy("Ask people, and take in what they give."),
    ConditionCode.INPUT_ANSWERED: gettext_lazy(
        "Answer at least half of what people give, within 30 days."
    ),
    ConditionCode.INPUT_BEFORE_SOLUTION_LOCKED: gettext_lazy(
        "Open the solution again, and ask people before it is locked."
    ),
    ConditionCode.WORK_FOR_OTHERS: gettext_lazy("Write down the hours that volunteers give."),
    ConditionCode.AGREEMENT_WITH_PUBLIC: gettext_lazy(
        "Write an agreement between the partners and a public unit, and sign it."
    ),
    ConditionCode.WORK_FOR_SELF: gettext_lazy("Write down what the person does."),
    ConditionCode.OWN_GOAL: gettext_lazy("Let the person set a goal in their own words."),
}


def lift_of(condition: Condition) -> str:
    """Say what would make a failed condition hold."""
    words = str(LIFT[condition.code])
    return f"{phase_word(condition.phase)}: {words}" if condition.phase else words


def _whole(fact: object) -> int:
    """A count, for choosing between one and many."""
    return int(fact)  # type: ignore[call-overload, no-any-return]
