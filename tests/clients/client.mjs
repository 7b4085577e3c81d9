// One conversation with the TypeScript SDK: connect, list the tools, search, and print what came back as JSON.
// Usage: client.mjs v1|legacy|auto|2026-07-28 http URL | stdio COMMAND [ARG…]; the key comes from TWIN_API_KEY.

import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as StdioV1 } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport as HttpV1 } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [mode, transport, target, ...rest] = process.argv.slice(2);
const info = { name: "client-test", version: "1" };
const [Http, Stdio] = mode === "v1" ? [HttpV1, StdioV1] : [StreamableHTTPClientTransport, StdioClientTransport];
const era = mode === "legacy" || mode === "auto" ? mode : { pin: mode };
const client = mode === "v1" ? new ClientV1(info) : new Client(info, { versionNegotiation: { mode: era } });

await client.connect(
  transport === "http"
    ? new Http(new URL(target), { requestInit: { headers: { Authorization: `Bearer ${process.env.TWIN_API_KEY}` } } })
    : new Stdio({ command: target, args: rest, env: process.env }),
);
const { tools } = await client.listTools();
const found = await client.callTool({ name: "search_profile", arguments: { query: "Kafka", top_k: 3 } });
console.log(JSON.stringify({ tools: tools.map((tool) => tool.name), found: found.structuredContent }));
await client.close();
