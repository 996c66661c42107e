"""What people promise, do and stop."""

from samskap.config.demo import clock
from samskap.config.demo.story.told import Told, whose
from samskap.initiatives.actions.commitments import (
    accept_commitment,
    keep_commitment,
    offer_commitment,
    release_commitment,
)
from samskap.initiatives.actions.giving import give_resource, give_work
from samskap.initiatives.actions.scraps import add_scrap, tell_stopped
from samskap.initiatives.models import (
    Commitment,
    Partner,
    ScrapEntry,
)
from samskap.insight.actions import answer_contest, contest


class Work(Told):
    """Promising, doing, stopping and objecting."""

    def promise(
        self, partner: Partner, what: str, *, days: int, accepted_by: str = ""
    ) -> Commitment:
        """Promise something for a partner within so many days; somebody else counts on it."""
        commitment = offer_commitment(
            partner=partner,
            what=what,
            due_on=clock.later(clock.now(), days).date(),
            by=whose(partner),
        )
        if accepted_by:
            accept_commitment(commitment=commitment, by=self.person(accepted_by))
        return commitment

    def keep(self, commitment: Commitment, says: str = "", hours: int | None = None) -> None:
        """Keep a promise."""
        keep_commitment(commitment=commitment, by=whose(commitment.partner), says=says, hours=hours)

    def release(self, commitment: Commitment, by: str, says: str) -> None:
        """Let a partner off a promise."""
        release_commitment(commitment=commitment, by=self.person(by), says=says)

    def work(
        self,
        who: str,
        hours: int,
        what: str,
        *,
        speaking_for: str = "",
        beneficiary: str = "community",
        is_independent: bool = False,
    ) -> None:
        """Give hours of work."""
        give_work(
            initiative=self.initiative,
            hand=self.scene.hand(who, speaking_for),
            hours=hours,
            what=what,
            beneficiary=beneficiary,
            is_independent=is_independent,
        )

    def resource(
        self, who: str, kind: str, amount: int, what: str, *, speaking_for: str = ""
    ) -> None:
        """Give money, premises, equipment or competence."""
        give_resource(
            initiative=self.initiative,
            hand=self.scene.hand(who, speaking_for),
            kind=kind,
            amount=amount,
            what=what,
        )

    def stop(self, by: str, what: str, owner: str, *, days: int) -> ScrapEntry:
        """Say what stops, to make room for the new."""
        return add_scrap(
            initiative=self.initiative,
            by=self.person(by),
            what=what,
            owner=owner,
            stops_on=clock.later(clock.now(), days).date(),
        )

    def stopped(self, scrap: ScrapEntry, by: str, learnt: str) -> None:
        """Tell that it has stopped."""
        tell_stopped(scrap=scrap, by=self.person(by), learnt=learnt)

    def contest(self, who: str, reason: str, *, answered_by: str = "", reply: str = "") -> None:
        """Object to where it stands on the ladder; somebody may answer."""
        objection = contest(initiative=self.initiative, by=self.person(who), reason=reason)
        if answered_by:
            answer_contest(contest=objection, by=self.person(answered_by), answer=reply)
