"""Addresses of people’s pages."""

from django.urls import path

from samskap.people.views import door, e_id, guardian, me, person, providers, roles, sessions

app_name = "people"
urlpatterns = [
    path("sign-in/", door.sign_in, name="sign_in"),
    path("sign-in/code/", door.code, name="code"),
    path("sign-in/another-code/", door.another_code, name="another_code"),
    path("e-id/<int:provider_id>/", e_id.there, name="e_id"),
    path("e-id/back/", e_id.back, name="e_id_back"),
    path("signed-out/<int:provider_id>/", e_id.signed_out, name="signed_out"),
    path("sign-out/", door.sign_out, name="sign_out"),
    path("welcome/", door.welcome, name="welcome"),
    path("me/", me.me, name="me"),
    path("me/name/", me.name, name="name"),
    path("me/profile/", me.profile, name="profile"),
    path("me/about/", me.about_me, name="about_me"),
    path("me/household/", me.household, name="household"),
    path("me/household/start/", me.start_household, name="start_household"),
    path("me/household/leave/", me.leave_household, name="leave_household"),
    path("me/consents/", me.consents, name="consents"),
    path("me/consents/give/", me.give_consent, name="give_consent"),
    path("me/consents/<int:consent_id>/withdraw/", me.withdraw_consent, name="withdraw_consent"),
    path("me/consents/guardian/", guardian.ask_guardian, name="ask_guardian"),
    path("guardian/<uuid:key>/", guardian.guardian, name="guardian"),
    path("me/e-mail/", me.address, name="address"),
    path("me/e-mail/code/", me.address_code, name="address_code"),
    path("me/sessions/", sessions.sessions, name="sessions"),
    path("me/sessions/end-others/", sessions.end_others, name="end_others"),
    path("me/sessions/<slug:key>/end/", sessions.end_session, name="end_session"),
    path("me/delete/", me.delete, name="delete"),
    path("me/e-id/<int:identity_id>/take-away/", e_id.take_away, name="take_away_e_id"),
    path("providers/", providers.providers, name="providers"),
    path("providers/<int:provider_id>/", providers.provider, name="provider"),
    path("providers/<int:provider_id>/new-key/", providers.renew_key, name="renew_key"),
    path("roles/", roles.roles, name="settings"),
    path("roles/<int:role_id>/end/", roles.end_role, name="end_role"),
    path("said-yes/<slug:purpose>/", roles.said_yes, name="said_yes"),
    path("<uuid:public_id>/", person.person, name="person"),
]
