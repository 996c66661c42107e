"""The addresses of organisations."""

from django.urls import path

from samskap.organisations.views import mandates, membership, organisations

app_name = "organisations"
urlpatterns = [
    path("", organisations.show_list, name="list"),
    path("register/", organisations.register, name="register"),
    path("settings/", organisations.public_bodies, name="settings"),
    path("mine/", membership.mine, name="mine"),
    path("requests/<int:request_id>/accept/", membership.accept, name="accept"),
    path("requests/<int:request_id>/decline/", membership.decline, name="decline"),
    path("requests/<int:request_id>/take-back/", membership.take_back, name="take_back"),
    path("members/<int:membership_id>/mandate/", mandates.give_mandate, name="give_mandate"),
    path("members/<int:membership_id>/mandate/end/", mandates.end_mandate, name="end_mandate"),
    path(
        "members/<int:membership_id>/look-after/", membership.let_look_after, name="let_look_after"
    ),
    path("members/<int:membership_id>/end/", membership.end_membership, name="end_membership"),
    path("<slug:slug>/", organisations.show, name="organisation"),
    path("<slug:slug>/change/", organisations.change, name="change"),
    path("<slug:slug>/join/", membership.join, name="join"),
    path("<slug:slug>/members/", membership.members, name="members"),
]
