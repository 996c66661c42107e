"""What organisations tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Act, MenuItem, Module
from samskap.people.models import Level

module = Module(
    key="organisations",
    title=_("Organisations"),
    promise=_("See who acts together here, and who may speak for whom."),
    tells=True,
    urls="samskap.organisations.urls",
    sets_up=(
        _("Public units, council and committees"),
        _("Who belongs to them and may speak for them."),
    ),
    open_data="samskap.organisations.api.router",
    acts=(
        Act(
            key="organisations.register",
            title=_("Register an organisation"),
            least=Level.REACHABLE,
        ),
    ),
    menu=(MenuItem(title=_("Organisations"), route="organisations:list", order=40),),
    own_pages=(MenuItem(title=_("My organisations"), route="organisations:mine", order=30),),
    waiting=("samskap.organisations.views.waiting.requests_waiting",),
    forgets=("samskap.organisations.actions.forget",),
    tasks=("samskap.organisations.tasks.each_morning",),
    personal="samskap.organisations.personal.held",
    awaits=("samskap.organisations.personal.awaited",),
    keeps="samskap.organisations.personal.keeps",
    findable=("samskap.organisations.findable.ORGANISATION",),
    imports=("samskap.organisations.importing.organisations",),
)
