"""Addresses of joint texts."""

from django.urls import path

from samskap.drafting.views import (
    answers,
    comparing,
    deciding,
    items,
    keeping,
    proposing,
    reading,
    starting,
    writing,
)

app_name = "drafting"
urlpatterns = [
    path("of/<slug:slug>/start/", starting.start, name="start"),
    path("<int:pk>/", reading.document, name="document"),
    path("<int:pk>/add/", proposing.add, name="add"),
    path("<int:pk>/keep/", keeping.keep, name="keep"),
    path("paragraphs/<int:pk>/", reading.paragraph, name="paragraph"),
    path("paragraphs/<int:pk>/propose/", proposing.propose, name="propose"),
    path("paragraphs/<int:pk>/write/", writing.write, name="write"),
    path("paragraphs/<int:pk>/place/", writing.place, name="place"),
    path("paragraphs/<int:pk>/remove/", writing.remove, name="remove"),
    path("changes/<int:pk>/", reading.change, name="change"),
    path("changes/<int:pk>/decide/", deciding.decide, name="decide"),
    path("changes/<int:pk>/put/", deciding.put, name="put"),
    path("changes/<int:pk>/withdraw/", proposing.withdraw, name="withdraw"),
    path("plan/<int:pk>/", items.plan, name="plan"),
    path("plan/<int:pk>/answers/", answers.answers, name="answers"),
    path("plan/<int:pk>/compare/", comparing.compare, name="compare"),
    path("plan/<int:pk>/plan.pdf", comparing.pdf, name="pdf"),
    path("item/<int:pk>/", items.item, name="item"),
    path("item/of/<int:pk>/", items.edit_item, name="edit_item"),
]
