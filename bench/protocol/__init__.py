"""How fast MCP is spoken, beside the bare SDK, fastmcp and awslabs' handler: a part of `make bench`.

`contestants` holds a Lambda handler of each with the same tools, and the program that calls it; `environments`
installs what each needs into a folder of its own; `contestant` runs one; `measure` lets them take turns; `verdict`
says what has to hold between them; `report` prints. `real_tools` measures the function's own tools over the wire.
"""
