"""Addresses of the pages of notices."""

from django.urls import path

from samskap.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.list_notices, name="list"),
    path("read/", views.read_all, name="read_all"),
    path("limits/", views.limits, name="limits"),
    path("<int:notice_id>/open/", views.open_notice, name="open"),
    path("no-more/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
