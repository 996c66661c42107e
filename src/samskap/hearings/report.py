"""The report of a hearing as a paper: who was asked, who answered, each statement and answer."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samskap.base.pdf import Paper
from samskap.hearings import cards
from samskap.hearings.models import Hearing, HearingStatement
from samskap.hearings.queries.hearings import progress_of
from samskap.hearings.queries.statements import recipients_of, statements_of


def report_name(hearing: Hearing) -> str:
    """What the file is called."""
    return f"{_('Hearing report')} {hearing.title}"


def as_pdf(hearing: Hearing) -> bytes:
    """Write the report; what is withheld stands in it with its number and its law alone."""
    municipality = hearing.municipality.name
    paper = Paper(title=report_name(hearing), language=get_language() or "en", author=municipality)
    paper.add(_("Hearing report"), "H1")
    paper.add(hearing.title, "lead")
    paper.add(f"{municipality}. {cards.progress_in_words(progress_of(hearing))}.", "soft")
    for label, value in cards.day_facts(hearing):
        paper.add(f"{label}: {value}")
    if hearing.summary:
        paper.add(_("What the hearing showed"), "H2")
        paper.add(hearing.summary)
    if hearing.young_secured or hearing.others_secured:
        paper.add(_("How people were secured a part"), "H2")
        for words in filter(None, [hearing.young_secured, hearing.others_secured]):
            paper.add(words)
    _add_asked(paper, hearing)
    paper.add(_("Statements and answers"), "H2")
    for statement in statements_of(hearing).order_by("number").iterator(chunk_size=500):
        _add_statement(paper, statement)
    return paper.written()


def _add_asked(paper: Paper, hearing: Hearing) -> None:
    """Write who was asked, how and when, and whether they answered."""
    paper.add(_("Who was asked"), "H2")
    for line in cards.asked_lines(recipients_of(hearing)):
        when = cards.day_in_words(line["invited_on"]) if line["invited_on"] else ""
        said = ngettext("%(n)d statement", "%(n)d statements", line["said"]) % {"n": line["said"]}
        answered = said if line["said"] else _("no statement")
        many = f" ({line['people']})" if line["people"] > 1 else ""
        paper.add(", ".join(filter(None, [f"{line['name']}{many}", line["way"], when, answered])))


def _add_statement(paper: Paper, statement: HearingStatement) -> None:
    """Write one statement with its assessment and what became of it."""
    card = cards.statement_card(statement)
    who = card["author"]["name"] if card["author"] else ""
    head = [card["title"], who, cards.day_in_words(statement.received_on), card["note"]]
    paper.add(" · ".join(filter(None, head)), "soft")
    paper.add(statement.readable or _("Withheld by law; it is counted and answered."))
    answer = statement.answer
    if answer is None:
        paper.add(_("Without an answer"))
        return
    paper.add(f"{answer.get_status_display()}: {answer.text}")
    if answer.changes:
        paper.add(_("Changed: %(changes)s") % {"changes": answer.changes})
