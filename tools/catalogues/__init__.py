"""Catalogues of messages: gathered, kept and checked; `tools/messages.py` is their command line."""
