"""The page of the table, what is said there with a form, and what one press does."""

from samskap.negotiations.views.table.page import table

__all__ = ["table"]
