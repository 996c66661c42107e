"""Root addresses: the front page, then every module under its key."""

from django.urls import include, path
from django.views.i18n import set_language

from samskap.base import files, views
from samskap.base.modules import all_modules, announced
from samskap.config.views import outbox

urlpatterns = [
    *(path("", front, name="front") for front in announced("front")),
    path("health", views.health, name="health"),
    path("metrics", views.metrics, name="metrics"),
    path("language/", set_language, name="set_language"),
    path("demo/mail", outbox, name="outbox"),  # only on a demo
    path("design/", include("samskap.design.urls")),
    *(path(f"{module.key}/", include(module.urls)) for module in all_modules() if module.urls),
    path("files/<path:path>", files.file, name="file"),
]
