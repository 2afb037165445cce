"""Jobs of the technical ground; they run by the clock (`config.periodic`)."""

from procrastinate import JobContext

from balinea.platform import idempotency, jobs
from balinea.platform.jobs import app


@app.task(queue="upkeep", queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:  # noqa: ARG001  periodic jobs are told the time
    """Give back the jobs of workers that died: jobs are idempotent, so they simply run again."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=jobs.DEAD_AFTER):
        await manager.retry_job(job)


@app.task(queue="upkeep", queueing_lock="forget_old_answers")
def forget_old_answers(timestamp: int) -> None:  # noqa: ARG001  periodic jobs are told the time
    """Delete the answers to writes from outside that are kept no longer."""
    idempotency.forget_old_answers()
