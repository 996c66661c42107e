"""Addresses of the pages of notices."""

from django.urls import path

from samskap.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.list_notices, name="list"),
    path("read/", views.read_all, name="read_all"),
    path("since/", views.since, name="since"),
    path("since/seen/", views.caught_up, name="caught_up"),
    path("limits/", views.limits, name="limits"),
    path("limits/phone/", views.phone, name="phone"),
    path("limits/phone/code/", views.phone_code, name="phone_code"),
    path("limits/phone/forget/", views.forget_phone, name="forget_phone"),
    path("<int:notice_id>/open/", views.open_notice, name="open"),
    path("no-more/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
