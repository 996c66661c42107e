"""What people give to an initiative, and what they are answered."""

from collections.abc import Sequence

from samskap.config.demo import clock
from samskap.config.demo.story.told import Told
from samskap.ideas.actions import answer, ask, give_idea, support, withdraw
from samskap.ideas.models import Idea, Question
from samskap.ledger.hands import paper_hand


class Ideas(Told):
    """Giving, supporting, asking and answering."""

    def idea(
        self,
        who: str,
        kind: str,
        title: str,
        text: str = "",
        *,
        speaking_for: str = "",
        question: Question | None = None,
        liked_by: Sequence[str] = (),
        language: str = "",
        beneficiary: str = "community",
    ) -> Idea:
        """Give a story, a problem, knowledge, an idea or a draft; others support it."""
        given = give_idea(
            initiative=self.initiative,
            hand=self.scene.hand(who, speaking_for),
            kind=kind,
            title=title,
            text=text,
            language=language or self.language,
            question=question,
            beneficiary=beneficiary,
        )
        self.like(given, *liked_by)
        return given

    def on_behalf(
        self,
        by: str,
        kind: str,
        title: str,
        text: str = "",
        *,
        name: str,
        reach: str = "",
        channel: str = "paper",
        actor_kind: str = "resident",
        question: Question | None = None,
    ) -> Idea:
        """Write down what somebody gave on paper, by telephone or at a meeting."""
        hand = paper_hand(
            by=self.person(by),
            municipality=self.scene.municipality,
            name=name,
            reach=reach,
            channel=channel,
            actor_kind=actor_kind,
        )
        return give_idea(
            initiative=self.initiative,
            hand=hand,
            kind=kind,
            title=title,
            text=text,
            language=self.language,
            question=question,
        )

    def like(self, idea: Idea, *who: str) -> None:
        """Support an idea."""
        for one in who:
            support(idea=Idea.objects.get(pk=idea.pk), hand=self.scene.hand(one))

    def ask(
        self,
        by: str,
        text: str,
        more: str = "",
        *,
        days: int | None = None,
        is_hearing: bool = False,
        asked_for: str = "",
        phase: str = "",
    ) -> Question:
        """Put a question to all; open for so many days from now, or without an end."""
        now = clock.now()
        return ask(
            initiative=self.initiative,
            by=self.person(by),
            text=text,
            more=more,
            phase=phase,
            is_hearing=is_hearing,
            asked_for=self.scene.organisations.get(asked_for),
            opens_at=now,
            closes_at=clock.later(now, days) if days else None,
        )

    def take_back(self, who: str, idea: Idea) -> None:
        """Take back what one gave."""
        rows = Idea.objects.select_related("initiative", "contribution__giver")
        withdraw(idea=rows.get(pk=idea.pk), by=self.person(who))

    def answer(self, by: str, ideas: Sequence[Idea], status: str, reason: str = "") -> None:
        """Say what becomes of some ideas."""
        rows = Idea.objects.select_related("initiative__municipality", "contribution__account")
        answer(
            ideas=list(rows.filter(pk__in=[idea.pk for idea in ideas])),
            status=status,
            reason=reason,
            by=self.person(by),
        )

    def answer_rest(self, by: str, status: str, reason: str = "") -> None:
        """Answer every idea that still waits."""
        waiting = self.initiative.ideas.filter(contribution__standing__answered_at=None)
        if waiting:
            self.answer(by, list(waiting), status, reason)
