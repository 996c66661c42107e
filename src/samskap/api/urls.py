"""Addresses of the API: its page and its document, then the operations of every module."""

from django.urls import URLPattern, include, path

from samskap.api import views
from samskap.api.door import door
from samskap.api.open_data import open_data

app_name = "api"
operations = [
    URLPattern(each.pattern, door(each.callback), name=each.name)
    for each in open_data.urls[0]
    if isinstance(each, URLPattern) and each.name != "api-root"
]
version_1 = [
    path("", views.home, name="version"),
    path("docs", views.docs, name="docs"),
    path("openapi.json", door(views.openapi), name="openapi"),
    *operations,
    path("<path:rest>", door(views.elsewhere)),
]
urlpatterns = [
    path("", views.home, name="home"),
    path("v1/", include(version_1)),
]
