"""How the list of topics says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotYourTopics(Refusal):
    """The list of topics is kept by the municipality’s facilitators."""

    code = "initiatives.not_your_topics"
    text = _("Facilitators and administrators keep the list of topics. Tell them what is missing.")
    status = 403


class TopicExists(Refusal):
    """The list has this topic."""

    code = "initiatives.topic_exists"
    text = _("“%(name)s” is on the list already.")
