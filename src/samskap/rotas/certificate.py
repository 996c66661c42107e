"""The certificate of contribution, in words, and as a PDF."""

from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from samskap.base.pdf import Paper
from samskap.rotas.queries.certificate import Certificate


def day(moment: date) -> str:
    """Write a day with its year."""
    return date_format(moment, pgettext("how a day and its year are written", "j F Y"))


def lines_of(certificate: Certificate) -> Iterator[tuple[str, str]]:
    """Say what stands on the certificate, from its top: style of the paper, and text."""
    rota = certificate.rota
    yield "H1", _("Certificate of contribution")
    yield "lead", certificate.name
    hours = certificate.hours
    shifts = ngettext("{n} shift", "{n} shifts", certificate.shifts).format(n=certificate.shifts)
    if certificate.first_on and certificate.last_on:
        yield (
            "P",
            _("has contributed {hours} hours, in {shifts}, from {first} until {last}.").format(
                hours=number_format(hours, 0 if hours.is_integer() else 1),
                shifts=shifts,
                first=day(certificate.first_on),
                last=day(certificate.last_on),
            ),
        )
    yield "H2", _("Where")
    yield "P", f"{rota.title}, {rota.place}"
    yield (
        "P",
        _("Part of “{initiative}”, {municipality}.").format(
            initiative=rota.initiative.title, municipality=rota.municipality.name
        ),
    )
    if certificate.duties:
        yield "H2", _("What was done")
        for name, n in certificate.duties:
            times = ngettext("{n} shift", "{n} shifts", n).format(n=n)
            yield "P", f"{name}: {times}"
    if certificate.trainings or certificate.learnt:
        yield "H2", _("What was learnt")
        for name, seen_on in certificate.trainings:
            yield "P", _("Training: {name}, seen {day}.").format(name=name, day=day(seen_on))
        if certificate.learnt:
            yield "P", certificate.learnt
            yield "soft", _("What was learnt is told in the contributor’s own words.")
    yield (
        "soft",
        _("Given {day} by {municipality}. The hours are those that were confirmed.").format(
            day=day(certificate.given_on), municipality=rota.municipality.name
        ),
    )
    yield "sign", _("Signature, for the rota")


def as_pdf(certificate: Certificate) -> bytes:
    """Write the certificate in the language that is spoken now."""
    paper = Paper(
        title=f"{_('Certificate of contribution')} · {certificate.name}",
        language=get_language() or "en",
        author=certificate.rota.municipality.name,
    )
    for style, text in lines_of(certificate):
        paper.add(text, style)
    return paper.written()
