"""Django’s entry for this app."""

from django.apps import AppConfig


class CommitteesConfig(AppConfig):
    """Committees."""

    name = "samskap.committees"
    label = "committees"
