"""Django’s entry for this app."""

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """Initiatives."""

    name = "samskap.initiatives"
    label = "initiatives"
