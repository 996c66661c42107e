"""Addresses of committees, their charter, call and team."""

from django.urls import path

from samskap.committees.views import (
    call,
    charter,
    choosing,
    committee,
    listing,
    proposing,
    team,
)

before_committees = [
    path("", listing.list_committees, name="list"),
    path("propose/", proposing.propose, name="propose"),
    path("registrations/<int:pk>/", choosing.show_registration, name="registration"),
    path("registrations/<int:pk>/assess/", choosing.assess, name="assess"),
    path("registrations/<int:pk>/choose/", choosing.choose, name="choose"),
    path("registrations/<int:pk>/withdraw/", choosing.withdraw, name="withdraw"),
    path("members/<int:pk>/leave/", team.leave, name="leave"),
    path("members/<int:pk>/take-over/", team.take_over, name="take_over"),
    path("members/<int:pk>/lead/", team.let_lead, name="let_lead"),
    path("members/<int:pk>/declare/", team.declare_for, name="declare_for"),
]
of_committee = [
    path("<slug:slug>/", committee.show_committee, name="committee"),
    path("<slug:slug>/edit/", proposing.describe, name="describe"),
    path("<slug:slug>/step/", committee.take_step, name="step"),
    path("<slug:slug>/charter/", charter.show_charter, name="charters"),
    path("<slug:slug>/charter/write/", charter.write_charter, name="write_charter"),
    path("<slug:slug>/charter/<int:version>/", charter.show_charter, name="charter"),
    path("<slug:slug>/charter/<int:version>/adopt/", charter.adopt_charter, name="adopt_charter"),
    path("<slug:slug>/charter/<int:version>/read/", charter.read_charter, name="read_charter"),
    path("<slug:slug>/call/", call.open_call, name="call"),
    path("<slug:slug>/call/close/", call.close_call, name="close_call"),
    path("<slug:slug>/call/draw/", choosing.draw, name="draw"),
    path("<slug:slug>/register/", call.register, name="register"),
    path("<slug:slug>/register/for-others/", call.enter, name="enter"),
    path("<slug:slug>/registrations/", choosing.show_registrations, name="registrations"),
    path("<slug:slug>/team/", team.show_team, name="team"),
    path("<slug:slug>/team/add/", team.elect, name="elect"),
    path("<slug:slug>/declare/", team.declare_mine, name="declare"),
]
