"""Django’s entry for this app."""

from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """Webhooks."""

    name = "samskap.webhooks"
    label = "webhooks"
