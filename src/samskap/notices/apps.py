"""Django’s entry for this app."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices."""

    name = "samskap.notices"
    label = "notices"
