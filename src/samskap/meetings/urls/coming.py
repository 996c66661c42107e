"""Addresses of coming to an event."""

from django.urls import path

from samskap.meetings.views import coming as views

coming_urls = [
    path("<int:pk>/come/", views.come, name="come"),
    path("<int:pk>/wait/", views.wait, name="wait"),
    path("<int:pk>/stay-away/", views.stay_away, name="stay_away"),
    path("<int:pk>/needs/", views.needs, name="needs"),
    path("<int:pk>/support/", views.support, name="support"),
]
