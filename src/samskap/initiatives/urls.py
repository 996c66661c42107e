"""Addresses of initiatives. What stands still comes before the names that people choose."""

from django.urls import path

from samskap.initiatives.views import (
    editing,
    frames,
    initiative,
    invitations,
    listing,
    merging,
    raising,
    scraps,
    states,
    topics,
)

app_name = "initiatives"
urlpatterns = [
    path("", listing.show_list, name="list"),
    path("map/", listing.show_map, name="map"),
    path("raise/", raising.raise_initiative, name="raise"),
    path("topics/", topics.keep_topics, name="topics"),
    path("<slug:slug>/", initiative.show_initiative, name="initiative"),
    path("<slug:slug>/history/", initiative.show_history, name="history"),
    path("<slug:slug>/edit/", editing.edit_initiative, name="edit"),
    path("<slug:slug>/lead/", editing.lead, name="lead"),
    path("<slug:slug>/with/", editing.rewrite_question, name="rewrite"),
    path("<slug:slug>/steps/", states.take_step, name="steps"),
    path("<slug:slug>/pause/", states.pause, name="pause"),
    path("<slug:slug>/resume/", states.resume, name="resume"),
    path("<slug:slug>/scrap/", states.scrap, name="scrap"),
    path("<slug:slug>/close/", states.close, name="close"),
    path("<slug:slug>/merge/", merging.merge, name="merge"),
    path("<slug:slug>/unmerge/", merging.undo_merge, name="unmerge"),
    path("<slug:slug>/frame/", frames.show_frame, name="frame"),
    path("<slug:slug>/frame/new/", frames.write_frame, name="write_frame"),
    path("<slug:slug>/frame/read/", frames.confirm_frame, name="confirm_frame"),
    path("<slug:slug>/makes-room/", scraps.show_scraps, name="scraps"),
    path("<slug:slug>/makes-room/<int:scrap_id>/", scraps.tell_stopped, name="stopped"),
    path("<slug:slug>/invite/", invitations.invite, name="invite"),
    path("<slug:slug>/invite/<int:invitation_id>/", invitations.answer, name="answer_invitation"),
]
