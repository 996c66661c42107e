"""Django’s entry for this app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings."""

    name = "samskap.meetings"
    label = "meetings"
