"""Addresses of the API: its page and its document, then the operations of every module."""

from django.urls import URLPattern, include, path

from samskap.api.door import door
from samskap.api.open_data import open_data
from samskap.api.views import docs, giving, setting_up

app_name = "api"
operations = [
    URLPattern(each.pattern, door(each.callback), name=each.name)
    for each in open_data.urls[0]
    if isinstance(each, URLPattern) and each.name != "api-root"
]
version_1 = [
    path("", docs.version, name="version"),
    path("docs", docs.docs, name="docs"),
    path("openapi.json", door(docs.openapi), name="openapi"),
    path("archive.zip", door(giving.archive), name="archive"),
    path("catalogue.ttl", door(giving.catalogue_as_turtle), name="catalogue_as_turtle"),
    path("catalogue.jsonld", door(giving.catalogue_as_json), name="catalogue_as_json"),
    *operations,
    path("<path:rest>", door(docs.elsewhere)),
]
urlpatterns = [
    path("", giving.home, name="home"),
    path("archive/ask/", giving.ask, name="ask"),
    path("settings/", setting_up.settings, name="settings"),
    path("v1/", include(version_1)),
]
