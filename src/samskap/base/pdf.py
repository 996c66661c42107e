"""A short PDF that everybody can read: tagged, in a named language, with its typeface inside.

ReportLab draws; the tags are written here, as it has none. They say what is a heading and what a
paragraph, in which order, so that a screen reader can tell (ISO 32000-1, 14.7 and 14.8).
"""

from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(__file__).parent / "fonts"
REGULAR, BOLD = "Inter", "Inter-Bold"
INK, SOFT, RULE = HexColor("#16242b"), HexColor("#4a5a63"), HexColor("#0b4f5c")
MARGIN = 25 * mm
WIDTH, HEIGHT = A4
STYLES = {  # font, size, space before and colour, by what it is
    "H1": (BOLD, 26, 0, RULE),
    "H2": (BOLD, 14, 22, RULE),
    "P": (REGULAR, 11.5, 6, INK),
    "lead": (BOLD, 18, 14, INK),
    "soft": (REGULAR, 9.5, 14, SOFT),
    "sign": (REGULAR, 9.5, 70, SOFT),  # below a line on which somebody writes their name
}
LEADING = 1.4


@cache
def typeface() -> None:
    """Read the typeface once."""
    pdfmetrics.registerFont(TTFont(REGULAR, FONTS / "Inter-Regular.ttf"))
    pdfmetrics.registerFont(TTFont(BOLD, FONTS / "Inter-Bold.ttf"))


@dataclass
class Element:
    """One element of the structure: its tag, its own language, the pieces it is made of."""

    tag: str
    lang: str = ""  # where it is not that of the document
    pieces: list[tuple[int, int]] = field(default_factory=list)  # page, number on the page


class Paper:
    """A document that is written from its top to its end."""

    def __init__(self, *, title: str, language: str, author: str) -> None:
        typeface()
        self.language = language
        self.file = BytesIO()
        self.canvas = Canvas(self.file, pagesize=A4, lang=language, initialFontName=REGULAR)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setCreator("Samskap")
        self.canvas.setSubject(title)
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self.elements: list[Element] = []
        self.marked = [0]  # how many pieces each page has
        self.top = HEIGHT - MARGIN
        self.line(WIDTH - MARGIN, thick=3)
        self.top -= 24

    def add(self, text: str, style: str = "P", lang: str = "") -> None:
        """Write a heading or a paragraph; a long one goes on on the next page.

        lang   of the words, where it is not that of the document (WCAG 3.1.2)
        """
        font, size, before, colour = STYLES[style]
        tag = style if style in ("H1", "H2") else "P"
        element = Element(tag, lang="" if lang == self.language else lang)
        self.elements.append(element)
        self.top -= before
        if style == "sign":
            if self.top < MARGIN + 2 * size:
                self.turn_page()
                self.top -= before
            self.line(WIDTH / 2, thick=0.7)
        for paragraph in text.splitlines() or [""]:
            for line in simpleSplit(paragraph, font, size, WIDTH - 2 * MARGIN):
                if self.top < MARGIN + size:
                    self.turn_page()
                self.top -= size * LEADING
                page, number = len(self.marked) - 1, self.marked[-1]
                element.pieces.append((page, number))
                self.marked[-1] += 1
                self.canvas._code.append(f"/{element.tag} <</MCID {number}>> BDC")
                self.canvas.setFillColor(colour)
                self.canvas.setFont(font, size)
                self.canvas.drawString(MARGIN, self.top, line)
                self.canvas._code.append("EMC")

    def line(self, until: float, *, thick: float) -> None:
        """Draw a line, which tells nothing and is read by nobody."""
        self.canvas._code.append("/Artifact BMC")
        self.canvas.setStrokeColor(RULE)
        self.canvas.setLineWidth(thick)
        self.canvas.line(MARGIN, self.top, until, self.top)
        self.canvas._code.append("EMC")

    def turn_page(self) -> None:
        """Go on at the top of a new page."""
        self.canvas.showPage()
        self.marked.append(0)
        self.top = HEIGHT - MARGIN

    def written(self) -> bytes:
        """Return the whole document."""
        self.canvas.showPage()
        self.tag()
        self.canvas.save()
        return self.file.getvalue()

    def tag(self) -> None:
        """Write the tree of elements, and from each piece of a page the way back to its element."""
        document = self.canvas._doc
        pages = document.Pages.pages
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root_at = document.Reference(root)
        whole = PDFDictionary(
            {"Type": PDFName("StructElem"), "S": PDFName("Document"), "P": root_at}
        )
        whole_at = document.Reference(whole)
        back: list[list[Any]] = [[None] * count for count in self.marked]
        children = []
        for element in self.elements:
            row = PDFDictionary(
                {"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": whole_at}
            )
            if element.lang:
                row["Lang"] = PDFString(element.lang)
            row_at = document.Reference(row)
            row["K"] = PDFArray(
                [
                    PDFDictionary(
                        {"Type": PDFName("MCR"), "Pg": document.Reference(pages[page]), "MCID": n}
                    )
                    for page, n in element.pieces
                ]
            )
            for page, n in element.pieces:
                back[page][n] = row_at
            children.append(row_at)
        whole["K"] = PDFArray(children)
        root["K"] = PDFArray([whole_at])
        numbers = [part for page, rows in enumerate(back) for part in (page, PDFArray(rows))]
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        root["ParentTreeNextKey"] = len(back)
        for number, page in enumerate(pages):
            page.__Defaults__ = page.__Defaults__ | {
                "StructParents": number,
                "Tabs": PDFName("S"),
            }
        document.Catalog.StructTreeRoot = root_at
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        document.Catalog.Lang = PDFString(self.language)
