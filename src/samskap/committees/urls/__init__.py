"""Addresses of committees, one file for each noun; words of the house before those of people."""

from samskap.committees.urls import answer, committee, work

app_name = "committees"
urlpatterns = [
    *committee.before_committees,
    *answer.before_committees,
    *work.before_committees,
    *committee.of_committee,
    *answer.of_committee,
    *work.of_committee,
]
