"""Addresses of the pages about places."""

from django.urls import path

from samskap.places.views import areas, files, imports, setting_up

app_name = "places"
urlpatterns = [
    path("", areas.areas, name="list"),
    path("borders.geojson", files.borders, name="borders"),
    path("settings/", setting_up.overview, name="settings"),
    path("add/", setting_up.add, name="add"),
    path("import/borders/", imports.borders, name="import_borders"),
    path("import/population/", imports.population, name="import_population"),
    path("<slug:slug>/", areas.area, name="area"),
    path("<slug:slug>/border.geojson", files.border, name="border"),
    path("<slug:slug>/population.csv", files.population, name="population"),
    path("<slug:slug>/edit/", setting_up.edit, name="edit"),
    path("<slug:slug>/draw/", setting_up.draw, name="draw"),
]
