"""Questions to a running product that may call its verbs: Django is set up here, before any of them is imported."""

import django

django.setup()
