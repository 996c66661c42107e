"""The languages that people write in: those that pages speak, and two more."""

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

CONTENT_LANGUAGES = [*settings.LANGUAGES, ("sv", _("Swedish")), ("se", _("Northern Sami"))]
NAMES = dict(CONTENT_LANGUAGES)
OWN_NAMES = {"se": "davvisámegiella"}  # of those that Django does not know


def name_of(language: str) -> str:
    """What a language is called in the reader’s own."""
    return str(NAMES.get(language, language))


def own_name_of(language: str) -> str:
    """What those who speak a language call it."""
    return OWN_NAMES.get(language) or str(get_language_info(language)["name_local"])
