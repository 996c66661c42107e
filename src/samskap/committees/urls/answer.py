"""Addresses of what follows an answer, and of those who lead."""

from django.urls import path

from samskap.committees.views import answer, effects, leadership, meetings_held, recognition

before_committees = [
    path("leading/", leadership.leading, name="leading"),
    path("standing-meetings/", meetings_held.standing_meetings, name="standing_meetings"),
]
of_committee = [
    path("<slug:slug>/answer/", answer.answer, name="answer"),
    path("<slug:slug>/answer/<int:recommendation_id>/", answer.plan, name="plan"),
    path("<slug:slug>/effects/", effects.effects, name="effects"),
    path("<slug:slug>/certificate/", recognition.certificate, name="certificate"),
    path("<slug:slug>/certificate.pdf", recognition.certificate_pdf, name="certificate_pdf"),
]
