"""Django’s entry for this app."""

from django.apps import AppConfig


class DeliberationConfig(AppConfig):
    """Deliberations."""

    name = "samskap.deliberation"
    label = "deliberation"
