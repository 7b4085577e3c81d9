"""The way to WebSocket clients over API Gateway's @connections. Sends what it is given, and remembers nobody."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from digital_twin.domain.json_types import JsonObject
from digital_twin.errors import ClientGone, ClientUnavailable
from digital_twin.ports import Connection

if TYPE_CHECKING:
    from types_boto3_apigatewaymanagementapi import ApiGatewayManagementApiClient


class ApiGatewayChannel:
    """Clients of any region: each connection names the endpoint that takes messages for it."""

    def __init__(self, client_at: Callable[[str, str], ApiGatewayManagementApiClient]) -> None:
        """Wire the adapter; `client_at` makes a client for an endpoint in a region, by which requests are signed."""
        self._client_at = client_at
        self._clients: dict[str, ApiGatewayManagementApiClient] = {}

    async def send(self, connection: Connection, message: JsonObject) -> None:
        """Hand one message on to a client.

        Raises:
            ClientGone: the client is not connected.
            ClientUnavailable: the gateway did not take the message.
        """
        client = self._client(connection.endpoint, connection.region)
        data = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
        try:
            await asyncio.to_thread(client.post_to_connection, ConnectionId=connection.id, Data=data)
        except client.exceptions.GoneException as error:
            raise ClientGone("the client is not connected") from error
        except ClientError as error:
            code = error.response.get("Error", {}).get("Code", "unknown")
            raise ClientUnavailable(f"the gateway refused a message: {code}") from error
        except BotoCoreError as error:
            raise ClientUnavailable(f"the gateway did not take a message: {type(error).__name__}") from error

    def _client(self, endpoint: str, region: str) -> ApiGatewayManagementApiClient:
        if endpoint not in self._clients:
            self._clients[endpoint] = self._client_at(endpoint, region)
        return self._clients[endpoint]
