"""Django’s entry for this app."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Insight."""

    name = "samskap.insight"
    label = "insight"
