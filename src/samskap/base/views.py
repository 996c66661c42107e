"""Pages for machines: is the house well, and how busy is it."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest


def health(request: HttpRequest) -> JsonResponse:
    """Say whether the house and its database answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "well"})


def metrics(request: HttpRequest) -> HttpResponse:
    """Count what happens, for Prometheus."""
    return HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)
