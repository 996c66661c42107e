"""The invented municipality that the demo shows: Fjordvik, and a little of Åkøbing in Denmark.

Nobody and no place here is real. Everything is done by the same actions as on the pages, by people
who have leave to do it; only the clock is borrowed, so that months lie between the first dream and
what runs today.

- *scene*: the municipality with its people, organisations, areas and topics, by short keys
- *story*: one initiative, told step by step; a generator that yields the moment of its next steps
"""
