"""The timetable: which jobs run by the clock. Read by the worker (`PROCRASTINATE_IMPORT_PATHS`)."""

from balinea.accounts.tasks import forget_old_sign_ins
from balinea.booking.reminders import remind_of_tomorrow
from balinea.booking.tasks import forget_old_holds
from balinea.notifications.tasks import forget_old_messages
from balinea.platform.jobs import app
from balinea.platform.tasks import forget_old_answers, retry_stalled
from balinea.scheduling.tasks import extend_availability, sweep_expired_holds

app.periodic(cron="* * * * * */10")(retry_stalled)
app.periodic(cron="* * * * * */10")(sweep_expired_holds)
app.periodic(cron="*/20 * * * *")(remind_of_tomorrow)
app.periodic(cron="10 1 * * *")(extend_availability)
app.periodic(cron="*/15 * * * *")(forget_old_answers)
app.periodic(cron="40 2 * * *")(forget_old_holds)
app.periodic(cron="50 2 * * *")(forget_old_sign_ins)
app.periodic(cron="0 3 * * *")(forget_old_messages)
