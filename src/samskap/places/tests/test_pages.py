"""Every page about places, for whom it is meant."""

import csv
import io
import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskap.places.errors import RehearsalIsTooOld
from samskap.places.models import Area, Border, Population
from samskap.places.rehearsals import unpack
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.places import AreaFactory, BorderFactory, PopulationFactory

pytestmark = pytest.mark.django_db

RING = [[14, 67], [15, 67], [15, 68], [14, 68], [14, 67]]
DRAWN = json.dumps({"type": "Polygon", "coordinates": [RING]})
FILE = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"kommunenummer": code},
            "geometry": {"type": "Polygon", "coordinates": [RING]},
        }
        for code in ("1804", "0301")
    ],
}


def page(client, name, *args, **query):
    return client.get(reverse(f"places:{name}", args=args), query)


def send(client, name, facts, *args):
    return client.post(reverse(f"places:{name}", args=args), facts)


def upload(content, name="file.json"):
    text = content if isinstance(content, str) else json.dumps(content)
    return SimpleUploadedFile(name, text.encode())


@pytest.fixture
def bodo(municipality):
    municipality.code, municipality.short_name = "1804", "Bodø"
    municipality.save()
    return municipality


@pytest.fixture
def signed_in(client, bodo, administrator):
    client.force_login(administrator(bodo))
    return client


# ── Reading ──────────────────────────────────────────────────────────────────


def test_the_list_costs_the_same_for_1_3_and_1000_areas(client, municipality):
    district = AreaFactory(municipality=municipality, kind="district", name="Aa")
    costs = []
    for n in (1, 2, 997):
        AreaFactory.create_batch(n, municipality=municipality, parent=district)
        with CaptureQueriesContext(connection) as queries:
            assert page(client, "list").status_code == 200
        costs.append(len(queries))

    assert len(set(costs)) == 1
    assert costs[0] <= 4


def test_an_area_costs_the_same_for_1_3_and_1000_parts_and_figures(client, municipality):
    area = AreaFactory(municipality=municipality, kind="district")
    costs = []
    for n in (1, 2, 997):
        parts = Area.objects.count()
        AreaFactory.create_batch(n, municipality=municipality, parent=area)
        for low in range(n):
            PopulationFactory(
                area=area,
                age_from=low % 90,
                age_to=low % 90,
                counted_on=date(1900 + low // 90 + parts % 100, 1, 1),
            )
        BorderFactory(area=area, valid_from=date(1900 + n, 1, 1))
        with CaptureQueriesContext(connection) as queries:
            assert page(client, "area", area.slug).status_code == 200
        costs.append(len(queries))

    assert len(set(costs)) == 1
    assert costs[0] <= 12


def test_the_list_goes_on_where_it_stopped(client, municipality):
    AreaFactory.create_batch(30, municipality=municipality)

    first = page(client, "list")
    second = client.get(first.context["page"].older_url)

    names = [tile["title"] for answer in (first, second) for tile in answer.context["tiles"]]
    assert names == sorted(Area.objects.values_list("name", flat=True))


def test_the_parts_of_an_area_are_listed_apart(client, municipality):
    district = AreaFactory(municipality=municipality, kind="district", name="Skjerstad")
    AreaFactory(municipality=municipality, name="Misvær", parent=district)
    AreaFactory(municipality=municipality, name="Kjerringøy")

    answer = page(client, "list", within=district.slug)

    assert [tile["title"] for tile in answer.context["tiles"]] == ["Misvær"]
    assert answer.context["tiles"][0]["eyebrow"] == "Village in Skjerstad"


def test_an_area_shows_its_border_its_people_and_what_it_lies_in(client, municipality):
    top = AreaFactory(municipality=municipality, kind="municipality", name="Bodø", code="1804")
    area = BorderFactory(
        area__municipality=municipality, area__parent=top, area__name="Misvær", source="Kartverket"
    ).area
    PopulationFactory(area=area, age_from=0, age_to=19, persons=30)
    PopulationFactory(area=area, age_from=20, age_to=64, persons=60)
    PopulationFactory(area=area, age_from=65, age_to=150, persons=10)

    answer = page(client, "area", area.slug)

    assert [name for name, _url in answer.context["crumbs"]] == ["Places", "Bodø", "Misvær"]
    assert answer.context["map"]["geojson"]["features"][0]["id"] == area.slug
    chart = answer.context["charts"][0]
    assert chart["categories"] == ["0–19", "20–64", "65 and over"]
    assert chart["series"][0]["values"] == [30, 60, 10]
    assert chart["sentence"] == "The largest group is 20–64 years old: 60 of 100."
    assert {"label": "Residents", "value": "100", "note": "Jan. 1, 2025 · Statistics Norway"} in (
        answer.context["facts"]
    )


def test_single_ages_are_shown_in_bands_and_women_and_men_apart(client, municipality):
    area = AreaFactory(municipality=municipality)
    for age in range(100):
        PopulationFactory(area=area, sex="women", age_from=age, age_to=age, persons=2)
        PopulationFactory(area=area, sex="men", age_from=age, age_to=age, persons=1)

    by_age, by_sex = page(client, "area", area.slug).context["charts"]

    assert (bool(by_age["source"]), by_sex["source"]) == (True, "")  # said once
    assert by_age["categories"][0] == "0–12"
    assert by_age["categories"][-1] == "80 and over"
    assert by_age["series"][0]["values"] == [26, 10, 24, 30, 44, 26, 40]
    assert by_sex["sentence"] == "67 per cent are women."


def test_the_border_of_a_merged_place_still_shows(client, municipality):
    border = BorderFactory(
        area__municipality=municipality,
        valid_from=date(1964, 1, 1),
        valid_to=date(2020, 1, 1),
        is_drawn=True,
    )

    answer = page(client, "area", border.area.slug)

    assert "This border held until Jan. 1, 2020." in answer.text
    assert answer.context["history"][0]["text"] == "Drawn by hand. Kartverket"


def test_an_empty_area_says_what_could_stand_there(client, municipality):
    area = AreaFactory(municipality=municipality)

    text = page(client, "area", area.slug).text

    assert "No border is known yet" in text
    assert "Nobody has been counted yet" in text


def test_places_of_another_municipality_are_not_there(client, municipality):
    foreign = BorderFactory(area=AreaFactory(municipality=MunicipalityFactory())).area

    for name in ("area", "border", "population"):
        assert page(client, name, foreign.slug).status_code == 404
    assert page(client, "list", within=foreign.slug).status_code == 404
    assert page(client, "list").context["tiles"] == []
    assert page(client, "borders").json()["features"] == []


# ── Files ────────────────────────────────────────────────────────────────────


def test_the_border_is_geojson_of_the_day(client, municipality):
    area = AreaFactory(municipality=municipality)
    BorderFactory(area=area, valid_from=date(2010, 1, 1), valid_to=date(2020, 1, 1), west=13.0)
    BorderFactory(area=area, valid_from=date(2020, 1, 1))

    then = page(client, "border", area.slug, on="2015-06-01").json()
    now = page(client, "border", area.slug)

    assert then["features"][0]["bbox"][0] == 13.0
    assert now.json()["features"][0]["properties"]["valid_from"] == "2020-01-01"
    assert now["Content-Type"] == "application/geo+json"


def test_an_unchanged_border_is_not_sent_again(client, municipality):
    border = BorderFactory(area__municipality=municipality)
    for name, args in (("border", [border.area.slug]), ("borders", [])):
        tag = page(client, name, *args)["ETag"]
        url = reverse(f"places:{name}", args=args)

        assert client.get(url, headers={"if-none-match": tag}).status_code == 304
        border.save()
        assert client.get(url, headers={"if-none-match": tag}).status_code == 200


def test_the_figures_come_as_a_table_that_can_be_imported(client, municipality):
    area = AreaFactory(municipality=municipality, code="1804", name="=Bodø")
    PopulationFactory(area=area, sex="women", age_from=65, age_to=150, persons=7)

    rows = list(csv.DictReader(io.StringIO(page(client, "population", area.slug).text)))

    assert rows == [
        {
            "area": "1804",
            "name": "'=Bodø",
            "date": "2025-01-01",
            "sex": "women",
            "age": "65+",
            "persons": "7",
            "counts_everybody": "yes",
            "source": "Statistics Norway",
        }
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n", "＝"])
def test_no_cell_of_the_table_is_taken_for_a_formula(client, municipality, start):
    area = AreaFactory(municipality=municipality, code=f"{start}1804", name=f"{start}Bodø")
    PopulationFactory(area=area, source=f"{start}1+1")

    [row] = csv.DictReader(io.StringIO(page(client, "population", area.slug).text, newline=""))

    assert (row["area"], row["name"]) == (f"'{start}1804", f"'{start}Bodø")
    assert row["source"] == f"'{start}1+1"


@pytest.mark.parametrize("content", ["[" * 100_000, '{"type": "Polygon", "\\ud800": 1}', "\x00"])
def test_a_file_that_wants_to_do_harm_gets_a_sentence(signed_in, content):
    facts = {"valid_from": "2024-01-01", "source": "Kartverket"}
    answer = send(signed_in, "import_borders", {"file": upload(content), **facts})

    assert answer.status_code == 409


# ── Changing ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "name", ["settings", "add", "import_borders", "import_population", "edit", "draw"]
)
def test_administrators_change_places_and_nobody_else(client, bodo, administrator, name):
    args = [AreaFactory(municipality=bodo).slug] if name in ("edit", "draw") else []
    assert page(client, name, *args).status_code == 302

    client.force_login(administrator(MunicipalityFactory()))
    assert page(client, name, *args).status_code == 403

    client.force_login(administrator(bodo))
    assert page(client, name, *args).status_code == 200


def test_an_area_is_added_and_changed(signed_in, bodo):
    send(signed_in, "add", {"name": "Skjerstad", "kind": "district"})
    district = Area.objects.get(slug="skjerstad")

    send(signed_in, "add", {"name": "Misvær", "kind": "village", "parent": district.pk})
    village = Area.objects.get(slug="misvaer")
    assert village.parent == district

    send(signed_in, "edit", {"name": "Misvær sentrum", "kind": "village"}, "misvaer")
    village.refresh_from_db()
    assert (village.name, village.parent, village.slug) == ("Misvær sentrum", None, "misvaer")


def test_an_area_of_another_municipality_is_never_changed(signed_in):
    foreign = AreaFactory(municipality=MunicipalityFactory(), kind="district")

    assert page(signed_in, "edit", foreign.slug).status_code == 404
    assert send(signed_in, "draw", {"border": DRAWN}, foreign.slug).status_code == 404
    answer = send(signed_in, "add", {"name": "X", "kind": "village", "parent": foreign.pk})
    assert "parent" in answer.context["form"].errors


def test_a_border_is_drawn(signed_in, bodo):
    area = AreaFactory(municipality=bodo)
    facts = {"border": DRAWN, "valid_from": "1964-01-01", "valid_to": "2020-01-01", "source": "me"}

    assert send(signed_in, "draw", facts, area.slug).status_code == 302

    border = Border.objects.get()
    assert (border.is_drawn, border.valid_to, border.east) == (True, date(2020, 1, 1), 15)


def test_a_border_that_is_no_map_is_refused_in_words(signed_in, bodo):
    area = AreaFactory(municipality=bodo)
    facts = {"border": "[[1,2]]", "valid_from": "2020-01-01", "source": "me"}

    answer = send(signed_in, "draw", facts, area.slug)

    assert answer.status_code == 409
    assert "This is neither GeoJSON nor TopoJSON" in answer.text


def test_borders_are_rehearsed_first_and_then_kept(signed_in, bodo):
    facts = {"file": upload(FILE), "valid_from": "2024-01-01", "source": "Kartverket"}

    rehearsal = send(signed_in, "import_borders", facts)
    assert (rehearsal.context["change"].new, rehearsal.context["change"].foreign) == (1, 1)
    assert not Area.objects.exists()

    kept = rehearsal.context["keep"].initial
    assert send(signed_in, "import_borders", kept).status_code == 302
    assert Border.objects.get().area.code == "1804"


def test_population_is_rehearsed_first_and_then_kept(signed_in, bodo):
    table = "Region;Alder;Tid;value\n1804;F0-19;2015;12429\n0301;F0-19;2015;140202\n"
    facts = {"file": upload(table, "folk.csv"), "source": "SSB"}

    rehearsal = send(signed_in, "import_population", facts)
    assert (rehearsal.context["change"].new, rehearsal.context["change"].foreign) == (1, 1)
    assert not Population.objects.exists()

    kept = rehearsal.context["keep"].initial
    assert send(signed_in, "import_population", kept).status_code == 302
    assert Population.objects.get().persons == 12429


def test_a_rehearsal_belongs_to_one_municipality_and_cannot_be_forged(signed_in, bodo):
    facts = {"file": upload(FILE), "valid_from": "2024-01-01", "source": "Kartverket"}
    rehearsed = send(signed_in, "import_borders", facts).context["keep"].initial["rehearsed"]

    assert send(signed_in, "import_borders", {"rehearsed": f"{rehearsed}x"}).status_code == 409
    assert send(signed_in, "import_population", {"rehearsed": rehearsed}).status_code == 409
    other = MunicipalityFactory(code="1804", host="other.example")
    with pytest.raises(RehearsalIsTooOld):
        unpack("borders", rehearsed, other)
    assert not Border.objects.exists()


def test_a_file_without_the_right_columns_is_refused_in_words(signed_in):
    facts = {"file": upload("a;b\n1;2\n", "x.csv"), "source": "x"}

    answer = send(signed_in, "import_population", facts)

    assert answer.status_code == 409
    assert "The file lacks a column for" in answer.text
