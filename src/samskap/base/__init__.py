"""The ground floor: what every other floor stands on.

Refusals (how the house says no), memory (what happened), the list of modules (who is at home), the
queue and mail (what is done later), and what keeps a web server safe: headers, limits on how often,
pictures and texts made harmless, pages that are paged and kept.

Words: a *refusal* is a rule saying no to a person; a *fault* is our mistake; a *job* is a task that
waits to be done; a *slot* is one moment at which the clock starts a task.
"""
