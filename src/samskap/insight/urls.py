"""Addresses of insight."""

from django.urls import path

from samskap.insight import trace_views, views

app_name = "insight"
urlpatterns = [
    path("", views.municipality, name="municipality"),
    path("ladder/", views.ladder, name="ladder"),
    path("objection/<int:pk>/answer/", views.answer_contest, name="answer_contest"),
    path("given/<uuid:public_id>/", trace_views.trace, name="trace"),
    path("<slug:slug>/", views.evidence, name="evidence"),
    path("<slug:slug>/flow/", trace_views.flow, name="flow"),
    path("<slug:slug>/flow.csv", trace_views.flow_csv, name="flow_csv"),
    path("<slug:slug>/object/", views.contest, name="contest"),
    path("<slug:slug>/document.json", views.document, name="document"),
    path("<slug:slug>/contributions.csv", views.contributions, name="contributions"),
    path("<slug:slug>/hours.csv", views.hours, name="hours"),
    path("<slug:slug>/index.csv", views.curve, name="curve"),
    path("<slug:slug>/dominance.json", views.dominance, name="dominance"),
    path("<slug:slug>/dominance.csv", views.dominance_csv, name="dominance_csv"),
]
