"""Addresses of webhooks."""

from django.urls import path

from samskap.webhooks import views

app_name = "webhooks"
urlpatterns = [
    path("settings/", views.settings, name="settings"),
    path("settings/<uuid:public_id>/", views.hook, name="hook"),
    path("settings/<uuid:public_id>/try/", views.try_out, name="try_out"),
    path("settings/<uuid:public_id>/secret/", views.renew, name="renew"),
    path("settings/<uuid:public_id>/switch/", views.switch, name="switch"),
    path("settings/<uuid:public_id>/take-away/", views.take_away, name="take_away"),
    path("settings/messages/<uuid:public_id>/again/", views.send_again, name="send_again"),
]
