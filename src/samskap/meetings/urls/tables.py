"""Addresses of tables, their notes, and how an event was run."""

from django.urls import path

from samskap.meetings.views import tables as views

tables_urls = [
    path("<int:pk>/tables/", views.tables, name="tables"),
    path("<int:pk>/tables/put-up/", views.put_up, name="put_up_tables"),
    path("<int:pk>/run/", views.running, name="running"),
    path("table/<uuid:key>/", views.table, name="table"),
    path("tables/<int:pk>/", views.keep_table, name="keep_table"),
    path("notes/<int:pk>/", views.settle, name="settle_note"),
]
