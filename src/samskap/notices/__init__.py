"""Notices: telling people what happened to what they care about, within the limits they set.

notice   one thing told to one person in one municipality; always here, and by e-mail within limits
limits   when a person wants e-mail, and how many a week at most
"""
