from io import BytesIO

import pytest
from pypdf import PdfReader

from samskap.base.pdf import Paper


def test_its_typeface_is_inside_and_everything_is_tagged():
    paper = Paper(title="Tittel", language="nb", author="Åkøbing")
    paper.add("Overskrift", "H1")
    paper.add("Én setning. " * 900)
    paper.add("Mindre", "soft")

    reader = PdfReader(BytesIO(paper.written()))

    assert len(reader.pages) > 1
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "+Inter-" in font.get_object()["/BaseFont"]  # a subset, carried along
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    tree = root["/StructTreeRoot"]
    document = tree["/K"][0].get_object()
    elements = [child.get_object() for child in document["/K"]]
    assert [element["/S"] for element in elements] == ["/H1", "/P", "/P"]
    numbers = tree["/ParentTree"]["/Nums"]
    for at, page in enumerate(reader.pages):
        assert page["/StructParents"] == numbers[2 * at] == at
        drawn = page.get_contents().get_data().decode("latin-1")
        pieces = numbers[2 * at + 1]
        assert drawn.count("BDC") == drawn.count("Tj") == len(pieces)  # no text without a tag
        assert drawn.count("BDC") + drawn.count("BMC") == drawn.count("EMC")
        mine = [
            piece["/MCID"]
            for element in elements
            for piece in element["/K"]
            if piece["/Pg"].get_object() == page
        ]
        assert mine == list(range(len(pieces)))


@pytest.mark.parametrize("sentences", range(150, 190, 4))
def test_there_is_always_room_to_sign_above_the_words(sentences):
    paper = Paper(title="Tittel", language="nb", author="Åkøbing")
    paper.add("Én setning til. " * sentences)
    paper.add("Underskrift", "sign")

    last = PdfReader(BytesIO(paper.written())).pages[-1]

    drawn = last.get_contents().get_data().decode("latin-1")
    line = float(drawn.rpartition(" l S")[0].split()[-1])
    words = float(drawn.rpartition(" Tm")[0].split()[-1])
    assert 70 < words < line  # points from the lower edge of the paper
