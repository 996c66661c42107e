"""Reading files and their lines."""

from django.db.models import Count, QuerySet

from samskap.imports.models import File, Line
from samskap.municipalities.models import Municipality

NEWEST = ("-at", "-pk")


def files_of(municipality: Municipality, kinds: list[str]) -> QuerySet[File]:
    """Files of some kinds, the newest first."""
    return File.objects.of(municipality).filter(kind__in=kinds).select_related("by")


def lines_of(file: File, fate: str) -> QuerySet[Line]:
    """The lines of a file, or those with one fate."""
    lines = Line.objects.filter(file=file)
    return lines.filter(fate=fate) if fate in Line.Fate.values else lines


def counts_of(file: File) -> dict[str, int]:
    """How many lines have which fate; those that none has are left out."""
    found = Line.objects.filter(file=file).order_by().values_list("fate")
    return dict(found.annotate(n=Count("pk")))
