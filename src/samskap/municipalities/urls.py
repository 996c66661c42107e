"""Addresses of the municipality’s own pages."""

from django.urls import path

from samskap.municipalities.views import public, setting_up

app_name = "municipalities"
urlpatterns = [
    path("about/", public.about, name="about"),
    path("contact/", public.contact, name="contact"),
    path("privacy/", public.privacy, name="privacy"),
    path("accessibility/", public.accessibility, name="accessibility"),
    path("first-run/", public.first_run, name="first_run"),
    path("settings/", setting_up.overview, name="settings"),
    path("settings/ready/", setting_up.ready, name="ready"),
    path("settings/profile/", setting_up.profile, name="profile"),
    path("settings/look/", setting_up.look, name="look"),
    path("settings/look/contrast/", setting_up.contrast, name="contrast"),
    path("settings/texts/", setting_up.texts, name="texts"),
    path("settings/languages/", setting_up.languages, name="languages"),
    path("settings/promises/", setting_up.promises, name="promises"),
    path("settings/hosts/", setting_up.hosts, name="hosts"),
    path("settings/hosts/<int:pk>/remove/", setting_up.remove_host, name="remove_host"),
    path("settings/hosts/<int:pk>/primary/", setting_up.make_primary, name="make_primary"),
]
