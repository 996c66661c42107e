"""Addresses of rotas."""

from django.urls import path

from samskap.rotas.urls.planning import planning_urls
from samskap.rotas.views import duties, keeping, moving, reading, rota, settling, swapping, taking

app_name = "rotas"
urlpatterns = [
    *planning_urls,
    path("", reading.to_take, name="to_take"),
    path("mine/", reading.mine, name="mine"),
    path("to-confirm/", settling.to_confirm, name="to_confirm"),
    path("open/<slug:slug>/", keeping.open_rota, name="open"),
    path("at/<slug:slug>/", rota.rota, name="rota"),
    path("at/<slug:slug>/figures.csv", reading.figures, name="figures"),
    path("at/<slug:slug>/edit/", keeping.edit, name="edit"),
    path("at/<slug:slug>/set-up/", keeping.set_up, name="set_up"),
    path("at/<slug:slug>/add/", keeping.add_shifts, name="add_shifts"),
    path("at/<slug:slug>/new-idea/", keeping.new_idea, name="new_idea"),
    path("at/<slug:slug>/close/", keeping.close, name="close"),
    path("at/<slug:slug>/reopen/", keeping.reopen, name="reopen"),
    path("duty/<int:pk>/", duties.duty, name="duty"),
    path("clearance/<int:pk>/end/", keeping.end_clearance, name="end_clearance"),
    path("series/<int:pk>/end/", keeping.end_series, name="end_series"),
    path("shift/<int:pk>/", reading.shift, name="shift"),
    path("shift/<int:pk>/move/", moving.move, name="move"),
    path("shift/<int:pk>/call-off/", keeping.call_off, name="call_off"),
    path("shift/<int:pk>/confirm/", settling.these_were_there, name="these_were_there"),
    path("need/<int:pk>/take/", taking.take, name="take"),
    path("need/<int:pk>/take-more/", taking.take_more, name="take_more"),
    path("need/<int:pk>/take-series/", taking.take_series, name="take_series"),
    path("need/<int:pk>/line/", taking.stand_in_line, name="stand_in_line"),
    path("need/<int:pk>/leave-line/", taking.leave_line, name="leave_line"),
    path("need/<int:pk>/enter/", taking.enter, name="enter"),
    path("turn/<int:pk>/hand-back/", taking.hand_back, name="hand_back"),
    path("turn/<int:pk>/check-in/", settling.check_in, name="check_in"),
    path("turn/<int:pk>/was-there/", settling.was_there, name="was_there"),
    path("turn/<int:pk>/hours/", settling.other_hours, name="other_hours"),
    path("turn/<int:pk>/correct/", settling.correct, name="correct"),
    path("turn/<int:pk>/was-not-there/", settling.was_not_there, name="was_not_there"),
    path("turn/<int:pk>/swap/", swapping.ask, name="ask_swap"),
    path("swap/<int:pk>/accept/", swapping.accept, name="accept_swap"),
    path("swap/<int:pk>/decline/", swapping.decline, name="decline_swap"),
    path("swap/<int:pk>/withdraw/", swapping.withdraw, name="withdraw_swap"),
]
