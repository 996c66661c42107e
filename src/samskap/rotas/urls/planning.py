"""Addresses of calendars, the planner’s week, lists for the wall and certificates."""

from django.urls import path

from samskap.rotas.views import calendars, planner, printing, suggestions

planning_urls = [
    path("calendars/", calendars.calendars, name="calendars"),
    path("calendars/open/", calendars.open_own, name="open_calendar"),
    path("calendars/<int:pk>/close/", calendars.close, name="close_calendar"),
    path("calendars/<str:key>.ics", calendars.feed, name="calendar"),
    path("at/<slug:slug>/calendar/", calendars.open_of_rota, name="open_rota_calendar"),
    path("at/<slug:slug>/plan/", planner.week, name="planner"),
    path("at/<slug:slug>/plan/offer/<int:pk>/", planner.offer, name="offer_turns"),
    path("at/<slug:slug>/plan/suggest/", planner.suggest, name="suggest_plan"),
    path("at/<slug:slug>/what-suits-me/", suggestions.what_suits, name="what_suits"),
    path("at/<slug:slug>/wall/", printing.wall, name="wall"),
    path("at/<slug:slug>/certificate/", printing.certificate, name="certificate"),
    path("at/<slug:slug>/certificate.pdf", printing.certificate_pdf, name="certificate_pdf"),
    path("plans/<int:pk>/", planner.plan, name="plan"),
    path("plans/<int:pk>/ask/", planner.ask, name="ask_helpers"),
    path("plans/<int:pk>/put-away/", planner.put_away, name="put_plan_away"),
    path("suggestions/", suggestions.suggested, name="suggested"),
    path("suggestions/<int:pk>/yes/", suggestions.accept, name="accept_suggestion"),
    path("suggestions/<int:pk>/no/", suggestions.decline, name="decline_suggestion"),
    path("suggestions/<int:pk>/take-out/", planner.take_out, name="take_out_suggestion"),
    path("suggestions/<int:pk>/somebody-else/", planner.instead, name="suggest_instead"),
]
