"""What must survive: a server killed in the middle of work, and two hundred presses at once.

`instance` makes an instance with a database of its own and serves it as in production, `residents`
moves people in and signs them in, `browsers` are the people who post. The benchmarks use the same.
"""
