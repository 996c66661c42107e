"""Webhooks: programs elsewhere hear at once what happened here, and that it is really us.

Words: a *hook* is an address that an administrator has registered, and what it wants to hear of; a
*delivery* is one message to it, tried until it is taken or given up; an *event* is something that
happened and that everybody may know; the *secret* is what the receiver checks our signature by.

Messages, headers and signatures follow Standard Webhooks, https://www.standardwebhooks.com/.
"""
