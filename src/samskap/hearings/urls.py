"""Addresses of hearings."""

from django.urls import path

from samskap.hearings.views import answering, planning, reading, stating

app_name = "hearings"
urlpatterns = [
    path("", reading.hearings, name="list"),
    path("new/<slug:slug>/", planning.new, name="new"),
    path("papers/<int:pk>/", reading.paper, name="paper"),
    path("<slug:slug>/", reading.hearing, name="hearing"),
    path("<slug:slug>/keep/", planning.keep, name="keep"),
    path("<slug:slug>/state/", stating.state, name="state"),
    path("<slug:slug>/answers/", answering.answers, name="answers"),
    path("<slug:slug>/to-tell/", answering.to_tell, name="to_tell"),
    path("<slug:slug>/report/", reading.report, name="report"),
    path("<slug:slug>/<int:number>/", stating.statement, name="statement"),
    path("<slug:slug>/<int:number>/attachment/", stating.attachment, name="attachment"),
]
