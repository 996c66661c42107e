"""What partners decide, and what elected bodies answer."""

from collections.abc import Sequence

from samskap.config.demo import clock
from samskap.config.demo.story.told import Told, whose
from samskap.deliberation.models import Statement
from samskap.hearings.models import HearingStatement
from samskap.ideas.models import Idea
from samskap.initiatives.actions.decisions import (
    close_decision,
    decide_alone,
    give_voice,
    open_decision,
)
from samskap.initiatives.actions.formal import answer_recommendation, lay_before
from samskap.initiatives.models import (
    Decision,
    FormalDecision,
)
from samskap.initiatives.queries.partnership import joined_partners

What = Decision.What


class Decisions(Told):
    """Proposing, speaking and deciding."""

    def propose(
        self,
        by: str,
        title: str,
        text: str,
        *,
        what: str = What.OTHER,
        adopts: Sequence[Idea | Statement] = (),
        days: int = 7,
    ) -> Decision:
        """Put a question to the partners."""
        return open_decision(
            initiative=self.initiative,
            by=self.person(by),
            title=title,
            text=text,
            what=what,
            proposals=[each.contribution_id for each in adopts if each.contribution_id],
            closes_on=clock.later(clock.now(), days).date(),
        )

    def voices(
        self,
        decision: Decision,
        *,
        against: dict[str, str] | None = None,
        aside: dict[str, str] | None = None,
        silent: Sequence[str] = (),
    ) -> None:
        """Let every partner speak; those named are against, stand aside or are silent."""
        stands = {
            self.person(who).pk: (stance, reason)
            for stance, named in (("against", against or {}), ("aside", aside or {}))
            for who, reason in named.items()
        }
        quiet = {self.person(who).pk for who in silent}
        for partner in joined_partners(self.initiative):
            by = whose(partner)
            if by.pk in quiet:
                continue
            stance, reason = stands.get(by.pk, ("for", ""))
            give_voice(decision=decision, partner=partner, stance=stance, reason=reason, by=by)

    def close(
        self, decision: Decision, by: str, reasons: str, minority: str = "", rest: str = ""
    ) -> Decision:
        """Count the voices."""
        return close_decision(
            decision=decision,
            by=self.person(by),
            reasons=reasons,
            minority_view=minority,
            others_reason=rest,
        )

    def alone(
        self,
        who: str,
        speaking_for: str,
        title: str,
        text: str,
        reasons: str,
        *,
        what: str = What.OTHER,
        adopts: Sequence[Idea | HearingStatement] = (),
        rest: str = "",
    ) -> Decision:
        """Record that one side decided alone."""
        return decide_alone(
            initiative=self.initiative,
            hand=self.scene.hand(who, speaking_for),
            title=title,
            text=text,
            reasons=reasons,
            what=what,
            proposals=[idea.contribution_id for idea in adopts],
            others_reason=rest,
        )

    def lay_before(
        self, by: str, body: str, title: str, recommendations: Sequence[str], *, days: int
    ) -> FormalDecision:
        """Lay recommendations before an elected body."""
        return lay_before(
            initiative=self.initiative,
            body=self.scene.organisations[body],
            title=title,
            recommendations=recommendations,
            promised_on=clock.later(clock.now(), days).date(),
            by=self.person(by),
        )

    def reply(self, formal: FormalDecision, by: str, number: int, reply: str, reasons: str) -> None:
        """Answer one recommendation for the elected body."""
        answer_recommendation(
            recommendation=formal.recommendations.get(number=number),
            answer=reply,
            reasons=reasons,
            by=self.person(by),
        )
