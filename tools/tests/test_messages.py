"""The catalogues are kept whole: what is said is found, what is wrong is named."""

import gettext
import shutil
from pathlib import Path

import polib
import pytest

from tools.catalogues.checking import check, disagreements, placeholders
from tools.catalogues.gathering import (
    Message,
    WrongMessage,
    messages_in_python,
    messages_in_template,
)
from tools.catalogues.keeping import borrow, catalogue_path, compile_catalogues, update
from tools.catalogues.languages import LANGUAGES

PYTHON = """
from django.utils.translation import gettext as _, gettext_lazy, ngettext_lazy, pgettext
from elsewhere import ngettext

a = _("Good day")
b = gettext_lazy("Good " "night")
c = ngettext_lazy("%(days)d day", "%(days)d days", "days")
d = pgettext("a person", "Chair")
e = ngettext("not", "ours", 1)
"""

TEMPLATE = """
{% load i18n %}<p title="{% translate 'A “title”' %}">{{ _("Shown") }}</p>
{% translate "Chair" context "furniture" %}
{% blocktranslate trimmed with name=person.name %}
  Hello
  {{ name }}, 5 % of you
{% endblocktranslate %}
{% blocktranslate count days=left %}One day{% plural %}{{ days }} days{% endblocktranslate %}
{% comment %}{% translate "Not said" %}{% endcomment %}
"""


@pytest.fixture
def module(tmp_path: Path) -> Path:
    folder = tmp_path / "rotas"
    (folder / "templates" / "rotas").mkdir(parents=True)
    (folder / "tests").mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "errors.py").write_text(PYTHON)
    (folder / "templates" / "rotas" / "rota.html").write_text(TEMPLATE)
    (folder / "tests" / "test_errors.py").write_text(PYTHON.replace("Good day", "Only a test"))
    return folder


def translate(module: Path, language: str, words: dict[str, str | tuple[str, str]]) -> None:
    path = catalogue_path(module, language)
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        told = words[entry.msgid]
        if entry.msgid_plural:
            entry.msgstr_plural = dict(enumerate(told))
        else:
            entry.msgstr = told
    catalogue.save(str(path))


WORDS = {
    "Good day": "God dag",
    "Good night": "God natt",
    "%(days)d day": ("Én dag", "%(days)d dagar"),
    "Chair": "Stol",
    "A “title”": "Ein «tittel»",
    "Shown": "Vist",
    "Hello %(name)s, 5 %% of you": "Hei, %(name)s, 5 %% av dykk",
    "One day": ("Éin dag", "%(days)s dagar"),
}


def whole(module: Path) -> None:
    update(module)
    for language in LANGUAGES:
        words = dict(WORDS)
        if language != "nn":
            words |= {
                "A “title”": "«Tittel»",
                "Hello %(name)s, 5 %% of you": "Hei, %(name)s, 5 %%",
            }
        translate(module, language, words)


def test_python_is_read_under_the_names_it_imports():
    assert [(m.context, m.text, m.plural) for m in messages_in_python(PYTHON)] == [
        ("", "Good day", ""),
        ("", "Good night", ""),
        ("", "%(days)d day", "%(days)d days"),
        ("a person", "Chair", ""),
    ]


def test_a_message_that_is_not_literal_is_refused_with_its_place():
    source = 'from django.utils.translation import gettext as _\nx = _(f"Hi {name}")\n'
    with pytest.raises(WrongMessage) as refusal:
        list(messages_in_python(source, name="views.py"))
    assert str(refusal.value) == (
        "views.py:2: a message must be one literal string, so that it can be gathered"
    )


def test_templates_are_read_as_django_reads_them():
    assert {(m.context, m.text, m.plural) for m in messages_in_template(TEMPLATE)} == {
        ("", "A “title”", ""),
        ("", "Shown", ""),
        ("furniture", "Chair", ""),
        ("", "Hello %(name)s, 5 %% of you", ""),
        ("", "One day", "%(days)s days"),
    }


def test_update_writes_every_language_and_is_quiet_the_second_time(module):
    update(module)
    paths = [catalogue_path(module, language) for language in ("nb", "nn", "da")]
    first = [path.read_bytes() for path in paths]
    assert [e.msgid for e in polib.pofile(str(paths[0]))] == sorted(
        ["Chair", "Chair", *(set(WORDS) - {"Chair"})]
    )
    update(module)
    assert [path.read_bytes() for path in paths] == first


def test_update_keeps_what_is_translated_and_drops_what_nobody_says(module):
    whole(module)
    (module / "errors.py").write_text(PYTHON.replace("Good day", "Good morning"))
    update(module)
    told = {e.msgid: e.msgstr for e in polib.pofile(str(catalogue_path(module, "nn")))}
    assert told["Good night"] == "God natt"
    assert told["Good morning"] == ""
    assert "Good day" not in told


def test_a_whole_module_has_no_faults(module):
    whole(module)
    assert check(module) == []


def test_a_message_without_its_place_in_the_catalogue_is_named(module):
    whole(module)
    (module / "errors.py").write_text(PYTHON + 'f = _("New")\n')
    assert [fault.what for fault in check(module)] == ["“New” is missing"] * 3


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ("", "“Good day” is not translated"),
        ("Ikke bra", "“Good day” is not good nn: ikke in “Ikke bra”"),
        ("God dag, kunde", "“Good day” makes a resident into a customer: kunde"),
        (
            "God dag %(name)s",
            "“Good day” has other places to fill in than its translation: %(name)s",
        ),
        (
            "God dag {name}",
            "“Good day” has other places to fill in than its translation: {name}",
        ),
    ],
)
def test_a_bad_translation_is_named(module, told, what):
    whole(module)
    path = catalogue_path(module, "nn")
    catalogue = polib.pofile(str(path))
    catalogue.find("Good day").msgstr = told
    catalogue.save(str(path))
    assert [(fault.place, fault.what) for fault in check(module)] == [(path, what)]


def test_a_message_that_two_modules_say_differently_is_named_with_both(module, tmp_path):
    whole(module)
    other = shutil.copytree(module, tmp_path / "meetings")
    assert disagreements([module, other]) == []
    first, second = (catalogue_path(each, "nn") for each in (module, other))
    catalogue = polib.pofile(str(second))
    catalogue.find("Shown").msgstr = "Synt"
    catalogue.find("%(days)d day").msgstr_plural = {0: "Ein dag", 1: "%(days)d dagar"}
    catalogue.find("Chair", msgctxt="furniture").msgstr = ""  # told by check, not here
    catalogue.save(str(second))
    assert [(fault.place, fault.what) for fault in disagreements([module, other])] == [
        (
            second,
            "“%(days)d day” is “Ein dag / %(days)d dagar” here,"
            f" but “Én dag / %(days)d dagar” in {first}",
        ),
        (second, f"“Shown” is “Synt” here, but “Vist” in {first}"),
    ]


def test_the_same_words_in_two_contexts_may_be_said_differently(module):
    whole(module)
    path = catalogue_path(module, "nn")
    catalogue = polib.pofile(str(path))
    catalogue.find("Chair", msgctxt="a person").msgstr = "Leiar"
    catalogue.save(str(path))
    assert disagreements([module]) == []


def test_fuzzy_and_obsolete_messages_are_named(module):
    whole(module)
    path = catalogue_path(module, "da")
    catalogue = polib.pofile(str(path))
    catalogue.find("Shown").flags.append("fuzzy")
    catalogue.append(polib.POEntry(msgid="Old", msgstr="Gammel"))
    catalogue.append(polib.POEntry(msgid="Older", msgstr="Ældre", obsolete=True))
    catalogue.save(str(path))
    assert {fault.what for fault in check(module)} == {
        "“Shown” is marked fuzzy: read it, mend it, take the mark away",
        "“Old” is obsolete: nobody says it",
        "“Older” is obsolete: nobody says it",
    }


def test_the_singular_may_leave_its_number_out_but_the_plural_may_not(module):
    whole(module)
    path = catalogue_path(module, "nb")
    catalogue = polib.pofile(str(path))
    catalogue.find("%(days)d day").msgstr_plural = {0: "Én dag", 1: "Mange dager"}
    catalogue.save(str(path))
    assert [fault.what for fault in check(module)] == [
        "“%(days)d day” has other places to fill in than its translation: %(days)d"
    ]


def test_compiled_catalogues_speak(module):
    whole(module)
    assert compile_catalogues(module) == 3
    with catalogue_path(module, "nn").with_suffix(".mo").open("rb") as compiled:
        spoken = gettext.GNUTranslations(compiled)
    assert spoken.gettext("Good day") == "God dag"
    assert spoken.ngettext("%(days)d day", "%(days)d days", 3) == "%(days)d dagar"
    assert compile_catalogues(module) == 0


def test_borrowed_messages_are_wanted_only_in_their_language(module, tmp_path):
    whole(module)
    other = polib.POFile()
    other.append(polib.POEntry(msgid="Sign in", msgstr="Logg inn"))
    other.save(str(tmp_path / "nb.po"))
    borrow(module, "nn", [tmp_path / "nb.po"])
    assert [(f.place, f.what) for f in check(module)] == [
        (catalogue_path(module, "nn"), "“Sign in” is missing")
    ]


def test_places_to_fill_are_found_in_both_ways_of_writing():
    assert placeholders("%(name)s has {count} of 5 %% – %s") == {"%(name)s", "{count}", "%s"}


def test_the_same_words_in_two_contexts_are_two_messages():
    assert Message("Chair", "a person") != Message("Chair", "furniture")
