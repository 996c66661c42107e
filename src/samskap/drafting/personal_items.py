"""What plans hold about one person: who made items, answered and reported, never who proposed."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import Held

held_items = (
    Held(
        model="drafting.Item",
        title=_("Items of plans that you made"),
        by=("made_by",),
        shows=("municipality", "document", "number", "title", "made_at"),
    ),
    Held(
        model="drafting.ItemSource",
        title=_("Proposals that you put into items of plans"),
        by=("by",),
        shows=("municipality", "item", "is_whole", "at"),
        reads=("item",),
    ),
    Held(
        model="drafting.ItemStep",
        title=_("What you said about items of plans"),
        by=("by",),
        shows=("municipality", "item", "what", "says", "link", "on", "at"),
        reads=("item",),
    ),
    Held(
        model="drafting.Money",
        title=_("What you wrote down about money for plans"),
        by=("by",),
        shows=("municipality", "document", "kroner", "says", "said_by", "said_on", "at"),
    ),
)
