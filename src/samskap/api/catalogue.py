"""The record by which catalogues of data find what is open here: DCAT-AP-NO 3.

One description, written as JSON-LD and as Turtle. Mandatory in DCAT-AP-NO 3, by its SHACL shapes:

    foaf:Agent         foaf:name
    dcat:Catalog       dct:title, dct:description, dct:publisher, dcat:contactPoint
    dcat:Dataset       dct:title, dct:description, dct:publisher, dcat:contactPoint, dcat:theme
    dcat:DataService   dct:title, dct:publisher, dcat:contactPoint, dcat:endpointURL
    dcat:Distribution  dcat:accessURL

Source: https://data.norge.no/specification/dcat-ap-no, and its shapes at
https://github.com/Informasjonsforvaltning/dcat-ap-no/tree/develop/shacl. DCAT-AP of the EU and
DCAT-AP-DK ask for a part of the same.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db.models import Min
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskap.api.models import Archive
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of

Node = dict[str, Any]

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EU = "http://publications.europa.eu/resource/authority/"
LANGUAGE_OF = {"nb": "NOB", "nn": "NNO", "da": "DAN", "en": "ENG", "se": "SME", "sv": "SWE"}
COUNTRY_OF = {"NO": "NOR", "DK": "DNK"}
THEMES = ("GOVE", "SOCI")  # government and public sector; population and society
PUBLISHER_OF_NORWAY = "https://organization-catalog.fellesdatakatalog.digdir.no/organizations/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"

TITLE = _("Samskap: what people make together")
CATALOGUE = _("Open data from Samskap")
SAYS = _(
    "Initiatives of residents, associations, businesses and the municipality from the first dream"
    " to what runs: what was given, what became of it, who decided, which promises were made, and"
    " how equal the partnership was. No person stands there by name."
)
CATALOGUE_SAYS = _("What is public in Samskap in this municipality.")
WHOLE = _("Everything in one file")
INTERFACE = _("The interface")
KEYWORDS = (_("co-creation"), _("participation"), _("volunteering"), _("local democracy"))


def record_of(municipality: Municipality, archive: Archive | None) -> list[Node]:
    """Describe what is open in a municipality, as nodes of a graph.

    archive   the one that is handed out now; what has not been made is not told
    """
    here = address_of(municipality)
    page = f"{here}{reverse('api:home')}"
    licence = it(municipality.open_licence.uri)
    publisher = it(_publisher(municipality, here))
    contact, place, period = it(f"{page}#contact"), it(f"{page}#place"), it(f"{page}#period")
    dataset, service, catalogue = it(f"{page}#dataset"), it(f"{page}#api"), it(f"{page}#catalogue")
    file, lists = it(f"{page}#archive"), it(f"{page}#lists")
    whose = {"dct:publisher": publisher, "dcat:contactPoint": contact, "dct:license": licence}
    languages = [it(f"{EU}language/{LANGUAGE_OF[each]}") for each in municipality.languages]
    changed = {"dct:modified": typed(archive.made_at)} if archive and archive.made_at else {}
    docs, data = f"{here}{reverse('api:docs')}", f"{here}{reverse('api:version')}"
    return [
        {
            "@id": catalogue["@id"],
            "@type": "dcat:Catalog",
            "dct:title": in_all_languages(CATALOGUE),
            "dct:description": in_all_languages(CATALOGUE_SAYS),
            **whose,
            **changed,
            "dct:language": languages,
            "dct:spatial": place,
            "foaf:homepage": it(page),
            "dcat:themeTaxonomy": it(f"{EU}data-theme"),
            "dcat:dataset": dataset,
            "dcat:service": service,
        },
        {
            "@id": dataset["@id"],
            "@type": "dcat:Dataset",
            "dct:title": in_all_languages(TITLE),
            "dct:description": in_all_languages(SAYS),
            "dct:identifier": dataset["@id"],
            "dct:publisher": publisher,
            "dcat:contactPoint": contact,
            **changed,
            "dct:issued": typed(municipality.created_at),
            "dcat:theme": [it(f"{EU}data-theme/{theme}") for theme in THEMES],
            "dcat:keyword": [word for each in KEYWORDS for word in in_all_languages(each)],
            "dct:accessRights": it(f"{EU}access-right/PUBLIC"),
            "dct:accrualPeriodicity": it(f"{EU}frequency/DAILY"),
            "dct:language": languages,
            "dct:spatial": [place, it(f"{EU}country/{COUNTRY_OF[municipality.country]}")],
            "dct:temporal": period,
            "dcat:landingPage": it(page),
            "foaf:page": it(docs),
            "dcat:distribution": [file, lists] if archive else [lists],
        },
        *([_file(archive, file["@id"], here, licence)] if archive else []),
        {
            "@id": lists["@id"],
            "@type": "dcat:Distribution",
            "dct:title": in_all_languages(INTERFACE),
            "dcat:accessURL": it(docs),
            "dcat:accessService": service,
            "dct:format": [it(f"{EU}file-type/JSON"), it(f"{EU}file-type/CSV")],
            "dct:license": licence,
        },
        {
            "@id": service["@id"],
            "@type": "dcat:DataService",
            "dct:title": in_all_languages(INTERFACE),
            **whose,
            "dcat:endpointURL": it(data),
            "dcat:endpointDescription": it(f"{here}{reverse('api:openapi')}"),
            "dcat:servesDataset": dataset,
            "dct:format": [it(f"{EU}file-type/JSON"), it(f"{EU}file-type/CSV")],
            "foaf:page": it(docs),
        },
        _agent(municipality, publisher["@id"], here),
        _contact(municipality, contact["@id"], here),
        {
            "@id": place["@id"],
            "@type": "dct:Location",
            "locn:geographicName": municipality.name,
            **({"dct:identifier": municipality.code} if municipality.code else {}),
        },
        {
            "@id": period["@id"],
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": typed(_first_day(municipality)),
        },
    ]


def _publisher(municipality: Municipality, here: str) -> str:
    """The name of the publisher among things: Norway’s own register of them where we know it."""
    if municipality.country == "NO" and municipality.organisation_number:
        return f"{PUBLISHER_OF_NORWAY}{municipality.organisation_number}"
    return f"{here}{reverse('municipalities:about')}#publisher"


def _agent(municipality: Municipality, name: str, here: str) -> Node:
    """Who publishes."""
    number = municipality.organisation_number
    return {
        "@id": name,
        "@type": "foaf:Agent",
        "foaf:name": municipality.name,
        **({"dct:identifier": number} if number else {}),
        "foaf:homepage": it(f"{here}/"),
    }


def _contact(municipality: Municipality, name: str, here: str) -> Node:
    """Whom one asks about the data."""
    mail = quote(municipality.contact_email, safe="@+-_.")
    return {
        "@id": name,
        "@type": "vcard:Organization",
        "vcard:fn": municipality.name,
        "vcard:hasURL": it(f"{here}{reverse('municipalities:contact')}"),
        **({"vcard:hasEmail": it(f"mailto:{mail}")} if mail else {}),
    }


def _file(archive: Archive, name: str, here: str, licence: Node) -> Node:
    """The archive, as it is handed out."""
    address = it(f"{here}{reverse('api:archive')}")
    return {
        "@id": name,
        "@type": "dcat:Distribution",
        "dct:title": in_all_languages(WHOLE),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dct:format": it(f"{EU}file-type/ZIP"),
        "dcat:mediaType": it(f"{MEDIA_TYPES}application/zip"),
        "dcat:byteSize": {"@value": str(archive.size), "@type": "xsd:nonNegativeInteger"},
        "dct:conformsTo": it("https://specs.frictionlessdata.io/data-package/"),
        "dct:license": licence,
        "dct:modified": typed(archive.made_at),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": it("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            "spdx:checksumValue": {"@value": archive.digest, "@type": "xsd:hexBinary"},
        },
    }


def _first_day(municipality: Municipality) -> date:
    """The day from which on there are data."""
    raised = Initiative.objects.of(municipality).aggregate(first=Min("raised_at"))
    first: datetime = raised["first"] or municipality.created_at
    return timezone.localdate(first)


# ── Values of a graph ────────────────────────────────────────────────────────


def it(address: str) -> Node:
    """A thing by its name."""
    return {"@id": address}


def typed(value: datetime | date | None) -> Node:
    """A moment or a day."""
    kind = "xsd:dateTime" if isinstance(value, datetime) else "xsd:date"
    return {"@value": value.isoformat() if value else "", "@type": kind}


def in_all_languages(text: str | Promise) -> list[Node]:
    """A text in each of our languages."""
    said = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            said.append({"@value": str(text), "@language": code})
    return said


# ── How it is written ────────────────────────────────────────────────────────


def as_json_ld(nodes: list[Node]) -> str:
    """Write a graph as JSON-LD 1.1."""
    return json.dumps({"@context": PREFIXES, "@graph": nodes}, ensure_ascii=False, indent=1)


def as_turtle(nodes: list[Node]) -> str:
    """Write a graph as Turtle 1.1."""
    prefixes = [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
    return "\n".join([*prefixes, "", *(f"<{node['@id']}> {_said_of(node)} .\n" for node in nodes)])


def _said_of(node: Node) -> str:
    """Everything that is said of a node, without its name."""
    return " ;\n  ".join(
        f"{'a' if name == '@type' else name} {', '.join(_objects(name, value))}"
        for name, value in node.items()
        if name != "@id"
    )


def _objects(name: str, value: Any) -> Iterator[str]:
    """What stands behind one name: one value or several."""
    for each in value if isinstance(value, list) else [value]:
        yield each if name == "@type" else _object(each)


def _object(value: Any) -> str:
    """Write one value."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if "@value" in value:
        text = json.dumps(value["@value"], ensure_ascii=False)
        return (
            f"{text}@{value['@language']}" if "@language" in value else f"{text}^^{value['@type']}"
        )
    if "@id" in value:
        return f"<{value['@id']}>"
    return f"[ {_said_of(value)} ]"
