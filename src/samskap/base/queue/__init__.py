"""The queue: what is done later, at least once, by a worker.

All code speaks the `django-tasks` interface: `@task()` and `.enqueue(…)`, inside the transaction
that the job belongs to. Two engines stand behind it and keep the same promises, tried by one test:
a table of our own on SQLite, procrastinate on PostgreSQL.

Words: a *task* is a function, a *job* one call of it that waits, an *attempt* one try at a job, a
*lease* how long a worker that has fallen silent keeps its jobs.
"""
