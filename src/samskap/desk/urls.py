"""Addresses of the desk."""

from django.urls import path

from samskap.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("answers/", views.answers, name="answers"),
    path("answers/write/", views.answer, name="answer"),
    path("answers/later/", views.put_off, name="put_off"),
    path("answers/hand-over/", views.hand_over, name="hand_over"),
    path("wordings/", views.wordings, name="wordings"),
    path("wordings/new/", views.new_wording, name="new_wording"),
    path("wordings/<int:pk>/", views.wording, name="wording"),
    path("wordings/<int:pk>/throw-away/", views.throw_wording_away, name="throw_wording_away"),
    path("settings/", views.settings, name="settings"),
]
