"""Deliberation: statements that everybody votes on, one at a time, and where people agree.

A *deliberation* belongs to an initiative and asks a *question*. Whoever takes part writes
*statements* of a few words, and says agree, disagree or pass to those of others. *Seeds* are the
statements it starts with. By rules agreed beforehand a statement *waits* until somebody has read
it, is *shown*, or is *set aside* with a reason. A *participant* is one person here, with or without
an account; a *vote* is what they said to one statement, and only they see it beside their name.
Whoever is *not counted* votes as before, but is left out of every figure, and that is said openly.
"""
