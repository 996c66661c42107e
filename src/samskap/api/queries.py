"""Reading what is handed out."""

from samskap.api.models import Archive
from samskap.municipalities.models import Municipality


def archive_of(municipality: Municipality) -> Archive | None:
    """The archive that is handed out now; None before the first."""
    found: Archive | None = Archive.objects.of(municipality).exclude(made_at=None).first()
    return found


def is_asked_for(municipality: Municipality) -> bool:
    """Whether a new archive is being made."""
    return Archive.objects.of(municipality).filter(asked_at__isnull=False).exists()
