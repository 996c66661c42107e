"""Django’s entry for this app."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """Files coming in."""

    name = "samskap.imports"
    label = "imports"
