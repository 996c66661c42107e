"""Partners, their agreement and the frame."""

from samskap.config.demo import clock
from samskap.config.demo.story.told import Told, whose
from samskap.initiatives.actions.agreements import sign_agreement, write_agreement
from samskap.initiatives.actions.frames import confirm_frame, write_frame
from samskap.initiatives.actions.partnership import ask_partner, join, let_in
from samskap.initiatives.models import (
    Agreement,
    Frame,
    Partner,
)
from samskap.initiatives.queries.partnership import joined_partners

Rule = Agreement.Rule


class Partners(Told):
    """Becoming partners, and agreeing."""

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
        person, organisation = self.person(who), self.scene.organisations.get(speaking_for)
        if asked_by:
            ask_partner(
                initiative=self.initiative,
                by=self.person(asked_by),
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
            partner = let_in(partner=partner, by=self.person(let_in_by))
        return partner

    def ask_to_be_partner(
        self, by: str, organisation: str, role: str = "", message: str = ""
    ) -> None:
        """Ask an organisation that has not answered yet."""
        ask_partner(
            initiative=self.initiative,
            by=self.person(by),
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
            by=self.person(by),
            purpose=purpose,
            duties=duties,
            rule=rule,
            resources=resources,
            exit_terms=exit_terms,
            review_on=clock.later(clock.now(), review_in).date(),
        )
        for partner in joined_partners(self.initiative):
            if signed_by_all or partner.contact == self.person(by):
                self.sign(agreement, partner)
        return agreement

    def sign(self, agreement: Agreement, partner: Partner) -> None:
        """Sign for a partner."""
        sign_agreement(agreement=agreement, partner=partner, by=whose(partner))

    def frame(self, by: str, why_new: str = "", **lines: str) -> Frame:
        """Write the frame."""
        return write_frame(initiative=self.initiative, by=self.person(by), why_new=why_new, **lines)

    def confirm(self, frame: Frame, *who: str) -> None:
        """Confirm that partners have read the frame."""
        for one in who:
            confirm_frame(frame=frame, by=self.person(one))
