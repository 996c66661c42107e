"""The app."""

from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    """Citizens’ proposals by law."""

    name = "samskap.proposals"
