"""Municipalities: the tenants. One instance serves many, each by its own host name.

A *municipality* is an organisation and a local community with a name, a look and texts of its own.
A *host name* is an address at which it is found. A *preset* is what a country’s law and words give
every municipality there. The *administrator* is whoever sets a municipality up; the first one is
named on the *first run*, when an instance holds no municipality yet.
"""
