"""Reading joint texts."""

from samskap.drafting.queries.texts import Placed, document_at, documents_of, text_now, whole_text

__all__ = ["Placed", "document_at", "documents_of", "text_now", "whole_text"]
