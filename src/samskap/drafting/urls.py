"""Addresses of joint texts."""

from django.urls import path

from samskap.drafting.views import reading

app_name = "drafting"
urlpatterns = [
    path("<int:pk>/", reading.document, name="document"),
    path("paragraphs/<int:pk>/", reading.paragraph, name="paragraph"),
    path("changes/<int:pk>/", reading.change, name="change"),
]
