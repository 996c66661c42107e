"""What the ledger tells the rest of Samskap."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.base.modules import Kind, MenuItem, Module

module = Module(
    key="ledger",
    title=_("Contributions"),
    promise=_("Whatever you give is written down, and you see what became of it."),
    tells=True,
    urls="samskap.ledger.urls",
    forgets=("samskap.ledger.actions.forget",),
    renamed=("samskap.ledger.names.make_anew",),
    own_pages=(MenuItem(title=_("What I have given"), route="ledger:mine", order=20),),
    kinds=(
        Kind(key="work", title=_("Work"), asks_for_an_answer=False),
        Kind(key="money", title=_("Money"), asks_for_an_answer=False),
        Kind(key="premises", title=_("Premises"), asks_for_an_answer=False),
        Kind(key="equipment", title=_("Equipment"), asks_for_an_answer=False),
        Kind(key="competence", title=_("Expert help"), asks_for_an_answer=False),
        Kind(key="decision", title=_("Decision"), asks_for_an_answer=False),
        Kind(key="decision_preparation", title=_("Preparation"), asks_for_an_answer=False),
        Kind(key="statement", title=pgettext_lazy("kind of contribution", "Statement")),
        Kind(
            key="vote",
            title=pgettext_lazy("kind of contribution", "Vote"),
            asks_for_an_answer=False,
        ),
        Kind(
            key="support",
            title=pgettext_lazy("kind of contribution", "Support"),
            asks_for_an_answer=False,
        ),
    ),
    personal="samskap.ledger.personal.held",
    forgets_giver=("samskap.ledger.unnaming.forget_giver",),
    awaits=("samskap.ledger.personal.awaited",),
    keeps="samskap.ledger.personal.keeps",
)
