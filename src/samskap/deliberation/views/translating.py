"""Saying a statement in another language."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from samskap.deliberation.actions.translating import (
    ask_leave_to_translate,
    take_translation_away,
)
from samskap.deliberation.actions.translating import translate as translate_action
from samskap.deliberation.forms.translating import TranslationForm
from samskap.deliberation.models import Moderation, Statement
from samskap.deliberation.views.finding import chosen_in, the_statement
from samskap.design.asking import Asking, asked, posted
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person


@signed_in
def translate(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say a statement in another language, or correct how it is said there."""
    statement = the_statement(request, pk)
    keeps = ask_leave_to_translate(request.user, statement)
    texts = statement.texts.all()
    own = [each for each in texts if keeps or each.by_id == request.user.pk]
    waits = statement.deliberation.moderation == Moderation.BEFORE and not keeps
    form = TranslationForm(
        posted(request),
        statement=statement,
        chosen=chosen_in(request),
        may_take_away=keeps,
        stands={each.language: each.text for each in own},
        taken={each.language for each in texts} - {each.language for each in own},
    )
    return asked(
        request,
        about=statement.deliberation.question,
        form=form,
        asking=Asking(
            title=_("Translate a statement"),
            lead=statement.text,
            submit=_("Save the translation"),
            thanks=_("Thank you! Somebody reads it before others see it.")
            if waits
            else _("The translation stands beside the statement."),
        ),
        act=lambda said: write_down(statement, request.user, said),
        to=statement.get_absolute_url(),
    )


def write_down(statement: Statement, by: Person, said: dict[str, Any]) -> None:
    """Keep what somebody filled in: a translation, or that one goes."""
    if said.get("takes_away"):
        take_translation_away(statement=statement, language=said["language"], by=by)
    else:
        translate_action(statement=statement, language=said["language"], text=said["text"], by=by)
