"""Django settings, read from the environment; secure unless told otherwise.

`SECRET_KEY` and `DATABASE_URL` are compulsory: a process without them refuses to start. Everything else has a
default that suits production. The embedded profile (`balinea run`) sets these variables itself.
"""

from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from balinea.config import environment
from balinea.platform import logs

PACKAGE = Path(__file__).resolve().parent.parent

SECRET_KEY = environment.required("SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
PUBLIC_URL = environment.text(
    "PUBLIC_URL", "http://127.0.0.1:8000"
)  # the origin that links in messages start with
RATE_LIMITS = environment.text("BALINEA_RATE_LIMITS", "on") != "off"
TRUSTED_PROXIES = environment.number("TRUSTED_PROXIES", 0)  # how many of ours append to X-Forwarded-For

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "ninja",
    "procrastinate.contrib.django",
    "balinea.platform",
    "balinea.platform.ui",
    "balinea.accounts",
    "balinea.places",
    "balinea.venues",
    "balinea.catalog",
    "balinea.scheduling",
    "balinea.notifications",
    "balinea.booking",
    "balinea.search",
    "balinea.portability",
    "balinea.demo",
    "balinea.marketplace",
    "balinea.partner",
    "balinea.api",
    "balinea.backoffice",
]

MIDDLEWARE = [
    "balinea.config.health.health",
    "balinea.platform.request_log.request_log",
    "balinea.api.manners.ApiManners",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "balinea.config.urls"
WSGI_APPLICATION = "balinea.config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

WEB_THREADS = environment.number("WEB_THREADS", 4)  # blocking threads of one web process
DATABASES = {"default": dj_database_url.parse(environment.required("DATABASE_URL"))}
DATABASES["default"].setdefault("OPTIONS", {})
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # a pooled connection may have died with a restarted server
DATABASES["default"]["OPTIONS"] |= {
    "pool": {"min_size": 1, "max_size": WEB_THREADS, "timeout": 2},
    "options": "-c lock_timeout=3s -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s",
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "partner:sign-in"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = PUBLIC_URL.startswith("https:")
SESSION_COOKIE_NAME = (
    "__Host-session" if SESSION_COOKIE_SECURE else "session"
)  # no neighbour domain can set it
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
CSRF_COOKIE_NAME = "__Host-csrf" if CSRF_COOKIE_SECURE else "csrf"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "balinea.marketplace.trouble.forged"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL.rstrip("/")]  # behind a proxy that ends TLS, requests look like plain http
SECURE_HSTS_SECONDS = 31_536_000 if SESSION_COOKIE_SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = environment.text("STATIC_ROOT", str(PACKAGE.parent / "build" / "static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# `inbox:` keeps messages on the operator's page; `smtp://user:password@host:port` sends them
MAIL_URL = environment.text("MAIL_URL", "smtp://localhost:25")
MAIL_FROM = environment.text("MAIL_FROM", "Balinea <bonjour@balinea.example>")

PROCRASTINATE_IMPORT_PATHS = ["balinea.config.periodic"]
PROCRASTINATE_WORKER_DEFAULTS = {
    "concurrency": WEB_THREADS,  # each running job may hold one connection of Django's pool
    "delete_jobs": "successful",  # what failed stays for the operator to see
    "update_heartbeat_interval": 5.0,  # seconds between signs of life; see platform.jobs.DEAD_AFTER
    "stalled_worker_timeout": 20.0,
}

DRAIN_MARK = environment.text("DRAIN_MARK")  # a file whose existence says that this process is about to end
LOGGING = logs.configuration(environment.text("LOG_FORMAT", "json"), environment.text("LOG_LEVEL", "info"))
logs.configure()
