"""What imports tell the rest of Samskap."""

from django.utils.translation import gettext_lazy as _

from samskap.base.modules import MenuItem, Module
from samskap.base.personal import Sensitive

module = Module(
    key="imports",
    title=_("Bring in files"),
    promise=_("Take in people, organisations and old ideas from a table, and undo it."),
    urls="samskap.imports.urls",
    own_pages=(
        MenuItem(
            title=_("Bring in files"),
            route="imports:settings",
            order=80,
            roles=frozenset({"administrator", "facilitator", "case_officer"}),
        ),
    ),
    imports=("samskap.imports.invitations.people",),
    forgets=("samskap.imports.actions.forgetting.forget",),
    personal="samskap.imports.personal.held",
    sensitive=(Sensitive(key="imports.file", title=_("A file with people that was brought in")),),
    keeps="samskap.imports.personal.keeps",
)
