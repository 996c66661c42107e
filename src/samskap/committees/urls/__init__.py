"""Addresses of committees, one file for each noun; words of the house before those of people."""

from samskap.committees.urls import answer, committee

app_name = "committees"
urlpatterns = [
    *committee.before_committees,
    *answer.before_committees,
    *committee.of_committee,
    *answer.of_committee,
]
