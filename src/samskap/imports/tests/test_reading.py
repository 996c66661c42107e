"""Tables are read as people save them."""

import pytest

from samskap.imports.errors import FileIsTooLarge, NotATable, TooManyColumns, TooManyRows
from samskap.imports.reading import MOST_ROWS, safe, table_in

TABLE = "Navn;Sted\nBåtlaget;Ålesund\nØya vel;Bodø\n"
READ = [(2, ["Båtlaget", "Ålesund"]), (3, ["Øya vel", "Bodø"])]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TABLE.encode(), "utf-8"),
        (TABLE.encode("utf-8-sig"), "utf-8"),
        (TABLE.encode("utf-16"), "utf-16"),
        (TABLE.encode("utf-16-le"), "utf-16-le"),
        (TABLE.encode("utf-16-be"), "utf-16-be"),
        (TABLE.encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_found_out(content, encoding):
    table = table_in(content)

    assert (table.encoding, table.rows) == (encoding, READ)


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_the_mark_between_columns_is_found_out(mark):
    text = f'Navn{mark}Om\n"Vik{mark} Aa"{mark}"sier ""hei"", du"\n'

    table = table_in(text.encode())

    assert table.delimiter == mark
    assert table.rows == [(2, [f"Vik{mark} Aa", 'sier "hei", du'])]


def test_excels_first_line_and_empty_rows_are_read_past():
    table = table_in(b"sep=;\r\nNavn;Sted\r\n;\r\nVik\r\n")

    assert (table.headings, table.rows) == (["Navn", "Sted"], [(3, ["Vik", ""])])


@pytest.mark.parametrize(
    "content", [b"", b"Navn;Sted\n", b"PK\x03\x04\x00\x00\x08\x00", b";;\n;;\n"]
)
def test_what_is_no_table_is_refused(content):
    with pytest.raises(NotATable):
        table_in(content)


def test_what_is_too_large_is_refused():
    with pytest.raises(TooManyRows):
        table_in(b"Navn\n" + b"Vik\n" * (MOST_ROWS + 1))
    with pytest.raises(TooManyColumns):
        table_in(";".join(["a"] * 61).encode() + b"\n1\n")
    with pytest.raises(FileIsTooLarge):
        table_in(b"a" * (5 * 1024 * 1024 + 1))


@pytest.mark.parametrize("cell", ["=1+1", "+47 12", "-3", "@here", "＝1"])
def test_a_formula_leaves_as_text_and_comes_back_as_it_was(cell):
    assert safe(cell) == f"'{cell}"
    assert table_in(f"Navn;Sted\n{safe(cell)};x\n".encode()).rows[0][1][0] == cell
