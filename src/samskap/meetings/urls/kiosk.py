"""Addresses of kiosks."""

from django.urls import path

from samskap.meetings.views import kiosk as views

kiosk_urls = [
    path("kiosk/", views.door, name="kiosk_door"),
    path("kiosk/<uuid:key>/", views.kiosk, name="kiosk"),
    path("kiosks/", views.kiosks, name="kiosks"),
    path("kiosks/<int:pk>/print/", views.print_kiosk, name="print_kiosk"),
    path("kiosks/<int:pk>/close/", views.close, name="close_kiosk"),
]
