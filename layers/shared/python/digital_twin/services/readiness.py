"""Whether the things a request needs can be reached right now."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from digital_twin.errors import DependencyFailed

CHECK_SECONDS = 2.0


async def check_readiness(checks: Mapping[str, Callable[[], Awaitable[object]]]) -> dict[str, bool]:
    """Run every check at once; a name maps to whether its dependency answered in time."""

    async def passes(check: Callable[[], Awaitable[object]]) -> bool:
        try:
            async with asyncio.timeout(CHECK_SECONDS):
                await check()
        except (DependencyFailed, TimeoutError):
            return False
        return True

    results = await asyncio.gather(*(passes(check) for check in checks.values()))
    return dict(zip(checks, results, strict=True))
