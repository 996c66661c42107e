"""The team: seats with their profiles, members, and what each declares beforehand."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.committees.models.committee import Committee
from samskap.ledger.models import Giver
from samskap.municipalities.models import Owned, OwnedQuerySet
from samskap.people.models import Person
from samskap.places.models import Area

GROWN_UP = 18  # whoever is younger is shown by their first name only


class Role(models.TextChoices):
    """As what somebody sits in a committee. All have the same tools."""

    POLITICIAN = "politician", _("Elected representative")
    RESIDENT = "resident", _("Resident")
    PROFESSIONAL = "professional", _("Professional")


class Sex(models.TextChoices):
    """What somebody says of themselves, for the balance of a committee; nobody must."""

    WOMAN = "woman", _("Woman")
    MAN = "man", _("Man")
    OTHER = "other", _("Another gender")


class Way(models.TextChoices):
    """How members are chosen."""

    COUNCIL = "council", _("By the elected body")
    POLITICIANS = "politicians", _("By the committee’s elected members")
    LOT = "lot", _("By lot")


class Seat(Owned):
    """A place in a committee, with the profile of whoever should sit there.

    A seat that a new charter leaves out is dropped, and stays on record.
    """

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField()
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    perspective = models.CharField(_("perspective"), max_length=80)
    profile = models.TextField(_("what whoever sits here should bring"), blank=True)
    is_essential = models.BooleanField(_("we cannot do without it"), default=True)
    is_new = models.BooleanField(_("it was not at the table before"), default=False)
    least_age = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    most_age = models.PositiveSmallIntegerField(_("to age"), null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality committee number role perspective profile is_essential is_new least_age"
        " most_age dropped_at".split()
    )

    class Meta:
        ordering = ["committee", "number"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "number"], name="seat_numbered"),
            models.CheckConstraint(
                name="seat_ages_go_upward",
                condition=Q(least_age=None) | Q(most_age=None) | Q(most_age__gte=F("least_age")),
                violation_error_message=_("The highest age is not below the lowest."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.perspective}"


class MemberQuerySet(OwnedQuerySet):
    """Members."""

    def sitting(self) -> Self:
        """Those who sit in the committee now, without substitutes."""
        return self.filter(until=None, is_substitute=False)

    def substitutes(self) -> Self:
        """Those who stand ready to take over."""
        return self.filter(until=None, is_substitute=True)

    def left(self) -> Self:
        """Those who were members and left."""
        return self.exclude(until=None)


class Member(Owned):
    """Somebody who sits in a committee, or stands ready to; who left stays on record.

    person  empty for whoever takes part without an account
    giver   the hand behind it; with the name of whoever has no account
    """

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="sits_in"
    )
    giver = models.ForeignKey(Giver, on_delete=models.PROTECT, related_name="sits_in")
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    seat = models.ForeignKey(
        Seat, on_delete=models.SET_NULL, null=True, blank=True, related_name="members"
    )
    is_chair = models.BooleanField(_("leads the meetings"), default=False)
    is_substitute = models.BooleanField(_("substitute"), default=False)
    way = models.CharField(_("chosen"), max_length=11, choices=Way.choices)
    chosen_because = models.TextField(_("why"), blank=True)
    chosen_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    perspectives = models.JSONField(default=list, blank=True)
    sex = models.CharField(_("sex"), max_length=5, choices=Sex.choices, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    area = models.ForeignKey(
        Area, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    since = models.DateField(_("since"), default=timezone.localdate)
    until = models.DateField(_("until"), null=True, blank=True)
    left_because = models.TextField(_("why they left"), blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="replaced_by"
    )

    objects = MemberQuerySet.as_manager()  # type: ignore[misc]

    personal_fields: ClassVar = frozenset(
        "person giver chosen_because chosen_by perspectives sex birth_year area"
        " left_because".split()
    )
    open_fields: ClassVar = frozenset(
        "municipality committee role seat is_chair is_substitute way since until replaces".split()
    )

    class Meta:
        ordering = ["committee", "is_substitute", "role", "since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "giver"],
                condition=Q(until=None),
                name="member_of_a_committee_once",
            ),
            models.UniqueConstraint(
                fields=["seat"],
                condition=Q(until=None, is_substitute=False, seat__isnull=False),
                name="seat_is_held_once",
            ),
        ]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """The name that others see; of whoever is under age, or has not told, the first name only.

        Reads `person` and `giver`.
        """
        if self.person is None:
            name = self.giver.name or str(_("A former member"))
        else:
            name = self.person.shown_name
        return name.split(" ")[0] if self.is_under_age and name else name

    @property
    def is_under_age(self) -> bool:
        """Whether they are known to be under 18 today, by either of the ages we were told."""
        today = timezone.localdate()
        if self.person is not None and (age := self.person.age_on(today)) is not None:
            return age < GROWN_UP
        return self.birth_year is not None and today.year - self.birth_year < GROWN_UP

    def age_in(self, day: date) -> int | None:
        """How old they turn in the year of a day."""
        return day.year - self.birth_year if self.birth_year else None


class Declaration(Owned):
    """That somebody is open to any solution, and what binds them; before they are appointed.

    Source: R-058 (S1:33.4). A later one is written beside the first; the newest holds.
    """

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="declarations")
    giver = models.ForeignKey(Giver, on_delete=models.PROTECT, related_name="declarations")
    is_open = models.BooleanField(_("not locked to a solution"))
    interests = models.TextField(_("interests"), blank=True)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"giver", "is_open", "interests", "by"})
    open_fields: ClassVar = frozenset({"municipality", "committee", "at"})

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"declaration {self.pk}"
