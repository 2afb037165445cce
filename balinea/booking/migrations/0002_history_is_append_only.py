"""The database itself refuses to change or delete a line of a booking's history."""

from django.db import migrations

REFUSE = """
    CREATE FUNCTION booking_refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'a line of history is never changed or deleted' USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER booking_history_is_append_only BEFORE UPDATE OR DELETE ON booking_bookingevent
        FOR EACH ROW EXECUTE FUNCTION booking_refuse_rewriting();
"""
ALLOW = """
    DROP TRIGGER booking_history_is_append_only ON booking_bookingevent;
    DROP FUNCTION booking_refuse_rewriting();
"""


class Migration(migrations.Migration):
    """After the tables."""

    dependencies = [("booking", "0001_initial")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
