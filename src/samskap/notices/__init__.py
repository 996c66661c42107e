"""Notices: telling people what happened to what they care about, within the limits they set."""
