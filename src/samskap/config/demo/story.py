"""One initiative, told step by step by those who were there, through the actions of the pages."""

from collections.abc import Sequence
from typing import Any

from samskap.config.demo import clock
from samskap.config.demo.scene import Scene
from samskap.ideas.actions import answer, ask, give_idea, support, withdraw
from samskap.ideas.models import Idea, Question
from samskap.initiatives.actions.agreements import sign_agreement, write_agreement
from samskap.initiatives.actions.commitments import (
    accept_commitment,
    keep_commitment,
    offer_commitment,
    release_commitment,
)
from samskap.initiatives.actions.decisions import (
    close_decision,
    decide_alone,
    give_voice,
    open_decision,
)
from samskap.initiatives.actions.describing import describe, take_the_lead
from samskap.initiatives.actions.formal import answer_recommendation, lay_before
from samskap.initiatives.actions.frames import confirm_frame, write_frame
from samskap.initiatives.actions.giving import give_resource, give_work
from samskap.initiatives.actions.partnership import ask_partner, join, let_in
from samskap.initiatives.actions.raising import raise_initiative
from samskap.initiatives.actions.scraps import add_scrap, tell_stopped
from samskap.initiatives.actions.states import take_step
from samskap.initiatives.models import (
    Agreement,
    Commitment,
    Decision,
    FormalDecision,
    Frame,
    Initiative,
    Partner,
    ScrapEntry,
)
from samskap.initiatives.queries.partnership import joined_partners
from samskap.insight.actions import answer_contest, contest
from samskap.ledger.actions import settle
from samskap.ledger.hands import paper_hand
from samskap.ledger.models import FateStatus
from samskap.people.models import Person

Rule = Agreement.Rule
What = Decision.What


class Story:
    """An initiative and what its people do. Who does it is named by the key of the scene."""

    def __init__(
        self,
        scene: Scene,
        by: str,
        *,
        title: str,
        dream: str,
        solution: str = "",
        helpers: str = "",
        speaking_for: str = "",
        language: str = "nb",
    ) -> None:
        self.scene = scene
        self.language = language
        self._initiative = raise_initiative(
            municipality=scene.municipality,
            by=scene.people[by],
            hand=scene.hand(by, speaking_for),
            title=title,
            dream=dream,
            first_solution=solution,
            helpers=helpers,
            language=language,
        )

    @property
    def initiative(self) -> Initiative:
        """The initiative as it stands now."""
        rows = Initiative.objects.select_related("municipality", "account")
        found: Initiative = rows.get(pk=self._initiative.pk)
        return found

    def _person(self, who: str) -> Person:
        return self.scene.people[who]

    # ── What it is, and where it stands ──────────────────────────────────────

    def describe(
        self, by: str, *, topics: Sequence[str] = (), areas: Sequence[str] = (), **facts: Any
    ) -> None:
        """Tell more about it."""
        describe(
            initiative=self.initiative,
            by=self._person(by),
            topics=[self.scene.topics[slug] for slug in topics],
            areas=[self.scene.areas[key] for key in areas],
            **facts,
        )

    def lead(self, who: str) -> None:
        """Let a facilitator lead the joint process."""
        take_the_lead(initiative=self.initiative, by=self._person(who))

    def step(self, to: str, by: str, reason: str = "") -> None:
        """Take a step."""
        take_step(initiative=self.initiative, to=to, by=self._person(by), reason=reason)

    def received(self, by: str, status: str = FateStatus.USED, reason: str = "") -> None:
        """Answer whoever raised it: the dream is the first row of the account."""
        first = self.initiative.account.contributions.get(number=1)
        settle(contribution=first, status=status, reason=reason, by=self._person(by))

    # ── Ideas ────────────────────────────────────────────────────────────────

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
            by=self._person(by),
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
            by=self._person(by),
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
        withdraw(idea=rows.get(pk=idea.pk), by=self._person(who))

    def answer(self, by: str, ideas: Sequence[Idea], status: str, reason: str = "") -> None:
        """Say what becomes of some ideas."""
        rows = Idea.objects.select_related("initiative__municipality", "contribution__account")
        answer(
            ideas=list(rows.filter(pk__in=[idea.pk for idea in ideas])),
            status=status,
            reason=reason,
            by=self._person(by),
        )

    def answer_rest(self, by: str, status: str, reason: str = "") -> None:
        """Answer every idea that still waits."""
        waiting = self.initiative.ideas.filter(contribution__standing__answered_at=None)
        if waiting:
            self.answer(by, list(waiting), status, reason)

    # ── Partners, agreement, frame ───────────────────────────────────────────

    def partner(
        self,
        who: str,
        speaking_for: str = "",
        *,
        role: str = "",
        duties: str = "",
        resources: str = "",
        asked_by: str = "",
        let_in_by: str = "",
    ) -> Partner:
        """Become a partner: of one's own accord, asked by another, or let in by another."""
        person, organisation = self._person(who), self.scene.organisations.get(speaking_for)
        if asked_by:
            ask_partner(
                initiative=self.initiative,
                by=self._person(asked_by),
                organisation=organisation,
                person=None if organisation else person,
                role=role,
            )
        partner = join(
            initiative=self.initiative,
            key=self.scene.key(speaking_for),
            by=person,
            role=role,
            duties=duties,
            resources=resources,
        )
        if let_in_by:
            partner = let_in(partner=partner, by=self._person(let_in_by))
        return partner

    def ask_to_be_partner(
        self, by: str, organisation: str, role: str = "", message: str = ""
    ) -> None:
        """Ask an organisation that has not answered yet."""
        ask_partner(
            initiative=self.initiative,
            by=self._person(by),
            organisation=self.scene.organisations[organisation],
            role=role,
            message=message,
        )

    def agree(
        self,
        by: str,
        *,
        purpose: str,
        duties: str,
        rule: str = Rule.CONSENSUS,
        resources: str = "",
        exit_terms: str = "Si fra en måned før, og lever nøkler og oppgaver videre.",
        review_in: int = 365,
        signed_by_all: bool = True,
    ) -> Agreement:
        """Write an agreement, which every partner signs."""
        agreement = write_agreement(
            initiative=self.initiative,
            by=self._person(by),
            purpose=purpose,
            duties=duties,
            rule=rule,
            resources=resources,
            exit_terms=exit_terms,
            review_on=clock.later(clock.now(), review_in).date(),
        )
        for partner in joined_partners(self.initiative):
            if signed_by_all or partner.contact == self._person(by):
                self.sign(agreement, partner)
        return agreement

    def sign(self, agreement: Agreement, partner: Partner) -> None:
        """Sign for a partner."""
        sign_agreement(agreement=agreement, partner=partner, by=_whose(partner))

    def frame(self, by: str, why_new: str = "", **lines: str) -> Frame:
        """Write the frame."""
        return write_frame(
            initiative=self.initiative, by=self._person(by), why_new=why_new, **lines
        )

    def confirm(self, frame: Frame, *who: str) -> None:
        """Confirm that partners have read the frame."""
        for one in who:
            confirm_frame(frame=frame, by=self._person(one))

    # ── Deciding ─────────────────────────────────────────────────────────────

    def propose(
        self,
        by: str,
        title: str,
        text: str,
        *,
        what: str = What.OTHER,
        adopts: Sequence[Idea] = (),
        days: int = 7,
    ) -> Decision:
        """Put a question to the partners."""
        return open_decision(
            initiative=self.initiative,
            by=self._person(by),
            title=title,
            text=text,
            what=what,
            proposals=[idea.contribution_id for idea in adopts],
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
            self._person(who).pk: (stance, reason)
            for stance, named in (("against", against or {}), ("aside", aside or {}))
            for who, reason in named.items()
        }
        quiet = {self._person(who).pk for who in silent}
        for partner in joined_partners(self.initiative):
            by = _whose(partner)
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
            by=self._person(by),
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
        adopts: Sequence[Idea] = (),
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
            by=self._person(by),
        )

    def reply(self, formal: FormalDecision, by: str, number: int, reply: str, reasons: str) -> None:
        """Answer one recommendation for the elected body."""
        answer_recommendation(
            recommendation=formal.recommendations.get(number=number),
            answer=reply,
            reasons=reasons,
            by=self._person(by),
        )

    # ── Doing ────────────────────────────────────────────────────────────────

    def promise(
        self, partner: Partner, what: str, *, days: int, accepted_by: str = ""
    ) -> Commitment:
        """Promise something for a partner within so many days; somebody else counts on it."""
        commitment = offer_commitment(
            partner=partner,
            what=what,
            due_on=clock.later(clock.now(), days).date(),
            by=_whose(partner),
        )
        if accepted_by:
            accept_commitment(commitment=commitment, by=self._person(accepted_by))
        return commitment

    def keep(self, commitment: Commitment, says: str = "", hours: int | None = None) -> None:
        """Keep a promise."""
        keep_commitment(
            commitment=commitment, by=_whose(commitment.partner), says=says, hours=hours
        )

    def release(self, commitment: Commitment, by: str, says: str) -> None:
        """Let a partner off a promise."""
        release_commitment(commitment=commitment, by=self._person(by), says=says)

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
            by=self._person(by),
            what=what,
            owner=owner,
            stops_on=clock.later(clock.now(), days).date(),
        )

    def stopped(self, scrap: ScrapEntry, by: str, learnt: str) -> None:
        """Tell that it has stopped."""
        tell_stopped(scrap=scrap, by=self._person(by), learnt=learnt)

    def contest(self, who: str, reason: str, *, answered_by: str = "", reply: str = "") -> None:
        """Object to where it stands on the ladder; somebody may answer."""
        objection = contest(initiative=self.initiative, by=self._person(who), reason=reason)
        if answered_by:
            answer_contest(contest=objection, by=self._person(answered_by), answer=reply)


def _whose(partner: Partner) -> Person:
    """Who acts for a partner here."""
    person = partner.person or partner.contact
    if person is None:
        raise LookupError(f"nobody acts for {partner}")
    return person
