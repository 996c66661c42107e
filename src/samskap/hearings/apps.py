"""The app."""

from django.apps import AppConfig


class HearingsConfig(AppConfig):
    """Statutory consultations."""

    name = "samskap.hearings"
