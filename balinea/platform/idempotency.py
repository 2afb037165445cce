"""A retry never does a thing twice: the answer of a success is kept under the caller's key (DESIGN.md decision 11).

    answer = once(request=Request(caller=..., key=..., digest=digest(body)), produce=lambda: Answer(...))

The work runs in a transaction opened here, and its answer is stored in the same one: either both are there or neither.
"""

import base64
import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import connection, transaction

WAIT_SECONDS = 5.0
POLL_SECONDS = 0.025

# the advisory lock is the queue of requests with one key; it ends with the transaction, however that ends
TRY = "SELECT pg_try_advisory_xact_lock(%s)"
FIND = """
    SELECT request_digest, status, content_type, answer FROM platform_idempotencykey
    WHERE caller = %s AND key = %s AND created_at > clock_timestamp() - interval '24 hours'
"""
FORGET = "DELETE FROM platform_idempotencykey WHERE created_at <= clock_timestamp() - interval '24 hours'"
STORE = """
    INSERT INTO platform_idempotencykey (caller, key, request_digest, status, content_type, answer, created_at)
    VALUES (%s, %s, %s, %s, %s, %s, clock_timestamp())
    ON CONFLICT (caller, key) DO UPDATE SET (request_digest, status, content_type, answer, created_at)
        = (excluded.request_digest, excluded.status, excluded.content_type, excluded.answer, excluded.created_at)
"""


class KeyBusyError(Exception):
    """The first request with this key has not ended within 5 s: ask again after `retry_after` seconds."""

    retry_after = 1


class OtherRequestError(Exception):
    """The key came with another request before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """A write from outside: who asks, under which key, and a digest of all that is asked."""

    caller: str
    key: str
    digest: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What was answered. Below 400 it is kept, from 400 on what was done is undone."""

    status: int
    content_type: str
    body: bytes

    @property
    def is_success(self) -> bool:
        """Whether the work was done."""
        return self.status < 400  # noqa: PLR2004  where refusals begin


class _RefusedError(Exception):
    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


def digest(*parts: str | bytes) -> str:
    """Return a digest of what is asked, for `Request`: method, address, body."""
    summed = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        summed.update(len(data).to_bytes(8, "big") + data)
    return summed.hexdigest()


def once(*, request: Request, produce: Callable[[], Answer]) -> Answer:
    """Answer as the first success with this key within 24 h was answered, else do the work now.

    Raises KeyBusyError, OtherRequestError, and whatever `produce` raises. A refusal (raised, or a status from 400 on)
    undoes the work and is not kept, so that it may be retried under the same key.
    """
    try:
        with transaction.atomic():
            _wait_for_turn(request)
            kept = _find(request)
            return kept if kept is not None else _do(request, produce)
    except _RefusedError as refused:
        return refused.answer


def _do(request: Request, produce: Callable[[], Answer]) -> Answer:
    answer = produce()
    if not answer.is_success:
        raise _RefusedError(answer)
    encrypted = _cipher().encrypt(answer.body)
    asked = (request.caller, request.key, request.digest)
    with connection.cursor() as cursor:
        cursor.execute(STORE, (*asked, answer.status, answer.content_type, encrypted))
    return answer


def _wait_for_turn(request: Request) -> None:
    named = hashlib.sha256(f"idempotency:{request.caller}:{request.key}".encode()).digest()
    lock = int.from_bytes(named[:8], "big", signed=True)
    give_up_at = time.monotonic() + WAIT_SECONDS
    with connection.cursor() as cursor:
        while True:
            cursor.execute(TRY, [lock])
            if cursor.fetchone()[0]:
                return
            if time.monotonic() > give_up_at:
                raise KeyBusyError(request.key)
            time.sleep(POLL_SECONDS)


def _find(request: Request) -> Answer | None:
    with connection.cursor() as cursor:
        cursor.execute(FIND, [request.caller, request.key])
        row = cursor.fetchone()
    if row is None:
        return None
    request_digest, status, content_type, answer = row
    if request_digest != request.digest:
        raise OtherRequestError(request.key)
    return Answer(status=status, content_type=content_type, body=_cipher().decrypt(bytes(answer)))


def forget_old_answers() -> int:
    """Delete the answers that are kept no longer; return how many."""
    with connection.cursor() as cursor:
        cursor.execute(FORGET)
        deleted: int = cursor.rowcount
    return deleted


def _cipher() -> MultiFernet:
    """Answers hold names and addresses, so they are stored encrypted; a retired SECRET_KEY still reads them."""
    return MultiFernet([_fernet(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


@lru_cache
def _fernet(secret: str) -> Fernet:
    derived = HKDF(SHA256(), 32, salt=None, info=b"balinea.platform.idempotency").derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
