"""A server with the tools, resources and prompts the conformance suite asks for by name.

They are the suite's fixtures, as its scenarios describe them: through them it sees what no server of ours has use for,
such as images and requests for input. What carries them is the transport of the deployed function.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import Any

from mcp import MCPError
from mcp.server import CacheHint, MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.prompts.base import UserMessage
from mcp.types import (
    AudioContent,
    Completion,
    CreateMessageRequest,
    CreateMessageRequestParams,
    ElicitRequest,
    ElicitRequestFormParams,
    ElicitResult,
    EmbeddedResource,
    ImageContent,
    InputRequest,
    InputRequiredResult,
    ListRootsRequest,
    SamplingMessage,
    TextContent,
    TextResourceContents,
)

_MISSING_CAPABILITY = -32021

_PNG = b64encode(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100"
        "18dd8db00000000049454e44ae426082"
    )
).decode()
_WAV = b64encode(
    b"RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x40\x1f\x00\x00\x01\x00\x08\x00"
    b"data\x00\x00\x00\x00"
).decode()

_IMAGE = ImageContent(type="image", data=_PNG, mime_type="image/png")

type Reply = str | InputRequiredResult


def make_conformance_server() -> MCPServer:
    """The server."""
    hint = CacheHint(ttl_ms=1000, scope="private")
    server = MCPServer(
        "conformance-fixtures",
        version="1",
        subscriptions=False,
        log_level="CRITICAL",
        cache_hints={
            "server/discover": hint,
            "tools/list": hint,
            "prompts/list": hint,
            "resources/list": hint,
            "resources/templates/list": hint,
            "resources/read": hint,
        },
    )
    _add_contents(server)
    _add_capability_checks(server)
    _add_single_requests(server)
    _add_remembering(server)
    _add_resources(server)
    _add_prompts(server)
    return server


def _add_contents(server: MCPServer) -> None:
    @server.tool(structured_output=False)
    def test_simple_text() -> str:
        """Text."""
        return "This is a simple text response for testing."

    @server.tool(structured_output=False)
    def test_image_content() -> ImageContent:
        """An image."""
        return _IMAGE

    @server.tool(structured_output=False)
    def test_audio_content() -> AudioContent:
        """A sound."""
        return AudioContent(type="audio", data=_WAV, mime_type="audio/wav")

    @server.tool(structured_output=False)
    def test_embedded_resource() -> EmbeddedResource:
        """A resource inside a result."""
        return _embedded("test://embedded-resource", "This is an embedded resource content.", "text/plain")

    @server.tool(structured_output=False)
    def test_multiple_content_types() -> list[TextContent | ImageContent | EmbeddedResource]:
        """One of each."""
        data = json.dumps({"test": "data", "value": 123})
        text = TextContent(type="text", text="Multiple content types test:")
        return [text, _IMAGE, _embedded("test://mixed-content-resource", data, "application/json")]

    @server.tool(structured_output=False)
    def test_error_handling() -> str:
        """An error."""
        raise ToolError("This tool intentionally returns an error for testing")

    @server.tool(structured_output=False)
    def test_logging_tool() -> str:
        """A tool of a server that sends no log messages."""
        return "done"


def _add_capability_checks(server: MCPServer) -> None:
    @server.tool(structured_output=False)
    def test_missing_capability(ctx: Context[Any, Any]) -> str:
        """Needs a client that can sample."""
        capabilities = ctx.client_capabilities
        if capabilities is None or capabilities.sampling is None:
            needed: dict[str, dict[str, dict[str, object]]] = {"requiredCapabilities": {"sampling": {}}}
            raise MCPError(_MISSING_CAPABILITY, "The client does not declare sampling", needed)
        return "done"

    @server.tool(structured_output=False)
    def test_streaming_elicitation(ctx: Context[Any, Any]) -> Reply:
        """Asks for input in its reply, never beside it."""
        return "done" if ctx.input_responses else InputRequiredResult(input_requests={"name": _asks("Name?", "name")})

    @server.tool(structured_output=False)
    def test_input_required_result_capabilities(ctx: Context[Any, Any]) -> Reply:
        """Asks only for what the client can give."""
        capabilities = ctx.client_capabilities
        requests: dict[str, InputRequest] = {}
        if capabilities is not None and capabilities.sampling is not None:
            requests["sample"] = _samples("Say something", 50)
        if capabilities is not None and capabilities.elicitation is not None:
            requests["name"] = _asks("Name?", "name")
        return InputRequiredResult(input_requests=requests) if requests and not ctx.input_responses else "done"


def _add_single_requests(server: MCPServer) -> None:
    @server.tool(structured_output=False)
    def test_input_required_result_elicitation(ctx: Context[Any, Any]) -> Reply:
        """Asks for a name."""
        name = _answer(ctx, "user_name", "name")
        if name is None:
            return InputRequiredResult(input_requests={"user_name": _asks("What is your name?", "name")})
        return f"Hello, {name}!"

    @server.tool(structured_output=False)
    def test_input_required_result_sampling(ctx: Context[Any, Any]) -> Reply:
        """Asks the client's model."""
        if not ctx.input_responses:
            question = _samples("What is the capital of France?", 100)
            return InputRequiredResult(input_requests={"capital_question": question})
        return ctx.input_responses["capital_question"].model_dump_json()

    @server.tool(structured_output=False)
    def test_input_required_result_list_roots(ctx: Context[Any, Any]) -> Reply:
        """Asks for the client's roots."""
        if not ctx.input_responses:
            return InputRequiredResult(input_requests={"client_roots": ListRootsRequest()})
        return ctx.input_responses["client_roots"].model_dump_json()


def _add_remembering(server: MCPServer) -> None:
    @server.tool(structured_output=False)
    def test_input_required_result_request_state(ctx: Context[Any, Any]) -> Reply:
        """Remembers through the client."""
        if ctx.request_state is None:
            return InputRequiredResult(
                input_requests={"confirm": _asks("Please confirm", "ok", "boolean")}, request_state="waiting"
            )
        return "state-ok" if ctx.request_state == "waiting" else "state-lost"

    @server.tool(structured_output=False)
    def test_input_required_result_tampered_state(ctx: Context[Any, Any]) -> Reply:
        """Remembers through the client, who must not change it."""
        if ctx.request_state is None:
            return InputRequiredResult(
                input_requests={"confirm": _asks("Please confirm", "ok", "boolean")}, request_state="sealed"
            )
        return "done"

    @server.tool(structured_output=False)
    def test_input_required_result_multiple_inputs(ctx: Context[Any, Any]) -> Reply:
        """Asks for three things at once."""
        if not ctx.input_responses:
            requests: dict[str, InputRequest] = {
                "user_name": _asks("What is your name?", "name"),
                "greeting": _samples("Generate a greeting", 50),
                "client_roots": ListRootsRequest(),
            }
            return InputRequiredResult(input_requests=requests, request_state="three")
        return "done"

    @server.tool(structured_output=False)
    def test_input_required_result_multi_round(ctx: Context[Any, Any]) -> Reply:
        """Asks twice, one after the other."""
        if ctx.request_state is None:
            step = {"step1": _asks("Step 1: What is your name?", "name")}
            return InputRequiredResult(input_requests={**step}, request_state="round 1")
        if ctx.request_state == "round 1":
            step = {"step2": _asks("Step 2: What is your favorite color?", "color")}
            return InputRequiredResult(input_requests={**step}, request_state="round 2")
        return "done"


def _add_resources(server: MCPServer) -> None:
    @server.resource("test://static-text", mime_type="text/plain")
    def static_text() -> str:
        """Text."""
        return "This is the content of the static text resource."

    @server.resource("test://static-binary", mime_type="image/png")
    def static_binary() -> bytes:
        """An image."""
        return b64decode(_PNG)

    @server.resource("test://template/{id}/data", mime_type="application/json")
    def template(id: str) -> str:  # noqa: A002  # the template's own name
        """What was put in."""
        return json.dumps({"id": id, "templateTest": True, "data": f"Data for ID: {id}"})


def _add_prompts(server: MCPServer) -> None:
    @server.prompt()
    def test_simple_prompt() -> str:
        """Text."""
        return "This is a simple prompt for testing."

    @server.prompt()
    def test_prompt_with_arguments(arg1: str, arg2: str) -> str:
        """Text with what was put in."""
        return f"Prompt with arguments: arg1='{arg1}', arg2='{arg2}'"

    @server.prompt()
    def test_prompt_with_embedded_resource(resourceUri: str) -> list[UserMessage]:  # noqa: N803  # the suite's own name
        """A resource inside a prompt."""
        embedded = _embedded(resourceUri, "Embedded resource content for testing.", "text/plain")
        return [UserMessage(embedded), UserMessage("Please process the embedded resource above.")]

    @server.prompt()
    def test_prompt_with_image() -> list[UserMessage]:
        """An image inside a prompt."""
        return [UserMessage(_IMAGE), UserMessage("Please analyze the image above.")]

    @server.prompt()
    def test_input_required_result_prompt(ctx: Context[Any, Any]) -> Reply:
        """Asks before it is filled in."""
        if not ctx.input_responses:
            question = _asks("What context should the prompt use?", "context")
            return InputRequiredResult(input_requests={"user_context": question})
        return "done"

    @server.completion()
    async def complete(*_: object) -> Completion:
        """Nothing to offer."""
        return Completion(values=[], total=0, has_more=False)


def _embedded(uri: str, text: str, mime_type: str) -> EmbeddedResource:
    return EmbeddedResource(type="resource", resource=TextResourceContents(uri=uri, text=text, mime_type=mime_type))


def _asks(message: str, field: str, kind: str = "string") -> ElicitRequest:
    schema: dict[str, Any] = {"type": "object", "properties": {field: {"type": kind}}, "required": [field]}
    return ElicitRequest(params=ElicitRequestFormParams(message=message, requested_schema=schema))


def _samples(text: str, max_tokens: int) -> CreateMessageRequest:
    message = SamplingMessage(role="user", content=TextContent(type="text", text=text))
    return CreateMessageRequest(params=CreateMessageRequestParams(messages=[message], max_tokens=max_tokens))


def _answer(ctx: Context[Any, Any], key: str, field: str) -> object:
    """What the user filled in; None if that is not among what the client sent."""
    given = (ctx.input_responses or {}).get(key)
    return (given.content or {}).get(field) if isinstance(given, ElicitResult) else None
