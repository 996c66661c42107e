"""Addresses of meetings."""

from django.urls import path

from samskap.meetings.urls.around import around_urls
from samskap.meetings.urls.coming import coming_urls
from samskap.meetings.urls.kiosk import kiosk_urls
from samskap.meetings.urls.nights import nights_urls
from samskap.meetings.urls.tables import tables_urls
from samskap.meetings.views import calendar
from samskap.meetings.views import events as views

app_name = "meetings"
urlpatterns = [
    *coming_urls,
    *around_urls,
    *kiosk_urls,
    *nights_urls,
    *tables_urls,
    path("", calendar.events, name="list"),
    path("events.ics", calendar.feed, name="feed"),
    path("to/<slug:slug>/announce/", views.announce, name="announce"),
    path("<int:pk>/", views.event, name="event"),
    path("<int:pk>/event.ics", views.calendar, name="calendar"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/call-off/", views.call_off, name="call_off"),
    path("<int:pk>/how-it-was/", views.how_it_was, name="how_it_was"),
    path("<int:pk>/idea/", views.idea, name="idea"),
]
