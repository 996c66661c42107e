"""Django’s entry for this app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The desk."""

    name = "samskap.desk"
    label = "desk"
