"""Addresses of lots."""

from django.urls import path

from samskap.lottery.views import drawing, entering, inviting, keeping, reading

app_name = "lottery"
urlpatterns = [
    path("", reading.lots, name="list"),
    path("mine/", reading.mine, name="mine"),
    path("to/<slug:slug>/start/", keeping.start, name="start"),
    path("<int:pk>/", reading.lot, name="lot"),
    path("<int:pk>/draw-<int:number>.json", reading.file, name="file"),
    path("<int:pk>/whole-<int:number>.json", drawing.whole_file, name="whole_file"),
    path("<int:pk>/enter/", entering.enter, name="enter"),
    path("<int:pk>/invited/", entering.answer, name="answer"),
    path("<int:pk>/write-down/", entering.write_down, name="write_down"),
    path("<int:pk>/keep/", keeping.keep, name="keep"),
    path("<int:pk>/keep/reopen/", keeping.reopen, name="reopen"),
    path("<int:pk>/keep/steward/", keeping.steward, name="steward"),
    path("<int:pk>/keep/<slug:step>/", keeping.step, name="step"),
    path("<int:pk>/targets/", keeping.targets, name="targets"),
    path("<int:pk>/seal/", drawing.commit, name="commit"),
    path("<int:pk>/numbers/", drawing.numbers, name="numbers"),
    path("<int:pk>/entrants/", keeping.entrants, name="entrants"),
    path("<int:pk>/list/", inviting.invitees, name="invitees"),
    path("<int:pk>/list/letters/", inviting.letters, name="letters"),
    path("entrants/<int:pk>/leave/", entering.leave, name="leave"),
]
