"""Every page of the municipality, for whom it is meant."""

import io

import pytest
from django.urls import reverse
from PIL import Image

from samskap.design.themes import contrast, parse
from samskap.municipalities import first_run
from samskap.municipalities.contrast import readings
from samskap.municipalities.models import HostName, Municipality
from samskap.municipalities.queries import municipality_at
from samskap.testing.factories.municipalities import HostNameFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db

PUBLIC = ["about", "contact", "privacy", "accessibility"]
SETTING_UP = ["settings", "profile", "look", "contrast", "texts", "languages", "promises", "hosts"]


def page(client, name, **kwargs):
    return client.get(reverse(f"municipalities:{name}", kwargs=kwargs))


def send(client, name, facts, **kwargs):
    return client.post(reverse(f"municipalities:{name}", kwargs=kwargs), facts)


# ── Tenants ──────────────────────────────────────────────────────────────────


def test_a_municipality_is_found_by_its_host_name(client):
    MunicipalityFactory(name="Nord kommune", host="nord.example")
    MunicipalityFactory(name="Sør kommune", host="sor.example")

    answer = client.get(reverse("municipalities:contact"), headers={"host": "sor.example:8000"})

    assert "Sør kommune" in answer.text
    assert "Nord kommune" not in answer.text


def test_an_unknown_host_gets_a_calm_page(client, municipality, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    answer = client.get(reverse("municipalities:about"), headers={"host": "elsewhere.example"})

    assert answer.status_code == 404
    assert "No municipality lives at this address" in answer.text


def test_an_empty_instance_leads_to_the_first_run(client):
    answer = client.get("/")

    assert (answer.status_code, answer["Location"]) == (302, reverse("municipalities:first_run"))


def test_an_empty_instance_offers_no_way_that_leads_nowhere(client):
    first = client.get("/", follow=True).text

    assert "<h1" in first
    assert reverse("search:search") not in first
    assert reverse("people:sign_in") not in first
    assert 'class="menu' not in first


def test_ones_own_machine_serves_the_only_municipality_and_each_by_its_slug():
    only = MunicipalityFactory(slug="fjordvik", host="a.example")
    assert municipality_at("localhost") == only
    assert municipality_at("127.0.0.1") == only

    other = MunicipalityFactory(slug="skogdal", host="b.example")
    assert municipality_at("localhost") is None
    assert municipality_at("fjordvik.localhost") == only
    assert municipality_at("skogdal.localhost") == other


def test_machines_are_answered_without_a_municipality(client):
    assert client.get("/health", headers={"host": "elsewhere.example"}).status_code == 200


# ── What everyone reads ──────────────────────────────────────────────────────


@pytest.mark.parametrize("name", PUBLIC)
def test_everyone_reads_the_public_pages(client, municipality, name, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        assert page(client, name).status_code == 200


def test_own_texts_are_shown_and_say_their_language(client, municipality):
    Municipality.objects.update(about={"nn": "Vi bur **her**."})

    answer = page(client, "about")

    assert '<div class="prose" lang="nn"><p>Vi bur <strong>her</strong>.</p>' in answer.text


@pytest.mark.parametrize("name", ["privacy", "contact"])
def test_one_press_writes_to_whoever_looks_after_privacy(client, municipality, name):
    contact = "Ada <b>\nada@fjordvik.example"
    Municipality.objects.update(data_protection_contact=contact, contact=contact)

    text = page(client, name).text

    assert '<a href="mailto:ada@fjordvik.example">ada@fjordvik.example</a>' in text
    assert "Ada &lt;b&gt;" in text


def test_the_age_of_consent_is_that_of_the_country(client):
    MunicipalityFactory(country="DK")

    assert "From 15 years old you may consent alone." in page(client, "privacy").text


# ── The first run ────────────────────────────────────────────────────────────


def test_the_first_run_needs_its_key(client):
    assert "./samskap first-run" in page(client, "first_run").text
    assert client.get(reverse("municipalities:first_run") + "?token=x").status_code == 403


def test_the_first_run_opens_the_municipality(client):
    form = client.get(first_run.first_run_path())
    assert form.status_code == 200

    answer = send(
        client,
        "first_run",
        {
            "token": first_run.new_token(),
            "name": "Bodø kommune",
            "country": "NO",
            "host": "testserver",
            "administrator": "ada@bodo.example",
        },
    )

    assert (answer.status_code, answer["Location"]) == (302, "http://testserver/")
    assert page(client, "about").status_code == 200
    assert client.get(first_run.first_run_path()).status_code == 409


# ── Setting up ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", SETTING_UP)
def test_administrators_set_up_and_nobody_else(client, administrator, resident, name):
    answer = page(client, name)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("people:sign_in"))

    client.force_login(resident)
    assert page(client, name).status_code == 403

    client.force_login(administrator)
    assert page(client, name).status_code == 200


def test_the_overview_says_what_is_set_up_and_not_what_the_module_promises(client, administrator):
    client.force_login(administrator)

    overview = page(client, "settings")

    said = {each["title"]: each["text"] for each in overview.context["pages"]}
    assert said["Topics"] == "What people find initiatives by."
    assert "My desk" not in said


PAGES_OF_OTHERS = ["people", "initiatives", "imports", "conversations", "privacy", "organisations"]


@pytest.mark.parametrize("module", PAGES_OF_OTHERS)
def test_a_page_of_settings_leads_back_to_all_of_them(client, administrator, module):
    client.force_login(administrator)

    _before, trail = client.get(reverse(f"{module}:settings")).text.split('class="breadcrumbs"')
    trail = trail.split("</nav>")[0]

    assert f'<li><a href="{reverse("municipalities:settings")}">' in trail


def test_a_new_municipality_sees_its_first_steps_until_it_is_ready(client, administrator):
    Municipality.objects.update(is_set_up=False)
    client.force_login(administrator)
    assert "Name the data protection officer." in page(client, "settings").text

    send(client, "ready", {})

    assert "Name the data protection officer." not in page(client, "settings").text


def test_the_profile_is_saved(client, municipality, administrator):
    client.force_login(administrator)
    facts = {"name": "Bodø kommune", "short_name": "Bodø", "code": "1804"}

    assert send(client, "profile", facts).status_code == 302
    municipality.refresh_from_db()
    assert (municipality.name, municipality.code) == ("Bodø kommune", "1804")


def test_the_look_is_tried_first_and_then_saved(client, municipality, administrator):
    client.force_login(administrator)
    faint = {"colour": "#ffee00", "accent_colour": "#000000"}

    tried = send(client, "look", {**faint, "only_look": "yes"})
    assert "1.2 to 1: too faint. The pages use a darker shade" in tried.text
    municipality.refresh_from_db()
    assert municipality.colour == "#0b4f5c"

    send(client, "look", faint)
    municipality.refresh_from_db()
    assert municipality.colours == {"main": "#ffee00", "accent": "#000000"}


def test_a_coat_of_arms_is_made_anew_and_taken_away(client, municipality, administrator):
    client.force_login(administrator)
    drawn = io.BytesIO()
    Image.new("RGB", (20, 20), "red").save(drawn, "PNG", pnginfo=None)
    drawn.seek(0)
    drawn.name = "arms.png"
    colours = {"colour": "#0b4f5c", "accent_colour": "#c8451f"}

    send(client, "look", {**colours, "coat_of_arms": drawn})
    municipality.refresh_from_db()
    assert municipality.coat_of_arms.name.startswith("arms/")
    assert "arms.png" not in municipality.coat_of_arms.name

    send(client, "look", {**colours, "takes_arms_away": "on"})
    municipality.refresh_from_db()
    assert not municipality.coat_of_arms


def test_no_program_is_taken_for_a_coat_of_arms(client, municipality, administrator):
    client.force_login(administrator)
    program = io.BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")
    program.name = "arms.svg"

    answer = send(
        client,
        "look",
        {"colour": "#0b4f5c", "accent_colour": "#c8451f", "coat_of_arms": program},
    )

    assert answer.status_code == 200
    municipality.refresh_from_db()
    assert not municipality.coat_of_arms


def test_texts_are_kept_by_language_and_empty_ones_go(client, municipality, administrator):
    Municipality.objects.update(languages=["nb", "nn"], welcome={"nb": "Hei"})
    client.force_login(administrator)

    send(client, "texts", {"welcome_nb": " ", "welcome_nn": "Velkomen hit"})

    municipality.refresh_from_db()
    assert municipality.welcome == {"nn": "Velkomen hit"}


def test_languages_and_promises_are_saved(client, municipality, administrator):
    client.force_login(administrator)
    send(client, "languages", {"languages": ["nn", "en"], "default_language": "nn"})
    formula = {
        "parties": 2,
        "joint_decisions": 50,
        "joint_contributions": 30,
        "joint_implementation": 20,
        "fidelity": 50,
    }
    send(client, "promises", {"answer_days": 14, **formula, "answered": 75})

    municipality.refresh_from_db()
    assert municipality.languages == ["nn", "en"]
    assert (municipality.answer_days, municipality.ladder_strictness) == (14, {"answered": 0.75})


def test_a_looser_ladder_is_stopped_at_its_field(client, municipality, administrator):
    client.force_login(administrator)

    answer = send(client, "promises", {"answer_days": 14, "parties": 1})

    assert answer.status_code == 200
    assert answer.context["form"].errors["parties"] == [
        "Ensure this value is greater than or equal to 2."
    ]


def test_addresses_are_added_chosen_and_taken_away(client, municipality, administrator, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    client.force_login(administrator)

    added = client.post(reverse("municipalities:hosts"), {"host": "new.example"}, follow=True)
    assert "add new.example to SAMSKAP_HOSTS as well" in added.text

    host = HostName.objects.get(host="new.example")
    send(client, "make_primary", {}, pk=host.pk)
    old = HostName.objects.get(host="testserver")
    assert not old.is_primary
    send(client, "remove_host", {}, pk=host.pk)
    assert list(HostName.objects.values_list("host", "is_primary")) == [("testserver", True)]


def test_the_address_of_another_municipality_is_not_there(client, administrator):
    foreign = HostNameFactory(municipality=MunicipalityFactory())
    client.force_login(administrator)

    for name in ("make_primary", "remove_host"):
        assert send(client, name, {}, pk=foreign.pk).status_code == 404
    foreign.refresh_from_db()
    assert not foreign.is_primary


def test_a_faint_colour_is_shown_in_a_shade_that_is_read():
    faint, strong = readings("#ffee00", "#0b4f5c")

    assert (faint.is_enough, strong.is_enough) == (False, True)
    assert contrast(parse(faint.shown), parse("#ffffff")) >= 4.5
    assert strong.shown == strong.chosen
