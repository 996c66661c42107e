"""Organisations and those who speak for them, as the pages’ components take them."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samskap.base.text import plain
from samskap.organisations.models import Membership, Organisation


def tile_of(organisation: Organisation) -> dict[str, Any]:
    """One organisation in a list."""
    parent = organisation.parent
    return {
        "title": organisation.name,
        "url": organisation.get_absolute_url(),
        "eyebrow": organisation.kinds_display,
        "side": organisation.kind,
        "text": plain(organisation.about, 160),
        "lang": organisation.language,
        "note": _("Part of %(parent)s") % {"parent": parent} if parent else "",
    }


def facts_of(organisation: Organisation, root: Organisation) -> list[dict[str, Any]]:
    """What is known about an organisation, as a list of facts."""
    facts: list[dict[str, Any]] = [{"label": _("What it is"), "value": organisation.kinds_display}]
    if organisation.number:
        facts.append({"label": _("Organisation number"), "value": organisation.number})
    if organisation.website:
        address = organisation.website
        facts.append({"label": _("Website"), "value": address, "url": address})
    if parent := organisation.parent:
        facts.append(
            {"label": _("Part of"), "value": parent.name, "url": parent.get_absolute_url()}
        )
        facts.append(
            {
                "label": _("Counts as one party with"),
                "value": root.name,
                "url": root.get_absolute_url(),
                "note": _("Organisations with the same topmost parent are not independent."),
            }
        )
    registered_on = date_format(timezone.localdate(organisation.registered_at))
    facts.append({"label": _("Registered"), "value": registered_on})
    return facts


def chip_of(membership: Membership) -> dict[str, str]:
    """Someone who may speak for an organisation, until when, and who said so."""
    organisation, person = membership.organisation, membership.person
    giver = membership.given_by
    last_day = date_format(membership.mandate_until) if membership.mandate_until else ""
    if giver is None:
        note = _("through %(day)s") % {"day": last_day}
    elif giver.pk == person.pk:
        note = _("through %(day)s, by their own word") % {"day": last_day}
    else:
        said = {"day": last_day, "person": giver.shown_name}
        note = _("through %(day)s, given by %(person)s") % said
    return {
        "name": person.shown_name,
        "url": reverse("people:person", args=[person.public_id]),
        "side": organisation.kind,
        "speaks_for": organisation.name,
        "note": note,
    }
