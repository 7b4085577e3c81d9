"""Use cases, one a file: each asks ports for what it needs and leaves the decisions to the domain."""
