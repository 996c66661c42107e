"""Imports: files that staff bring in, of people, organisations, old ideas and what else is taken.

A *file* is read into *lines*. Each *column* of it is *mapped* to something that a module takes. A
*rehearsal* goes through every line and writes nothing; then it is *taken in*, and can be *undone*.
The *fate* of a line says what became of it. People are only ever *invited*.
"""
