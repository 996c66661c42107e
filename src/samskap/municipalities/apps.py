"""Django’s entry for this app."""

from django.apps import AppConfig


class MunicipalitiesConfig(AppConfig):
    """Municipalities."""

    name = "samskap.municipalities"
    label = "municipalities"
