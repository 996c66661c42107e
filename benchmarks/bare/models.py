"""What a bare write writes: a vote and a comment."""

from django.db import models


class Vote(models.Model):
    """A vote of somebody."""

    idea_key = models.BigIntegerField()
    person_key = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return str(self.pk)


class Comment(models.Model):
    """A comment of somebody."""

    idea_key = models.BigIntegerField()
    person_key = models.BigIntegerField(db_index=True)
    text = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.pk)
