"""What people fill in to give, ask, answer, write down and put together."""

from samskap.ideas.forms.answering import OFFERED_FATES, AnswerForm
from samskap.ideas.forms.asking import QuestionForm
from samskap.ideas.forms.giving import GiveForm, PaperForm
from samskap.ideas.forms.merging import (
    AnswerObjectionForm,
    ChooseForm,
    FindForm,
    MergeForm,
    ObjectForm,
    WhyForm,
)
from samskap.ideas.forms.on_paper import OldIdeasForm, OnPaperForm

__all__ = [
    "OFFERED_FATES",
    "AnswerForm",
    "AnswerObjectionForm",
    "ChooseForm",
    "FindForm",
    "GiveForm",
    "MergeForm",
    "ObjectForm",
    "OldIdeasForm",
    "OnPaperForm",
    "PaperForm",
    "QuestionForm",
    "WhyForm",
]
