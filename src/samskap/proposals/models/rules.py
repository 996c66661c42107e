"""A municipality’s own rules of proposals, laid over those of the law."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samskap.kernels.deadlines import Period
from samskap.kernels.thresholds import USUAL, Scheme, eased, scheme_named
from samskap.municipalities.models import Municipality, Owned


class Rules(Owned):
    """What a municipality has chosen; whatever is empty is as the scheme says."""

    scheme_key = models.CharField(_("which rules?"), max_length=20)
    share = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="hundredths of a percent of the residents"
    )
    always_enough = models.PositiveIntegerField(
        _("so many signatures always suffice"), null=True, blank=True
    )
    window_months = models.PositiveSmallIntegerField(
        _("months to collect signatures"), null=True, blank=True
    )
    window_days = models.PositiveSmallIntegerField(
        _("days to collect signatures"), null=True, blank=True
    )
    least_age = models.PositiveSmallIntegerField(_("least age to sign"), null=True, blank=True)
    needs_e_id = models.BooleanField(_("a national e-ID is needed to sign"), null=True, blank=True)
    takes_paper = models.BooleanField(_("names on paper count"), null=True, blank=True)
    promised_days = models.PositiveSmallIntegerField(
        _("days in which the council promises an answer"), null=True, blank=True
    )
    period_from = models.DateField(_("the election period began on"), null=True, blank=True)
    period_to = models.DateField(_("the election period ends on"), null=True, blank=True)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality scheme_key share always_enough window_months window_days least_age needs_e_id"
        " takes_paper promised_days period_from period_to".split()
    )

    class Meta:
        verbose_name_plural = "rules"
        constraints = [
            models.UniqueConstraint(fields=["municipality"], name="proposal_rules_once"),
            models.CheckConstraint(
                name="election_period_ends_after_it_begins",
                condition=Q(period_from=None)
                | Q(period_to=None)
                | Q(period_to__gt=F("period_from")),
                violation_error_message=_("An election period must end after it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.scheme_key}"

    @classmethod
    def usual(cls, municipality: Municipality) -> "Rules":
        """The rules of a municipality that has chosen none: those of its country."""
        return cls(municipality=municipality, scheme_key=USUAL[municipality.country])

    @property
    def scheme(self) -> Scheme:
        """The scheme with what was chosen laid over it; a law is made easier at the most."""
        named = scheme_named(self.scheme_key)
        ours = eased(named, share=self.share, always_enough=self.always_enough)
        if named.is_law:  # a window, an age or an e-ID would take from what the law gives
            return ours
        window = (
            Period(months=self.window_months or 0, days=self.window_days or 0)
            if (self.window_months or self.window_days)
            else named.window
        )
        return replace(
            ours,
            window=window,
            least_age=named.least_age if self.least_age is None else self.least_age,
            needs_e_id=named.needs_e_id if self.needs_e_id is None else self.needs_e_id,
            takes_paper=named.takes_paper if self.takes_paper is None else self.takes_paper,
        )

    @property
    def promised(self) -> Period | None:
        """How soon the council promises an answer; None where it promises nothing of its own."""
        return Period(days=self.promised_days) if self.promised_days else None

    def period_around(self, day: date) -> tuple[date, date]:
        """The election period that a day lies in: as it was chosen, else as the country votes.

        Norway votes in 2023, 2027 …, and the new council meets by the end of October
        (kommuneloven § 7-1). Denmark votes in November 2021, 2025 …, and the new council begins
        on 1 January (kommunal- og regionalvalgloven § 6).
        """
        if self.period_from and self.period_to and self.period_from <= day <= self.period_to:
            return self.period_from, self.period_to
        month, first = (11, 2023) if self.municipality.country == "NO" else (1, 2022)
        year = first + (day.year - (day < date(day.year, month, 1)) - first) // 4 * 4
        begins = date(year, month, 1)
        return begins, date.fromordinal(date(year + 4, month, 1).toordinal() - 1)
