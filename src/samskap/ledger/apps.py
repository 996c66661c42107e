"""Django’s entry for this app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The ledger."""

    name = "samskap.ledger"
    label = "ledger"
