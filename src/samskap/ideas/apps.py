"""Django’s entry for this app."""

from django.apps import AppConfig


class IdeasConfig(AppConfig):
    """Ideas."""

    name = "samskap.ideas"
    label = "ideas"
