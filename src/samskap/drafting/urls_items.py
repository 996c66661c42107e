"""Addresses of plans, their items, and what became of everything that was given to them."""

from django.urls import path

from samskap.drafting.views import answers, comparing, items

urlpatterns = [
    path("plan/<int:pk>/", items.plan, name="plan"),
    path("plan/<int:pk>/answers/", answers.answers, name="answers"),
    path("plan/<int:pk>/compare/", comparing.compare, name="compare"),
    path("plan/<int:pk>/plan.pdf", comparing.pdf, name="pdf"),
    path("item/<int:pk>/", items.item, name="item"),
    path("item/of/<int:pk>/", items.edit_item, name="edit_item"),
]
