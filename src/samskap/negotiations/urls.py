"""Addresses of negotiations."""

from django.urls import path

from samskap.negotiations.views import mapping, promises, seats, table

app_name = "negotiations"
urlpatterns = [
    path("to/<slug:slug>/", table.table, name="table"),
    path("to/<slug:slug>/start/", mapping.start, name="start"),
    path("to/<slug:slug>/map/", mapping.show_map, name="map"),
    path("to/<slug:slug>/map/add/", mapping.add, name="add"),
    path("to/<slug:slug>/names/", seats.behind, name="behind"),
    path("to/<slug:slug>/reviews/", promises.reviews, name="reviews"),
    path("party/<int:pk>/", mapping.party, name="party"),
    path("party/<int:pk>/leave/", table.leave, name="leave"),
    path("option/<int:pk>/", table.option, name="option"),
    path("seat/<slug:key>/", seats.seat, name="seat"),
]
