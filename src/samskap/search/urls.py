"""Addresses of search."""

from django.urls import path

from samskap.search import views

app_name = "search"
urlpatterns = [
    path("", views.search, name="search"),
    path("similar/", views.show_similar, name="similar"),
]
