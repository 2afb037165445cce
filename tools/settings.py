"""The product's settings for programs that only look at code: types, migrations. They reach no database."""

import os

os.environ.setdefault("SECRET_KEY", "only looking")
os.environ.setdefault("DATABASE_URL", "postgresql://nobody@localhost/nothing")

from balinea.config.settings import *  # noqa: F403  the settings read the environment above
from balinea.config.settings import DATABASES

DATABASES["default"]["OPTIONS"].pop("pool")  # it would go on trying in the background
