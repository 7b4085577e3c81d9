"""An Upstash-Redis-compatible REST server over a real Redis engine (Valkey).

`redis_engine` runs the engine, `create_app` puts the REST wire format in front of it, `running_redis_server` does both.
"""

from twin_local.upstash_redis.app import create_app
from twin_local.upstash_redis.engine import EngineUnavailable, RedisEngine, redis_engine
from twin_local.upstash_redis.server import RunningRedisServer, running_redis_server

__all__ = [
    "EngineUnavailable",
    "RedisEngine",
    "RunningRedisServer",
    "create_app",
    "redis_engine",
    "running_redis_server",
]
