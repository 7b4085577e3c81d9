"""OAuth 2.0 protected resource metadata (RFC 9728): where clients learn whose tokens this endpoint takes.

Open to everybody, because it is read before there is a token.
"""

from __future__ import annotations

from typing import Any, cast

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from digital_twin.domain.access import Audience
from digital_twin.domain.access import Scope as AccessScope
from digital_twin.settings import AuthorizationServer

# The place of the endpoint's own metadata (section 3.1), and the one that clients try after it.
PATHS = frozenset({"/.well-known/oauth-protected-resource/mcp", "/.well-known/oauth-protected-resource"})

# What reading and asking take; a client asks for more when it needs more.
_SCOPES = (AccessScope.QUERY, AccessScope.READ, AccessScope.SEARCH)

_CACHED = {"Cache-Control": "public, max-age=3600"}

# The name under which API Gateway serves an API that has no host name of its own; its paths begin with the stage.
_DEFAULT_ENDPOINT = ".execute-api."


class ResourceMetadata:
    """The metadata of one deployment.

    Without an authorization server none is named: callers then need an API key, which is a bearer token as well. A
    member of our own (section 2 leaves room for them) says whom callers without a credential are taken for, so that
    an endpoint which lets them in can be told from one that should not.
    """

    def __init__(self, server: AuthorizationServer | None, *, lets_anonymous_in: bool) -> None:
        self._server = server
        self._lets_anonymous_in = lets_anonymous_in

    def reply(self, scope: Scope) -> Response:
        """The metadata under the host name that was asked."""
        if scope["method"] not in {"GET", "HEAD"}:
            return Response(status_code=405, headers={"Allow": "GET"})
        body: dict[str, object] = {
            "resource": f"{_base_url(scope)}/mcp",
            "resource_name": "Digital twin",
            "bearer_methods_supported": ["header"],
        }
        if self._server is not None:
            body["authorization_servers"] = [self._server.issuer]
            body["scopes_supported"] = [f"{self._server.scope_prefix}{name}" for name in _SCOPES]
        if self._lets_anonymous_in:
            body["anonymous_audience"] = Audience.PUBLIC.label
        return JSONResponse(body, headers=_CACHED)


def _base_url(scope: Scope) -> str:
    """Where the caller found this deployment; API Gateway serves only the names it was given."""
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    event = cast("dict[str, Any]", scope.get("aws.event") or {})
    context = cast("dict[str, Any]", event.get("requestContext") or {})
    stage = f"/{context.get('stage', '')}" if _DEFAULT_ENDPOINT in host else ""
    return f"{headers.get('x-forwarded-proto', 'https')}://{host}{stage}"
