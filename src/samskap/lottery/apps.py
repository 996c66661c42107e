"""Django’s entry for this app."""

from django.apps import AppConfig


class LotteryConfig(AppConfig):
    """Lots."""

    name = "samskap.lottery"
    label = "lottery"
