"""One module a command: ask the service, present the reply."""
