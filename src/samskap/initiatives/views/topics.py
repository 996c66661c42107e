"""The list of topics, kept by those who look after it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.design.asking import posted
from samskap.initiatives.actions.topics import add_topic
from samskap.initiatives.errors.topics import NotYourTopics
from samskap.initiatives.forms.frames import TopicForm
from samskap.initiatives.models import Topic
from samskap.initiatives.permissions.initiative import may_keep_topics
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def keep_topics(request: SignedInRequest) -> HttpResponse:
    """Show the topics, and add one."""
    if not may_keep_topics(request.user, request.municipality):
        raise NotYourTopics
    form = TopicForm(posted(request), municipality=request.municipality)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        add_topic(municipality=request.municipality, by=request.user, names=form.cleaned_data)
        messages.success(request, _("The topic is on the list."))
        return redirect("initiatives:settings")
    page = {"topics": list(Topic.objects.of(request.municipality)), "form": form}
    return render(request, "initiatives/topics.html", page)
