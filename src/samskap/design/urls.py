"""Addresses of the design’s own pages."""

from django.urls import path

from samskap.design import views

app_name = "design"
urlpatterns = [
    path("", views.living_page, name="living_page"),
    path("licences/", views.licences, name="licences"),
    path("theme/<slug:main>-<slug:accent>.css", views.theme, name="theme"),
    path("scheme/", views.scheme, name="scheme"),
]
