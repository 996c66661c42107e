"""Settings. What differs between machines comes from the environment; see .env.example."""

import os
from pathlib import Path

import dj_database_url
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parents[3]
DATA = Path(os.environ.get("SAMSKAP_DATA", ROOT / "data"))  # database, files, outbox


def yes(name: str, otherwise: str) -> bool:
    """Read a switch from the environment: “yes” is on, anything else is off."""
    return os.environ.get(name, otherwise) == "yes"


SECRET_KEY = os.environ.get("SAMSKAP_SECRET_KEY", "")
SECRET_KEY_FALLBACKS = os.environ.get("SAMSKAP_OLD_SECRET_KEYS", "").split()
DEBUG = yes("SAMSKAP_DEBUG", "no")
ALLOWED_HOSTS = os.environ.get("SAMSKAP_HOSTS", "localhost,.localhost,127.0.0.1").split(",")
IS_HTTPS = yes("SAMSKAP_HTTPS", "no")
PORT_IN_LINKS = os.environ.get("SAMSKAP_PORT_IN_LINKS", "")  # where it is neither 80 nor 443
IS_DEMO = yes("SAMSKAP_DEMO", "no")  # an invented municipality: anyone may read its outbox

# One database, chosen by its address. SQLite by default, PostgreSQL to grow.
DATABASE_URL = os.environ.get("DATABASE_URL", f"sqlite:///{DATA / 'samskap.sqlite3'}")
DATABASES = {"default": dj_database_url.parse(DATABASE_URL)}
IS_POSTGRESQL = DATABASES["default"]["ENGINE"].endswith("postgresql")
if IS_POSTGRESQL:
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # the pool keeps connections
    # Beside what the address asks for, such as ?host=/var/run/postgresql or ?sslmode=require.
    DATABASES["default"].setdefault("OPTIONS", {})
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8, "timeout": 30}
else:
    # A vote that got a thank-you must survive a power cut: full synchronous writes. IMMEDIATE,
    # because a transaction that turns from reading to writing fails at once where it is not.
    DATABASES["default"]["ENGINE"] = "samskap.base.sqlite"  # who waits to write soon looks again
    DATABASES["default"]["CONN_MAX_AGE"] = 600
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA mmap_size=268435456;"
            "PRAGMA journal_size_limit=67108864;PRAGMA cache_size=-65536;PRAGMA temp_store=MEMORY;"
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tasks",
    *(["procrastinate.contrib.django"] if IS_POSTGRESQL else []),  # the tables of its queue
    "allauth",
    "allauth.account",
    # The floors of Samskap, from the ground up. A new module goes in here and in .importlinter.
    "samskap.base",
    "samskap.design",
    "samskap.municipalities",
    "samskap.places",
    "samskap.people",
    "samskap.notices",
    "samskap.organisations",
    "samskap.ledger",
    "samskap.initiatives",
    "samskap.conversations",
    "samskap.ideas",
    "samskap.rotas",
    "samskap.meetings",
    "samskap.lottery",
    "samskap.drafting",
    "samskap.deliberation",
    "samskap.negotiations",
    "samskap.committees",
    "samskap.proposals",
    "samskap.hearings",
    "samskap.insight",
    "samskap.desk",
    "samskap.search",
    "samskap.privacy",
    "samskap.imports",
    "samskap.webhooks",
    "samskap.api",
    "samskap.config",
]
MIDDLEWARE = [
    "samskap.base.middleware.SafetyMiddleware",  # CSP and other headers, request log, metrics
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "samskap.municipalities.middleware.MunicipalityMiddleware",  # request.municipality
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "samskap.people.middleware.PersonMiddleware",  # request.user
    "samskap.people.middleware.LanguageMiddleware",  # the reader's language
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samskap.base.middleware.RefusalMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["samskap.base.templatetags.addresses"],  # a quicker {% url %}
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samskap.base.context.frame",  # menu, footer
                "samskap.municipalities.context.municipality",
                "samskap.people.context.person",
                "samskap.notices.context.unread",
            ],
        },
    }
]
FORM_RENDERER = "samskap.design.forms.HouseRenderer"
ROOT_URLCONF = "samskap.config.urls"
WSGI_APPLICATION = "samskap.config.wsgi.application"

# Who signs in, and how
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
SESSION_ENGINE = "samskap.people.sessions"
LOGIN_URL = "people:sign_in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # the code confirms the address
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900  # seconds
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True}  # nine digits, as 123-456-789
ACCOUNT_ADAPTER = "samskap.people.adapter.Adapter"
# Roles that need a second factor where a municipality has said nothing; in a demonstration, none
STRONG_ROLES = () if IS_DEMO else ("administrator", "data_protection_officer")
# yes: providers of e-ID are looked for on this machine, without HTTPS, and nowhere else
OIDC_LOOPBACK = yes("SAMSKAP_OIDC_LOOPBACK", "no")

# Safety
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
if IS_HTTPS:  # a browser takes such a name from this very host only, never from a neighbour’s
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    LANGUAGE_COOKIE_NAME = "__Host-language"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if yes("SAMSKAP_PROXY", "no") else None
)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
RATES = {  # most times within so many seconds, for one person or address
    "sign_in": (10, 3600),  # codes to one e-mail address, asked for from one place
    "sign_in_from_one_place": (100, 3600),  # a library, or a meeting where all share one line
    "mail_to_one_address": (30, 3600),  # codes, wherever they are asked for
    "code_tried": (5, 900),  # guesses at one code
    "post": (60, 600),
    "comment": (12, 600),
    "vote": (300, 600),  # one a statement, and some changed
    "voters_from_one_place": (2000, 3600),  # without an account; far fewer are counted
    "notes_at_one_table": (120, 600),  # eight people who write down what they mean
    "notes_from_one_place": (2000, 600),  # a workshop, where all tables share one line
    "letters": (20, 3600),  # to addresses that a person writes
    "letters_to_one_address": (3, 86_400),
    "open_data": (3000, 600),  # questions to the API
    "papers": (120, 600),  # PDFs, which are set anew each time
    "archive": (20, 3600),  # fetching everything, or asking for it anew
    "own_archive": (5, 86_400),  # asking for everything about oneself
}
RATES_ARE_KEPT = yes("SAMSKAP_RATES", "yes")

WEBHOOKS_STAY_HERE = False  # tests alone let them go to this machine, and without encryption

# Files
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "samskap.base.static_files.StaticFiles"},
}
MEDIA_URL = "/files/"
MEDIA_ROOT = Path(os.environ.get("SAMSKAP_FILES", DATA / "files"))

# Memory that may be lost: one shared by all processes, one in each of them. The shared one
# counts how often people post, so it must count right, and must not push counts out.
CACHES = {
    "default": {
        "BACKEND": "samskap.base.caches.SharedTableCache"
        if IS_POSTGRESQL
        else "samskap.base.caches.SharedFileCache",
        "LOCATION": "cache" if IS_POSTGRESQL else str(DATA / "cache.sqlite3"),
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    "here": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "here",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
}

# Jobs
TASKS = {
    "default": {
        "BACKEND": "samskap.base.queue.procrastinate_backend.ProcrastinateBackend"
        if IS_POSTGRESQL
        else "samskap.base.queue.own_backend.OwnBackend",
    }
}

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""  # tasks are found by their path, when they are due

# Who may read /metrics from another machine: whoever knows this. Empty: only this machine.
METRICS_TOKEN = os.environ.get("SAMSKAP_METRICS_TOKEN", "")

# Mail
EMAIL_BACKEND = os.environ.get("SAMSKAP_MAIL", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_HOST = os.environ.get("SAMSKAP_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("SAMSKAP_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("SAMSKAP_SMTP_NAME", "")
EMAIL_HOST_PASSWORD = os.environ.get("SAMSKAP_SMTP_PASSWORD", "")
EMAIL_USE_TLS = yes("SAMSKAP_SMTP_TLS", "no")
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = DATA / "mail"
DEFAULT_FROM_EMAIL = os.environ.get("SAMSKAP_MAIL_FROM", "samskap@localhost")

# SMS, through a gateway that is reached by HTTP; none without an address
SMS_GATEWAY_URL = os.environ.get("SAMSKAP_SMS_GATEWAY_URL", "")
SMS_GATEWAY_TOKEN = os.environ.get("SAMSKAP_SMS_GATEWAY_TOKEN", "")
SMS_SENDER = os.environ.get("SAMSKAP_SMS_SENDER", "Samskap")

# Maps: no foreign tiles unless a municipality’s host chooses some
MAP_TILES_URL = os.environ.get("SAMSKAP_MAP_TILES_URL", "")
MAP_ATTRIBUTION = os.environ.get("SAMSKAP_MAP_ATTRIBUTION", "")
MAP_CSP_HOST = os.environ.get("SAMSKAP_MAP_CSP_HOST", "")

# Language and time
LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk")), ("da", _("Danish")), ("en", _("English"))]
USE_I18N = True
TIME_ZONE = "Europe/Oslo"
USE_TZ = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "samskap.base.logs.JsonLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": os.environ.get("SAMSKAP_LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "procrastinate": {"level": "WARNING"},
    },
}
