"""The committee of an initiative, which comes along with its page."""

from django.db.models import OuterRef

from samskap.base.brought import along
from samskap.base.once import once
from samskap.committees.models import Committee
from samskap.initiatives.models import Initiative


@along(lambda: Committee.objects.filter(initiative=OuterRef("pk")))
@once
def committee_of(initiative: Initiative) -> list[Committee]:
    """The committee that works on an initiative, if there is one."""
    return list(Committee.objects.filter(initiative=initiative))
