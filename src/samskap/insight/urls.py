"""Addresses of insight."""

from django.urls import path

from samskap.insight import views

app_name = "insight"
urlpatterns = [
    path("", views.municipality, name="municipality"),
    path("ladder/", views.ladder, name="ladder"),
    path("objection/<int:pk>/answer/", views.answer_contest, name="answer_contest"),
    path("<slug:slug>/", views.evidence, name="evidence"),
    path("<slug:slug>/object/", views.contest, name="contest"),
    path("<slug:slug>/document.json", views.document, name="document"),
    path("<slug:slug>/contributions.csv", views.contributions, name="contributions"),
    path("<slug:slug>/index.csv", views.curve, name="curve"),
]
