"""Django’s entry for this app."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The door: commands that need the whole house."""

    name = "samskap.config"
    label = "config"
