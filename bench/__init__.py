"""How fast it answers: `make bench`.

`wire` serves the dependencies with the latencies of a cloud, `function` runs a Lambda handler as the runtime does,
`ours` and `rivals` are the handlers, `load`, `behaviour` and `growth` measure, `table` prints. `local_stack` measures
the running local stack instead, `protocol` the MCP function beside others. Milliseconds never fail a run; wrong round
trips do, and so does a comparison that has to hold.
"""
