"""Django’s entry for this app."""

from django.apps import AppConfig


class NegotiationsConfig(AppConfig):
    """Negotiations."""

    name = "samskap.negotiations"
    label = "negotiations"
