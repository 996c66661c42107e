"""The memory of what happened, and the jobs that wait."""

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


class Job(models.Model):
    """A task that waits to be done; done, it is deleted with all it says about people.

    Used where the database is SQLite; on PostgreSQL the jobs lie in procrastinate’s own tables.
    A worker takes a job by moving `due_at` to when its lease ends: one that dies simply stops
    moving it, and the job is due again.
    """

    task = models.CharField(max_length=200, help_text="dotted path of the task")
    arguments = models.JSONField(help_text="args and kwargs; may hold an address to write to")
    priority = models.SmallIntegerField(default=0, help_text="the larger, the sooner")
    due_at = models.DateTimeField(default=timezone.now, help_text="when done or taken again")
    added_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    taken_by = models.CharField(max_length=32, blank=True, help_text="the worker that has it")
    failed_at = models.DateTimeField(null=True, blank=True, help_text="when it was given up")
    fault = models.CharField(max_length=200, blank=True, help_text="kind of the last fault")

    personal_fields: ClassVar = frozenset({"arguments"})
    open_fields: ClassVar = frozenset(
        {"task", "priority", "due_at", "added_at", "attempts", "taken_by", "failed_at", "fault"}
    )

    class Meta:
        ordering = ["-priority", "due_at", "pk"]
        indexes = [
            models.Index(
                fields=["-priority", "due_at", "id"],
                condition=models.Q(failed_at=None),
                name="job_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} at {self.due_at:%Y-%m-%d %H:%M}"


class Slot(models.Model):
    """One moment at which the clock started a task; whoever writes it first starts it."""

    schedule = models.CharField(max_length=200, help_text="dotted path of the schedule")
    at = models.DateTimeField()

    personal_fields: ClassVar = frozenset[str]()
    open_fields: ClassVar = frozenset({"schedule", "at"})

    class Meta:
        ordering = ["schedule", "-at"]
        constraints = [
            models.UniqueConstraint(fields=["schedule", "at"], name="slot_starts_a_task_once"),
        ]

    def __str__(self) -> str:
        return f"{self.schedule} at {self.at:%Y-%m-%d %H:%M}"
