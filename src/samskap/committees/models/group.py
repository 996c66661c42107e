"""Working groups, dialogue meetings with others, and what was written in them."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.committees.models.committee import Committee
from samskap.committees.models.team import Member
from samskap.ideas.models import Idea
from samskap.ledger.models import Contribution, Giver
from samskap.meetings.models import Event
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Group(Owned):
    """Some of a committee, with others whom they asked along, who work out one part of the task."""

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="groups")
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    name = models.CharField(_("name of the working group"), max_length=80)
    task = models.TextField(_("what it works out"))
    made_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    result = models.TextField(_("what came out of it"), blank=True)

    personal_fields: ClassVar = frozenset({"made_by"})
    open_fields: ClassVar = frozenset(
        "municipality committee public_id name task made_at ended_at result".split()
    )

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "name"], name="group_named_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return its page."""
        return address("committees:group", self.pk)


class GroupPlace(Owned):
    """That somebody works along in a group: a member of the committee, or somebody from outside.

    giver       the hand behind it; with the name of whoever has no account
    comes_from  what somebody from outside knows, or for whom they speak
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="places")
    giver = models.ForeignKey(Giver, on_delete=models.PROTECT, related_name="group_places")
    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, null=True, blank=True, related_name="group_places"
    )
    comes_from = models.CharField(_("where they come from"), max_length=120, blank=True)
    since = models.DateField(default=timezone.localdate)
    until = models.DateField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"giver", "member", "comes_from"})
    open_fields: ClassVar = frozenset({"municipality", "group", "since", "until"})

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "giver"], condition=Q(until=None), name="in_a_group_once"
            ),
        ]

    def __str__(self) -> str:
        return f"place {self.pk} in {self.group_id}"


class Dialogue(Owned):
    """That a meeting was held with others: whom the committee invited, and how many they were."""

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="dialogues")
    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="dialogue")
    group = models.ForeignKey(
        Group, on_delete=models.SET_NULL, null=True, blank=True, related_name="dialogues"
    )
    whom = models.TextField(_("whom you invited"))
    invited = models.PositiveSmallIntegerField(_("how many others you invited"))
    came = models.PositiveSmallIntegerField(
        _("how many others came"), null=True, blank=True, help_text="without the members"
    )
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset(
        "municipality committee event group whom invited came at".split()
    )

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"dialogue at {self.event_id}"


class Material(Owned):
    """Knowledge or a draft that members wrote together; the idea behind it holds the words."""

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="material")
    idea = models.OneToOneField(Idea, on_delete=models.PROTECT, related_name="material")
    group = models.ForeignKey(
        Group, on_delete=models.SET_NULL, null=True, blank=True, related_name="material"
    )

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "committee", "idea", "group"})

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"material {self.pk}"


class Authorship(Owned):
    """That a member wrote along; the first of each side stands behind its row in the ledger."""

    material = models.ForeignKey(Material, on_delete=models.CASCADE, related_name="authors")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="wrote")
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="authorship"
    )

    personal_fields: ClassVar = frozenset({"member", "contribution"})
    open_fields: ClassVar = frozenset({"municipality", "material"})

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["material", "member"], name="author_once"),
        ]

    def __str__(self) -> str:
        return f"author {self.pk} of {self.material_id}"
