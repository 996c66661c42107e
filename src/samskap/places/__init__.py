"""Places: areas, their borders through the years, and how many people live there.

An *area* is the municipality as a place, or a part of it; smaller ones lie in larger ones. A
*border* holds from one day until another, because municipalities merge and villages grow; it is
imported, or drawn by hand where no file has it. A *count* is how many people of a sex and age lived
in an area on one day, and names its *source*. A *rehearsal* shows what an import would change, and
changes nothing.
"""
