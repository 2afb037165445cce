"""The timetable: which jobs run by the clock. Read by the worker (`PROCRASTINATE_IMPORT_PATHS`)."""

from balinea.platform.jobs import app
from balinea.platform.tasks import retry_stalled

app.periodic(cron="* * * * *")(retry_stalled)
