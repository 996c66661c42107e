"""Django’s entry for this app."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Open data."""

    name = "samskap.api"
    label = "api"
