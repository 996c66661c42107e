"""Addresses of privacy."""

from django.urls import path

from samskap.privacy.views import givers, kept, mine, sights

app_name = "privacy"
urlpatterns = [
    path("mine/", mine.mine, name="mine"),
    path("mine/ask/", mine.ask, name="ask"),
    path("mine/looked/", sights.looked, name="looked"),
    path("mine/<uuid:key>/", mine.archive, name="archive"),
    path("kept/", kept.kept, name="kept"),
    path("settings/", kept.settings, name="settings"),
    path("settings/<str:key>/", kept.rule, name="rule"),
    path("sights/", sights.sights, name="sights"),
    path("givers/", givers.givers, name="givers"),
    path("givers/<uuid:public_id>/forget/", givers.forget, name="forget_giver"),
]
