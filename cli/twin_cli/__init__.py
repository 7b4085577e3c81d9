"""`twin`: the command line of a digital twin, and the stdio bridge to its MCP server. Talks HTTP only."""

__version__ = "0.1.0"
