"""Days, of which none should end while a test lasts."""

from datetime import datetime, time, timedelta

LATE = timedelta(seconds=30)
"""How late in the evening a test no longer begins: few last longer."""


def wait_until_tomorrow(now: datetime) -> float:
    """For how many seconds a test that is about to begin waits for midnight; mostly for none.

    What is planned for today and looked at a moment later must still be of today.
    """
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    left = midnight - now
    return left.total_seconds() if left < LATE else 0
