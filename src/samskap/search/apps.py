"""Django’s entry for this app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Search."""

    name = "samskap.search"
    label = "search"
