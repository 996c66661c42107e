"""Addresses of a committee’s work, up to delivery."""

from django.urls import path

from samskap.committees.views import (
    fast_tracks,
    groups,
    motions,
    pilots,
    recommendations,
    work,
)

before_committees = [
    path("hours/", work.my_hours, name="my_hours"),
    path("recommendation/<int:pk>/", recommendations.recommendation, name="recommendation"),
    path(
        "recommendation/<int:pk>/rewrite/", recommendations.rewrite, name="rewrite_recommendation"
    ),
    path(
        "recommendation/<int:pk>/ask/", recommendations.ask_about, name="ask_about_recommendation"
    ),
    path("motion/<int:pk>/", motions.motion, name="motion"),
    path("motion/<int:pk>/vote/", motions.vote, name="vote"),
    path("motion/<int:pk>/note/", motions.write_note, name="write_note"),
    path("motion/<int:pk>/paper/", motions.paper_votes, name="paper_votes"),
    path("motion/<int:pk>/close/", motions.close_motion, name="close_motion"),
    path("alarm/<int:pk>/", work.alarm, name="alarm"),
    path("fast-track/<int:pk>/", fast_tracks.fast_track, name="fast_track"),
    path("fast-track/<int:pk>/accept/", fast_tracks.accept, name="accept_fast_track"),
    path("fast-track/<int:pk>/refuse/", fast_tracks.refuse, name="refuse_fast_track"),
    path("fast-track/<int:pk>/start/", fast_tracks.start, name="start_fast_track"),
    path("pilot/<int:pk>/", pilots.pilot, name="pilot"),
    path("pilot/<int:pk>/stop/", pilots.stop, name="stop_pilot"),
    path("pilot/<int:pk>/result/", pilots.result, name="pilot_result"),
    path("pilot/<int:pk>/ask/", pilots.ask_about, name="ask_about_pilot"),
    path("group/<int:pk>/", groups.group_page, name="group"),
    path("group/<int:pk>/end/", groups.end, name="end_group"),
]
of_committee = [
    path("<slug:slug>/recommendations/", recommendations.recommendations, name="recommendations"),
    path(
        "<slug:slug>/recommendations/propose/",
        recommendations.propose,
        name="propose_recommendation",
    ),
    path("<slug:slug>/deliver/", recommendations.deliver, name="deliver"),
    path("<slug:slug>/work/", work.work, name="work"),
    path("<slug:slug>/work/ask/", motions.ask_in_words, name="ask_in_words"),
    path("<slug:slug>/work/hours/", work.write_hours, name="write_hours"),
    path("<slug:slug>/work/fast-track/", fast_tracks.mark, name="mark_as_good"),
    path("<slug:slug>/work/pilot/", pilots.begin, name="begin_pilot"),
    path("<slug:slug>/work/group/", groups.make, name="make_group"),
    path("<slug:slug>/work/dialogue/", groups.dialogue, name="write_dialogue"),
    path("<slug:slug>/work/material/", groups.material, name="write_material"),
]
