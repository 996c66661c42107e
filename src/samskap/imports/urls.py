"""Addresses of imports."""

from django.urls import path

from samskap.imports.views import files, invited

app_name = "imports"
urlpatterns = [
    path("", files.overview, name="settings"),
    path("new/<slug:kind>/", files.bring, name="bring"),
    path("<int:pk>/", files.file, name="file"),
    path("<int:pk>/columns/", files.columns, name="columns"),
    path("<int:pk>/take/", files.take, name="take"),
    path("<int:pk>/undo/", files.undo, name="undo"),
    path("<int:pk>/let-go/", files.let_go, name="let_go"),
    path("<int:pk>/report.csv", files.report, name="report"),
    path("invited/<uuid:key>/", invited.invited, name="invited"),
]
