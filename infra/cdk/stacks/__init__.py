"""The stacks: constructs put together, and who may do what to them."""
