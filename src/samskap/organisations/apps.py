"""Django’s entry for this app."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Organisations."""

    name = "samskap.organisations"
    label = "organisations"
