"""Addresses of negotiations."""

from django.urls import path

from samskap.negotiations.views import mapping, options, parties, promises, seats
from samskap.negotiations.views.table import table

app_name = "negotiations"
urlpatterns = [
    path("to/<slug:slug>/", table, name="table"),
    path("to/<slug:slug>/start/", mapping.start, name="start"),
    path("to/<slug:slug>/map/", mapping.show_map, name="map"),
    path("to/<slug:slug>/map/add/", mapping.add, name="add"),
    path("to/<slug:slug>/names/", seats.behind, name="behind"),
    path("to/<slug:slug>/reviews/", promises.reviews, name="reviews"),
    path("party/<int:pk>/", parties.party, name="party"),
    path("party/<int:pk>/leave/", seats.leave, name="leave"),
    path("option/<int:pk>/", options.option, name="option"),
    path("seat/<slug:key>/", seats.seat, name="seat"),
]
