"""What rotas tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Module

module = Module(
    key="rotas",
    title=_("Rotas"),
    promise=_("Share the work: see what is needed, and take a turn."),
    forgets=("samskap.rotas.actions.forgetting.forget",),
)
