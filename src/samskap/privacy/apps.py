"""Django’s entry for this app."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Privacy."""

    name = "samskap.privacy"
    label = "privacy"
