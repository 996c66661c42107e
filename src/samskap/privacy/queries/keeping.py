"""How long what is kept, and how much went when its time was over."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import chain

from django.db.models import Q, Sum
from django.utils import timezone

from samskap.base.modules import announced
from samskap.base.personal import Keeping
from samskap.municipalities.models import Municipality
from samskap.privacy.models import Removal, RetentionRule


@cache
def keepings() -> tuple[Keeping, ...]:
    """Everything that modules announce about how long they keep what."""
    return tuple(chain.from_iterable(announced("keeps")))


def rules_of(municipality: Municipality | None) -> dict[str, RetentionRule]:
    """Where a municipality chose otherwise than proposed: key → rule."""
    if municipality is None:
        return {}
    return {rule.key: rule for rule in RetentionRule.objects.of(municipality)}


def days_of(municipality: Municipality | None) -> dict[str, int]:
    """How many days each kind of thing is kept; what was chosen counts only within the limits."""
    rules = rules_of(municipality)
    return {keeping.key: days_by(keeping, rules.get(keeping.key)) for keeping in keepings()}


def days_by(keeping: Keeping, rule: RetentionRule | None) -> int:
    """The number of days, as chosen or as proposed."""
    return max(keeping.least, min(keeping.most, rule.days)) if rule else keeping.days


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One line of the page about what is kept."""

    keeping: Keeping
    days: int
    rule: RetentionRule | None
    gone: int  # in the last 30 days

    @property
    def years(self) -> int:
        """How many whole years that is; 0 where it is said in days."""
        return 0 if self.days % 365 else self.days // 365

    @property
    def can_change(self) -> bool:
        """Whether the municipality may choose another number of days."""
        return bool(self.keeping.tenant) and self.keeping.least < self.keeping.most


def what_is_kept(municipality: Municipality) -> list[Kept]:
    """What is kept here and how long, with how much went lately."""
    rules = rules_of(municipality)
    since = timezone.localdate() - timedelta(days=30)
    of_here = Q(municipality=municipality) | Q(municipality=None)
    counted = Removal.objects.filter(of_here, on__gt=since).values("key")
    gone = dict(counted.annotate(in_all=Sum("rows")).values_list("key", "in_all"))
    return [
        Kept(
            keeping=keeping,
            days=days_by(keeping, rules.get(keeping.key)),
            rule=rules.get(keeping.key),
            gone=gone.get(keeping.key, 0),
        )
        for keeping in keepings()
    ]
