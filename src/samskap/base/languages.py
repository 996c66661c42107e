"""The languages that people write in: those that pages speak, and two more."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

CONTENT_LANGUAGES = [*settings.LANGUAGES, ("sv", _("Swedish")), ("se", _("Northern Sami"))]
NAMES = dict(CONTENT_LANGUAGES)


def name_of(language: str) -> str:
    """What a language is called in the reader’s own."""
    return str(NAMES.get(language, language))
