"""Addresses of the bare pages."""

from django.urls import path

from benchmarks.bare import views

urlpatterns = [
    path("health", views.health),
    path("bare/", views.page),
    path("ideas/<int:idea>/support/", views.write),
]
