"""The certificate of a member, in words, and as a PDF."""

from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from samskap.base.pdf import Paper
from samskap.committees.queries.certificate import Certificate


def day(moment: date) -> str:
    """Write a day with its year."""
    return date_format(moment, pgettext("how a day and its year are written", "j F Y"))


def lines_of(certificate: Certificate) -> Iterator[tuple[str, str]]:
    """Say what stands on the certificate, from its top: style of the paper, and text."""
    committee = certificate.committee
    yield "H1", _("Certificate of participation")
    yield "lead", certificate.name
    yield "P", _sat(certificate)
    yield "P", _("Role: {role}.").format(role=certificate.role)
    if certificate.is_chair:
        yield "P", _("Led the meetings of the committee.")
    yield "H2", _("What the committee delivered")
    yield (
        "P",
        ngettext(
            "{n} recommendation to {body}.",
            "{n} recommendations to {body}.",
            certificate.recommended,
        ).format(n=certificate.recommended, body=committee.body.name),
    )
    if certificate.is_answered:
        yield (
            "P",
            ngettext(
                "{n} of them was adopted, with or without changes.",
                "{n} of them were adopted, with or without changes.",
                certificate.adopted,
            ).format(n=certificate.adopted),
        )
    if committee.result:
        yield "P", committee.result
    yield (
        "soft",
        _("Given {day} by {municipality}, with thanks.").format(
            day=day(certificate.given_on), municipality=committee.municipality.name
        ),
    )
    yield "sign", _("Signature, for the elected body")


def _sat(certificate: Certificate) -> str:
    """Say in which committee somebody sat, from when until when."""
    facts = {
        "committee": certificate.committee.title,
        "municipality": certificate.committee.municipality.name,
        "since": day(certificate.since),
    }
    if certificate.until is None:
        said = _("has taken part in the committee “{committee}” in {municipality} since {since}.")
        return said.format(**facts)
    said = _(
        "took part in the committee “{committee}” in {municipality} from {since} until {until}."
    )
    return said.format(**facts, until=day(certificate.until))


def as_pdf(certificate: Certificate) -> bytes:
    """Write the certificate in the language that is spoken now."""
    paper = Paper(
        title=f"{_('Certificate of participation')} · {certificate.name}",
        language=get_language() or "en",
        author=certificate.committee.municipality.name,
    )
    for style, text in lines_of(certificate):
        paper.add(text, style)
    return paper.written()
