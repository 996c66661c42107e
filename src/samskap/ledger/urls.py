"""Addresses of the ledger."""

from django.urls import path

from samskap.ledger import views

app_name = "ledger"
urlpatterns = [
    path("mine/", views.mine, name="mine"),
    path("<uuid:public_id>/withdraw/", views.withdraw, name="withdraw"),
]
