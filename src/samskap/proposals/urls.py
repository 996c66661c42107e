"""Addresses of proposals."""

from django.urls import path

from samskap.proposals.views import council, drafting, reading, rules, signing, stewarding

app_name = "proposals"
urlpatterns = [
    path("", reading.proposals, name="list"),
    path("new/", drafting.new, name="new"),
    path("settings/", rules.settings, name="settings"),
    path("<int:pk>/", reading.proposal, name="proposal"),
    path("<int:pk>/edit/", drafting.edit, name="edit"),
    path("<int:pk>/open/", drafting.open_for_signing, name="open"),
    path("<int:pk>/withdraw/", drafting.withdraw, name="withdraw"),
    path("<int:pk>/sign/", signing.sign, name="sign"),
    path("<int:pk>/take-back/", signing.take_back, name="take_back"),
    path("<int:pk>/submit/", signing.submit, name="submit"),
    path("<int:pk>/paper/", reading.paper, name="paper"),
    path("<int:pk>/letter/", reading.letter, name="letter"),
    path("<int:pk>/signatures/", stewarding.signatures, name="signatures"),
    path("<int:pk>/lists/", stewarding.lists, name="lists"),
    path("lists/<int:pk>/scan/", stewarding.scan, name="scan"),
    path("<int:pk>/council/", council.council, name="council"),
    path("<int:pk>/follow/", council.follow, name="follow"),
]
