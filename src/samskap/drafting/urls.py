"""Addresses of joint texts."""

from django.urls import path

from samskap.drafting import urls_items
from samskap.drafting.views import deciding, keeping, proposing, reading, starting, writing

app_name = "drafting"
urlpatterns = [
    path("of/<slug:slug>/start/", starting.start, name="start"),
    path("<int:pk>/", reading.document, name="document"),
    path("<int:pk>/add/", proposing.add, name="add"),
    path("<int:pk>/keep/", keeping.keep, name="keep"),
    path("paragraphs/<int:pk>/", reading.paragraph, name="paragraph"),
    path("paragraphs/<int:pk>/propose/", proposing.propose, name="propose"),
    path("paragraphs/<int:pk>/write/", writing.write, name="write"),
    path("paragraphs/<int:pk>/place/", writing.place, name="place"),
    path("paragraphs/<int:pk>/remove/", writing.remove, name="remove"),
    path("changes/<int:pk>/", reading.change, name="change"),
    path("changes/<int:pk>/decide/", deciding.decide, name="decide"),
    path("changes/<int:pk>/put/", deciding.put, name="put"),
    path("changes/<int:pk>/withdraw/", proposing.withdraw, name="withdraw"),
    *urls_items.urlpatterns,
]
