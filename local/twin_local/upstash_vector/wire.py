"""The requests and replies of Upstash Vector's REST API, as its official SDK writes and reads them."""

from __future__ import annotations

from typing import Annotated, Literal, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter
from pydantic.alias_generators import to_camel

from twin_local.upstash_vector.records import Hit, JsonObject, Record

# The SDK lets callers name a vector by a number; the index keeps text.
type VectorId = Annotated[str, Field(min_length=1), BeforeValidator(lambda x: str(x) if isinstance(x, int) else x)]


class _Message(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, frozen=True)


class VectorItem(_Message):
    """One vector of `/upsert`. A dense index takes no sparse vector: the SDK sends null."""

    id: VectorId
    vector: list[float]
    sparse_vector: None = None
    metadata: JsonObject | None = None
    data: str | None = None


class DataItem(_Message):
    """One text of `/upsert-data`, embedded and kept."""

    id: VectorId
    data: str = Field(min_length=1)
    metadata: JsonObject | None = None


class Include(_Message):
    """What a reply should carry besides the id."""

    include_vectors: bool = False
    include_metadata: bool = False
    include_data: bool = False


class Query(Include):
    """What every query has. Weighting and fusion of sparse vectors are ignored; a sparse query is refused."""

    top_k: int = Field(default=10, ge=1)
    filter: str = ""
    query_mode: Literal["HYBRID", "DENSE"] = "HYBRID"


class VectorQuery(Query):
    """One query of `/query`."""

    vector: list[float]


class DataQuery(Query):
    """One query of `/query-data`."""

    data: str = Field(min_length=1)


class Fetch(Include):
    """The body of `/fetch`: ids, or a prefix of ids."""

    ids: list[VectorId] | None = None
    prefix: str | None = None


class Range(Include):
    """The body of `/range`; an empty cursor or `0` is the start."""

    cursor: Annotated[int, BeforeValidator(lambda x: x or 0)] = 0
    limit: int = Field(ge=1)
    prefix: str = ""


class Delete(_Message):
    """The body of `/delete`: ids, a prefix of ids, or a filter."""

    ids: list[VectorId] | None = None
    prefix: str | None = None
    filter: str | None = None


class Update(_Message):
    """The body of `/update`: what is absent stays; new data is embedded unless a vector comes with it."""

    id: VectorId
    vector: list[float] | None = None
    data: str | None = None
    metadata: JsonObject | None = None
    metadata_update_mode: Literal["OVERWRITE", "PATCH"] = "OVERWRITE"


# These endpoints take one object or an array of them.
_ONE_OR_MANY = BeforeValidator(lambda x: cast("object", x if isinstance(x, list) else [x]))

VECTOR_ITEMS = TypeAdapter[list[VectorItem]](Annotated[list[VectorItem], _ONE_OR_MANY])
DATA_ITEMS = TypeAdapter[list[DataItem]](Annotated[list[DataItem], _ONE_OR_MANY])
VECTOR_QUERIES = TypeAdapter[list[VectorQuery]](Annotated[list[VectorQuery], _ONE_OR_MANY])
DATA_QUERIES = TypeAdapter[list[DataQuery]](Annotated[list[DataQuery], _ONE_OR_MANY])


def render_record(record: Record, include: Include) -> JsonObject:
    """A record as `/fetch` and `/range` reply with it; what it lacks is left out."""
    reply: JsonObject = {"id": record.id}
    if include.include_vectors:
        reply["vector"] = record.vector.tolist()
    if include.include_metadata and record.metadata is not None:
        reply["metadata"] = record.metadata
    if include.include_data and record.data is not None:
        reply["data"] = record.data
    return reply


def render_hit(hit: Hit, include: Include) -> JsonObject:
    """A hit as the queries reply with it."""
    return render_record(hit.record, include) | {"score": hit.score}
