"""Addresses of conversations."""

from django.urls import path

from samskap.conversations.views import comments, keeping, threads

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
]
