"""What the kinds of matter are called, and why a last day moved."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PRESETS: dict[str, str | Promise] = {
    "no_municipal_plan": _("Municipal plan"),
    "no_zoning_plan": _("Zoning plan"),
    "no_plan_programme": _("Plan programme"),
    "no_small_change": _("Small change of a zoning plan"),
    "dk_municipal_plan": _("Municipal plan"),
    "dk_municipal_plan_minor": _("Minor change of a municipal plan"),
    "dk_local_plan": _("Local plan"),
    "dk_local_plan_minor": _("Local plan of minor importance"),
    "own": _("Something else, for as long as we choose"),
}
MOVED_BY: dict[str, str | Promise] = {
    "saturday": _("a Saturday"),
    "sunday": _("a Sunday"),
    "public_holiday": _("a public holiday"),
    "closed_day": _("a day that counts as a holiday"),
}
