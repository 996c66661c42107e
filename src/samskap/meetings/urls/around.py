"""Addresses of what is around a meeting: agenda, floor, who came, minutes."""

from django.urls import path

from samskap.meetings.views import agenda, attendance, floor, minutes

around_urls = [
    path("<int:pk>/agenda/", agenda.agenda, name="agenda"),
    path("<int:pk>/notice/", agenda.send_notice, name="send_notice"),
    path("item/<int:pk>/answer/", agenda.settle_item, name="settle_item"),
    path("item/<int:pk>/up/", agenda.move_item, name="move_item"),
    path("<int:pk>/floor/", floor.floor, name="floor"),
    path("<int:pk>/who-came/", attendance.attendance, name="attendance"),
    path("<int:pk>/cards/", attendance.cards, name="cards"),
    path("<int:pk>/minutes/", minutes.minutes, name="minutes"),
    path("<int:pk>/minutes/write/", minutes.write, name="write_minutes"),
    path("<int:pk>/minutes/send/", minutes.send, name="send_minutes"),
    path("<int:pk>/minutes/approve/", minutes.approve, name="approve_minutes"),
    path("<int:pk>/minutes/decision/", minutes.decision, name="write_decision"),
    path("<int:pk>/minutes/commitment/", minutes.commitment, name="write_commitment"),
    path("correction/<int:pk>/answer/", minutes.answer, name="answer_correction"),
]
