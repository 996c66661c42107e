"""Addresses of privacy."""

from django.urls import path

from samskap.privacy.views import mine

app_name = "privacy"
urlpatterns = [
    path("mine/", mine.mine, name="mine"),
    path("mine/ask/", mine.ask, name="ask"),
    path("mine/<uuid:key>/", mine.archive, name="archive"),
]
