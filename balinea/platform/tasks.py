"""Jobs that keep the jobs themselves going."""

from procrastinate import JobContext

from balinea.platform.jobs import app


@app.task(queue="upkeep", queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:  # noqa: ARG001  periodic jobs are told the time
    """Give back the jobs of workers that died: jobs are idempotent, so they simply run again."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.retry_job(job)
