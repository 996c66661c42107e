"""Django’s entry for this app."""

from django.apps import AppConfig


class DraftingConfig(AppConfig):
    """Documents that many write together."""

    name = "samskap.drafting"
    label = "drafting"
