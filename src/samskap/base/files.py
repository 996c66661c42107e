"""Files that people sent in: handed out only where the module that keeps them says yes."""

from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from samskap.base.modules import announced

# What `uploads` writes, and nothing else: no browser can take one of these for a page.
KINDS = {".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}
LONGEST = 200  # characters of a name; a disk refuses far longer ones with a fault
AN_HOUR = 3600  # seconds


@require_safe
def file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Hand out a file that whoever asks may see here; anything else is not there.

    A name is random and its content never changes, so a browser that has it need not load it again;
    nothing between may keep it.
    """
    kind = KINDS.get(PurePosixPath(path).suffix)
    if kind is None or len(path) > LONGEST or "\x00" in path:
        raise Http404
    if not any(shows(request, path) for shows in announced("files")):
        raise Http404
    tag = f'"{path}"'
    response: HttpResponseBase
    if request.headers.get("If-None-Match") == tag:
        response = HttpResponseNotModified()
    else:
        try:
            response = FileResponse(default_storage.open(path), content_type=kind)
        except (FileNotFoundError, SuspiciousFileOperation) as problem:
            raise Http404 from problem
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = f"private, max-age={AN_HOUR}"
    return response
