"""What an initiative says of itself, and where it stands."""

from collections.abc import Sequence
from typing import Any

from samskap.config.demo import clock
from samskap.config.demo.story.told import Told
from samskap.initiatives.actions.describing import describe, take_the_lead
from samskap.initiatives.actions.statements import attach_statement
from samskap.initiatives.actions.states import take_step
from samskap.ledger.actions import settle
from samskap.ledger.models import FateStatus


class Steps(Told):
    """Telling what it is, and taking steps."""

    def describe(
        self, by: str, *, topics: Sequence[str] = (), areas: Sequence[str] = (), **facts: Any
    ) -> None:
        """Tell more about it."""
        describe(
            initiative=self.initiative,
            by=self.person(by),
            topics=[self.scene.topics[slug] for slug in topics],
            areas=[self.scene.areas[key] for key in areas],
            **facts,
        )

    def lead(self, who: str) -> None:
        """Let a facilitator lead the joint process."""
        take_the_lead(initiative=self.initiative, by=self.person(who))

    def statement(self, by: str, by_whom: str, stance: str, says: str, *, days_ago: int) -> None:
        """Attach what somebody says about the displacement check."""
        attach_statement(
            initiative=self.initiative,
            by=self.person(by),
            by_whom=by_whom,
            stance=stance,
            says=says,
            said_on=clock.day(days_ago),
        )

    def step(self, to: str, by: str, reason: str = "") -> None:
        """Take a step."""
        take_step(initiative=self.initiative, to=to, by=self.person(by), reason=reason)

    def received(self, by: str, status: str = FateStatus.USED, reason: str = "") -> None:
        """Answer whoever raised it: the dream is the first row of the account."""
        first = self.initiative.account.contributions.get(number=1)
        settle(contribution=first, status=status, reason=reason, by=self.person(by))
