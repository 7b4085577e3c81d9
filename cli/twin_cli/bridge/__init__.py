"""The stdio bridge: a desktop client's messages to the service's MCP endpoint, and its replies back.

It knows JSON-RPC and the transport's rules, not what tools and resources mean.
"""
