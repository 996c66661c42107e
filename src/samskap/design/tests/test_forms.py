import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from samskap.design import samples
from samskap.design.forms import CountedTextarea, FoldedFields, TouchRadios
from samskap.design.tests.drawn import drawn, part_faults


class Asking(forms.Form):
    title = forms.CharField(label="Title", help_text="In a few words.")
    more = forms.CharField(label="More", required=False, widget=CountedTextarea(most=9))
    side = forms.ChoiceField(label="Side", choices=[("a", "A"), ("b", "B")], widget=TouchRadios)
    secret = forms.CharField(widget=forms.HiddenInput)


def test_a_field_has_its_label_help_and_error_tied_to_it():
    html = drawn("{{ form }}", form=Asking({"title": ""}))

    assert '<label class="field__label" for="id_title">Title</label>' in html
    assert '<p class="help" id="id_title_helptext">In a few words.</p>' in html
    assert '<div id="id_title_error"><p class="error">This field is required.</p></div>' in html
    field = html.split('<input type="text" name="title"')[1].split(">")[0]
    assert 'aria-describedby="id_title_helptext id_title_error"' in field
    assert 'aria-invalid="true"' in field


class Folding(FoldedFields, forms.Form):
    title = forms.CharField(label="Title")
    way = forms.ChoiceField(
        label="Way", choices=[("web", "Web"), ("paper", "Paper")], initial="web"
    )
    name = forms.CharField(label="Name", required=False, max_length=3)
    folded = ("way", "name")
    folded_says = "For somebody else"


@pytest.mark.parametrize(
    ("answers", "is_open"),
    [
        (None, False),
        ({"title": "", "way": "web", "name": ""}, False),
        ({"title": "A", "way": "ink", "name": ""}, True),
        ({"title": "A", "way": "web", "name": "Too long"}, True),
    ],
)
def test_what_is_folded_unfolds_when_it_was_used_or_is_wrong(answers, is_open):
    html = drawn("{{ form }}", form=Folding(answers))

    before, folded = html.split('<details class="folded"')
    assert part_faults(html) == []
    assert folded.startswith(" open") is is_open
    assert "For somebody else</summary>" in folded
    assert 'name="title"' in before
    assert 'name="way"' in folded
    assert 'name="name"' in folded


def test_only_what_is_optional_is_marked():
    html = drawn("{{ form }}", form=Asking())

    assert html.count("(optional)") == 1
    assert 'for="id_more">More <span class="optional">(optional)</span>' in html


def test_the_summary_links_to_each_field_and_says_what_is_hidden():
    html = drawn("{% error_summary form %}", form=Asking({"title": ""}))

    assert '<a href="#id_title">Title – This field is required.</a>' in html
    assert '<a href="#id_side_0">Side – This field is required.</a>' in html
    assert "secret" not in html
    assert "<li>This field is required.</li>" in html


def test_nothing_is_summed_up_before_anything_is_sent():
    assert drawn("{% error_summary form %}", form=Asking()) == ""


def test_radios_are_a_group_with_a_legend():
    html = drawn("{{ form }}", form=Asking({"side": "b"}))

    assert '<legend class="field__label">Side</legend>' in html
    assert html.count('<label class="choice" for="id_side_') == 2
    chosen = html.split('type="radio" name="side" value="b"')[1].split(">")[0]
    assert " checked" in chosen
    assert html.count(" checked") == 1


def test_a_whole_form_is_valid_and_carries_its_token():
    source = "{% ask form 'Give it' cancel_url='/back' %}<p>Last words</p>{% endask %}"
    html = drawn(source, form=samples.refused(), csrf_token="t" * 64)

    assert part_faults(html) == []
    assert html.startswith('<form class="form" method="post" enctype="multipart/form-data"')
    assert "csrfmiddlewaretoken" in html
    assert html.index("<p>Last words</p>") < html.index("Give it</button>")
    assert '<a class="form__cancel" href="/back">Cancel</a>' in html


def test_a_form_of_filters_asks_by_address():
    source = "{% ask form 'Find' method='get' %}{% endask %}"
    html = drawn(source, form=Asking(), csrf_token="t" * 64)

    assert 'method="get"' in html
    assert "csrfmiddlewaretoken" not in html


def test_a_border_is_a_text_area_with_its_surroundings_beside():
    html = drawn("{{ form.border.as_field_group }}", form=samples.asked())

    assert part_faults(html) == []
    assert 'data-draw="border"' in html
    assert "&quot;FeatureCollection&quot;" in html
    assert '<textarea name="empty-border"' in html


def test_what_people_wrote_comes_back_escaped():
    form = Asking({"title": '"><script>', "more": "</textarea><b>", "side": "a", "secret": "s"})
    html = drawn("{{ form }}", form=form)

    assert part_faults(html) == []
    assert "<b>" not in html
    assert '"><script>' not in html


def test_a_file_that_is_there_can_be_taken_away():
    class WithFile(forms.Form):
        photo = forms.FileField(required=False)

    there = SimpleUploadedFile("quay.jpg", b"x")
    there.url = "/files/quay.jpg"
    html = drawn("{{ form }}", form=WithFile(initial={"photo": there}))

    assert part_faults(html) == []
    assert '<a href="/files/quay.jpg">quay.jpg</a>' in html
    assert 'name="photo-clear"' in html


def test_a_form_drawn_twice_is_the_same():
    form = Asking()

    assert drawn("{{ form }}", form=form) == drawn("{{ form }}", form=form)
