"""Addresses of ideas."""

from django.urls import path

from samskap.ideas import views

app_name = "ideas"
urlpatterns = [
    path("to/<slug:slug>/", views.ideas_of, name="of"),
    path("to/<slug:slug>/give/", views.give, name="give"),
    path("to/<slug:slug>/paper/", views.paper, name="paper"),
    path("to/<slug:slug>/ask/", views.ask, name="ask"),
    path("question/<int:pk>/", views.question, name="question"),
    path("question/<int:pk>/answer/", views.give_answer, name="give_answer"),
    path("<int:pk>/", views.idea, name="idea"),
    path("<int:pk>/support/", views.support, name="support"),
    path("<int:pk>/stop-supporting/", views.stop_supporting, name="stop_supporting"),
    path("<int:pk>/answer/", views.answer, name="answer"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:pk>/on-paper/", views.on_paper, name="on_paper"),
    path("on-paper/<int:pk>/take-off/", views.take_off, name="take_off"),
    path("on-paper/<int:pk>/count-once/", views.count_once, name="count_once"),
    path("on-paper/<int:pk>/tell-apart/", views.tell_apart, name="tell_apart"),
    path("<int:pk>/merge/", views.merge, name="merge"),
    path("merges/<int:pk>/undo/", views.undo_merge, name="undo_merge"),
    path("merges/<int:pk>/object/", views.object_to, name="object_to"),
    path("objections/<int:pk>/answer/", views.answer_objection, name="answer_objection"),
]
