"""Addresses of deliberations."""

from django.urls import path

from samskap.deliberation.views import (
    cards,
    keeping,
    listing,
    maps,
    own,
    reading,
    stating,
    translating,
    voting,
)

app_name = "deliberation"
urlpatterns = [
    path("", listing.deliberations, name="list"),
    path("to/<slug:slug>/start/", keeping.start, name="start"),
    path("<int:pk>/", voting.vote, name="vote"),
    path("<int:pk>/vote/", voting.cast, name="cast"),
    path("<int:pk>/state/", stating.state, name="state"),
    path("<int:pk>/like/", stating.like, name="like"),
    path("<int:pk>/mine/", own.mine, name="mine"),
    path("<int:pk>/leave/", own.leave, name="leave"),
    path("<int:pk>/statements/", listing.statements, name="statements"),
    path("<int:pk>/edit/", keeping.edit, name="edit"),
    path("<int:pk>/keep/", keeping.keep, name="keep"),
    path("<int:pk>/keep/<slug:step>/", keeping.step, name="step"),
    path("<int:pk>/queue/", reading.queue, name="queue"),
    path("<int:pk>/card/", cards.card, name="card"),
    path("<int:pk>/card.pdf", cards.card_pdf, name="card_pdf"),
    path("<int:pk>/map/", maps.map_page, name="map"),
    path("<int:pk>/map.json", maps.map_file, name="map_file"),
    path("<int:pk>/map/polis.zip", maps.map_polis, name="map_polis"),
    path("<int:pk>/map/make/<int:number>/", maps.make, name="make"),
    path("<int:pk>/polis/", maps.polis_in, name="polis_in"),
    path("statements/<int:pk>/judge/", reading.judge, name="judge"),
    path("statements/<int:pk>/appeal/", own.appeal, name="appeal"),
    path("statements/<int:pk>/translate/", translating.translate, name="translate"),
]
