"""Pages for machines: is the house well, and how busy is it."""

import ipaddress
import logging

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from samskap.base.metrics import QueueGauges, as_text
from samskap.base.queue.engine import engine

log = logging.getLogger(__name__)

LATE = 600  # seconds; a job that is due for longer means that no worker works


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Say whether the house is well: 200 where it can serve, 503 where its database is gone.

    A queue that stands still is told too, but is no reason to take the server away.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        queue = engine().state()
    except DatabaseError:
        log.exception("The database does not answer.")
        return JsonResponse({"status": "unwell", "database": "does not answer"}, status=503)
    is_late = queue.late_seconds > LATE
    return JsonResponse(
        {
            "status": "well",
            "database": "answers",
            "queue": {
                "status": "late" if is_late else "well",
                "waiting": queue.waiting,
                "given_up": queue.failed,
                "late_seconds": round(queue.late_seconds),
            },
        }
    )


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Give the numbers to Prometheus, and to nobody else."""
    if not _may_read_metrics(request):
        raise Http404
    queue = engine().state()
    gauges = QueueGauges(
        waiting=queue.waiting, given_up=queue.failed, late_seconds=queue.late_seconds
    )
    return HttpResponse(as_text(gauges), content_type=CONTENT_TYPE_LATEST)


def _may_read_metrics(request: HttpRequest) -> bool:
    """Say whether a reader knows the token; where there is none, whether it is this machine."""
    if settings.METRICS_TOKEN:
        given = request.headers.get("Authorization", "")
        return constant_time_compare(given, f"Bearer {settings.METRICS_TOKEN}")
    # Behind a proxy everyone comes from this machine, so that says nothing.
    if settings.SECURE_PROXY_SSL_HEADER or FORWARDED & set(request.headers):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


FORWARDED = {"Forwarded", "X-Forwarded-For", "X-Real-Ip", "Via"}
