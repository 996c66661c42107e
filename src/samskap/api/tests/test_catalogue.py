"""Catalogues of data find us: read by a parser that others wrote, and against what is mandatory."""

from datetime import UTC, datetime

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import to_isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD

from samskap.api.actions import make_archive
from samskap.api.models import Archive
from samskap.testing.factories.initiatives import InitiativeFactory

pytestmark = pytest.mark.django_db
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
EVERYTHING = {DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint}
# Mandatory in DCAT-AP-NO 3: https://data.norge.no/specification/dcat-ap-no, SHACL “core shapes”.
MANDATORY = {
    FOAF.Agent: {FOAF.name},
    DCAT.Catalog: EVERYTHING,
    DCAT.Dataset: EVERYTHING | {DCAT.theme},
    DCAT.DataService: EVERYTHING - {DCTERMS.description} | {DCAT.endpointURL},
    DCAT.Distribution: {DCAT.accessURL},
}
# Recommended there, and asked for by whoever looks for open data.
ASKED_FOR = {
    DCAT.Dataset: {
        DCTERMS.accrualPeriodicity,
        DCTERMS.accessRights,
        DCTERMS.identifier,
        DCTERMS.spatial,
        DCTERMS.temporal,
        DCAT.distribution,
        DCAT.keyword,
        DCAT.landingPage,
    },
    DCAT.Distribution: {DCTERMS.license, DCTERMS.format},
}


@pytest.fixture
def published(municipality):
    """A municipality that has said who it is, with an archive."""
    municipality.organisation_number = "972418013"
    municipality.contact_email = "data@fjordvik.example"
    municipality.code = "1804"
    municipality.name = 'Fjordvik "kommune"\nved havet'
    municipality.save()
    make_archive.call(municipality.pk)
    return municipality


def graph_at(client, form):
    """The record in one form, read by rdflib."""
    answer = client.get(f"/api/v1/catalogue.{form}")
    assert answer.status_code == 200
    return Graph().parse(data=answer.text, format={"ttl": "turtle", "jsonld": "json-ld"}[form])


@pytest.mark.parametrize("required", [MANDATORY, ASKED_FOR])
def test_everything_that_is_mandatory_or_asked_for_is_told(client, published, required):
    graph = graph_at(client, "ttl")

    for kind, properties in required.items():
        things = list(graph.subjects(RDF.type, kind))
        assert things, kind
        for thing in things:
            missing = {each for each in properties if graph.value(thing, each) is None}
            assert missing == set(), (thing, missing)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib’s own use of it
def test_both_forms_say_the_same(client, published):
    assert to_isomorphic(graph_at(client, "ttl")) == to_isomorphic(graph_at(client, "jsonld"))


def test_every_thing_that_is_named_is_described_or_known_elsewhere(client, published):
    graph = graph_at(client, "ttl")
    own = {each for each in graph.objects() if isinstance(each, URIRef) and "#" in each}

    described = {each for each in own if str(each).startswith("http://testserver/api/#")}
    assert described
    assert [each for each in described if graph.value(each, RDF.type) is None] == []


def test_who_publishes_under_which_licence_and_what_the_file_is(client, published):
    graph = graph_at(client, "ttl")
    dataset = graph.value(predicate=RDF.type, object=DCAT.Dataset)
    publisher = graph.value(dataset, DCTERMS.publisher)
    (file,) = graph.subjects(DCAT.downloadURL)

    assert str(publisher).endswith("/organizations/972418013")
    assert str(graph.value(publisher, FOAF.name)) == 'Fjordvik "kommune"\nved havet'
    licence = graph.value(file, DCTERMS.license)
    assert licence == URIRef("http://publications.europa.eu/resource/authority/licence/NLOD_2_0")
    size = Literal(str(Archive.objects.get().size), datatype=XSD.nonNegativeInteger)
    assert graph.value(file, DCAT.byteSize) == size
    contact = graph.value(dataset, DCAT.contactPoint)
    assert graph.value(contact, VCARD.hasEmail) == URIRef("mailto:data@fjordvik.example")
    titles = {each.language for each in graph.objects(dataset, DCTERMS.title)}
    assert titles == {"nb", "nn", "da", "en"}


def test_data_begin_on_the_day_by_the_clock_on_the_wall(client, published):
    moment = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)  # half past midnight in Oslo
    InitiativeFactory(municipality=published, raised_at=moment)

    assert Literal("2026-07-01", datatype=XSD.date) in [
        *graph_at(client, "ttl").objects(predicate=DCAT.startDate)
    ]


def test_before_the_first_archive_only_the_interface_is_told(client, municipality):
    graph = graph_at(client, "ttl")

    assert list(graph.subjects(DCAT.downloadURL)) == []
    assert len(list(graph.subjects(RDF.type, DCAT.Distribution))) == 1
