"""Building a commit: the new version, the moved HEAD and the audit record, from the old HEAD and a document."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from digital_twin.domain.diff import diff
from digital_twin.domain.history import AuditRecord, Commit, Head, Version
from digital_twin.domain.json_types import JsonObject

# What the first record of every chain has for its predecessor.
GENESIS_HASH = "0" * 64


def canonical_json(value: object) -> bytes:
    """One spelling per value: sorted keys, no spaces, UTF-8. What digests and hashes are made of."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def document_digest(document: JsonObject) -> str:
    """SHA-256 of a document's canonical form, in hex."""
    return hashlib.sha256(canonical_json(document)).hexdigest()


def build_commit(
    profile: str,
    *,
    head: Head | None,
    live: JsonObject,
    document: JsonObject,
    author: str,
    reason: str,
    source: str,
    now: datetime,
) -> Commit:
    """Prepare everything one transaction writes.

    Args:
        profile: the profile's id.
        head: HEAD as the writer knows it; None for the first version.
        live: the document of that version, `{}` for the first.
        document: the document to publish, validated.
        author: the principal who writes.
        reason: why, in the author's words; may be empty.
        source: where the document came from (`put`, `patch`, ...).
        now: the time of the commit.
    """
    number = head.version + 1 if head else 1
    digest = document_digest(document)
    etag = f'"v{number}-{digest[:16]}"'
    version = Version(number, etag, now, author, reason, source, diff(live, document), document)
    record = audit_record(
        sequence=(head.audit_length if head else 0) + 1,
        previous=head.audit_hash if head else GENESIS_HASH,
        at=now,
        actor=author,
        action="profile.published",
        details={"version": number, "digest": digest, "reason": reason, "source": source},
    )
    new_head = Head(number, etag, digest, record.sequence, record.hash)
    return Commit(profile, head.version if head else None, version, new_head, record)


def audit_record(
    *, sequence: int, previous: str, at: datetime, actor: str, action: str, details: JsonObject
) -> AuditRecord:
    """One link of the audit chain; its hash covers every other field, so no edit goes unseen."""
    content = {
        "sequence": sequence,
        "previous": previous,
        "at": at.isoformat(),
        "actor": actor,
        "action": action,
        "details": details,
    }
    digest = hashlib.sha256(canonical_json(content)).hexdigest()
    return AuditRecord(sequence, at, actor, action, details, previous, digest)
