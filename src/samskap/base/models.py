"""The memory of what happened."""

from typing import ClassVar

from django.db import models
from django.utils import timezone


class Happening(models.Model):
    """One thing that someone did, remembered for good.

    It holds no foreign keys: what is deleted later stays told here, and this table never stands
    in the way of a deletion. Who acted is a pseudonym that can be swapped out.
    """

    municipality_key = models.BigIntegerField(null=True, help_text="the tenant’s key")
    what = models.CharField(max_length=80, help_text="module.past_tense, e.g. ideas.idea_given")
    by = models.UUIDField(null=True, help_text="pseudonym of the actor; empty for the clock")
    about = models.CharField(max_length=80, help_text="model label and key, e.g. ideas.Idea:17")
    within = models.CharField(max_length=80, blank=True, help_text="the larger thing, if any")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset({"municipality_key", "what", "about", "within", "at"})

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["about"], name="happening_about"),
            models.Index(fields=["within", "-id"], name="happening_within"),
            models.Index(fields=["municipality_key", "-id"], name="happening_of_municipality"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.what} {self.about}"
