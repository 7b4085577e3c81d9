"""The MCP function: Streamable HTTP, stateless."""
