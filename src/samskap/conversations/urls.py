"""Addresses of conversations."""

from django.urls import path

from samskap.conversations.views import comments, keeping, log, moderation, threads

app_name = "conversations"
urlpatterns = [
    path("on/<slug:kind>/<int:key>/", threads.thread, name="thread"),
    path("on/<slug:kind>/<int:key>/keep/", keeping.keep, name="keep"),
    path("on/<slug:kind>/<int:key>/paper/", threads.paper, name="paper"),
    path("comment/<int:pk>/", comments.comment, name="comment"),
    path("comment/<int:pk>/edit/", comments.edit, name="edit"),
    path("comment/<int:pk>/remove/", comments.remove, name="remove"),
    path("comment/<int:pk>/pin/", keeping.pin, name="pin"),
    path("comment/<int:pk>/unpin/", keeping.unpin, name="unpin"),
    path("comment/<int:pk>/report/", moderation.report, name="report"),
    path("comment/<int:pk>/judge/", moderation.judge, name="judge"),
    path("comment/<int:pk>/appeal/", moderation.appeal, name="appeal"),
    path("appeal/<int:pk>/", moderation.decide, name="decide"),
    path("moderation/", moderation.waiting, name="moderation"),
    path("comment/<int:pk>/let-in/", moderation.let_in, name="let_in"),
    path("alike/", moderation.campaigns, name="campaigns"),
    path("settings/", keeping.rules, name="settings"),
    path("log/", log.show_log, name="log"),
]
