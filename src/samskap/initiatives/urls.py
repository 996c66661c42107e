"""Addresses of initiatives. What stands still comes before the names that people choose."""

from django.urls import path

from samskap.initiatives.views import (
    agreements,
    commitments,
    decisions,
    editing,
    formal,
    frames,
    initiative,
    invitations,
    listing,
    merging,
    partnership,
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
    # Partners, agreements, decisions, formal decisions, commitments
    path("<slug:slug>/partners/", partnership.show_partners, name="partners"),
    path("<slug:slug>/partners/ask/", partnership.ask_partner, name="ask_partner"),
    path("<slug:slug>/partners/join/", partnership.join, name="join"),
    path("<slug:slug>/partners/<int:partner_id>/let-in/", partnership.let_in, name="let_in"),
    path("<slug:slug>/partners/<int:partner_id>/decline/", partnership.decline, name="decline"),
    path("<slug:slug>/partners/<int:partner_id>/leave/", partnership.leave, name="leave"),
    path("<slug:slug>/agreement/", agreements.show_agreement, name="agreement"),
    path("<slug:slug>/agreement/new/", agreements.write_agreement, name="write_agreement"),
    path("<slug:slug>/agreement/<int:version>/", agreements.show_version, name="agreement_version"),
    path(
        "<slug:slug>/agreement/<int:version>/sign/",
        agreements.sign_agreement,
        name="sign_agreement",
    ),
    path(
        "<slug:slug>/agreement/<int:version>/end/", agreements.end_agreement, name="end_agreement"
    ),
    path("<slug:slug>/decisions/", decisions.show_decisions, name="decisions"),
    path("<slug:slug>/decisions/new/", decisions.open_decision, name="open_decision"),
    path("<slug:slug>/decisions/by-one-side/", decisions.decide_alone, name="decide_alone"),
    path("<slug:slug>/decisions/<int:decision_id>/", decisions.show_decision, name="decision"),
    path("<slug:slug>/decisions/<int:decision_id>/voice/", decisions.give_voice, name="give_voice"),
    path(
        "<slug:slug>/decisions/<int:decision_id>/close/",
        decisions.close_decision,
        name="close_decision",
    ),
    path(
        "<slug:slug>/decisions/<int:decision_id>/take-back/",
        decisions.withdraw_decision,
        name="withdraw_decision",
    ),
    path("<slug:slug>/elected/", formal.show_formal_decisions, name="formal"),
    path("<slug:slug>/elected/new/", formal.lay_before, name="lay"),
    path(
        "<slug:slug>/elected/<int:formal_id>/", formal.show_formal_decision, name="formal_decision"
    ),
    path(
        "<slug:slug>/elected/answer/<int:recommendation_id>/",
        formal.answer_recommendation,
        name="answer_recommendation",
    ),
    path("<slug:slug>/promises/", commitments.show_commitments, name="commitments"),
    path("<slug:slug>/promises/new/", commitments.offer_commitment, name="offer_commitment"),
    path(
        "<slug:slug>/promises/<int:commitment_id>/accept/",
        commitments.accept_commitment,
        name="accept_commitment",
    ),
    path(
        "<slug:slug>/promises/<int:commitment_id>/done/",
        commitments.keep_commitment,
        name="keep_commitment",
    ),
    path(
        "<slug:slug>/promises/<int:commitment_id>/release/",
        commitments.release_commitment,
        name="release_commitment",
    ),
    path("<slug:slug>/give/", commitments.give, name="give"),
    path("<slug:slug>/give/for-others/", commitments.give_for_others, name="give_for_others"),
]
