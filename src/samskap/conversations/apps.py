"""Django’s entry for this app."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    """Conversations."""

    name = "samskap.conversations"
    label = "conversations"
