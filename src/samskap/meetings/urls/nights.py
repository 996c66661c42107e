"""Addresses of nights."""

from django.urls import path

from samskap.meetings.views import nights as views

nights_urls = [
    path("<int:pk>/night/", views.night, name="night"),
    path("<int:pk>/night/stay/", views.stay, name="stay_night"),
    path("<int:pk>/night/leave/", views.leave, name="leave_night"),
    path("<int:pk>/night/watch/", views.watch, name="watch_night"),
    path("<int:pk>/night/stop/", views.stop_watching, name="stop_watching"),
    path("<int:pk>/night/keep/", views.keep, name="keep_night"),
    path("<int:pk>/night/confirm/", views.confirm, name="confirm_night"),
    path("<int:pk>/night/paper/", views.paper_stay, name="paper_stay"),
    path("<int:pk>/night/contacts/", views.contacts, name="night_contacts"),
    path("night/guardian/<uuid:key>/", views.guardian, name="guardian"),
    path("night/stays/<int:pk>/paper/", views.paper_leave, name="paper_leave"),
    path("night/hosts/<int:pk>/seen/", views.see_certificate, name="see_certificate"),
]
