"""The ingest function: the owner publishes, and sees what is live where."""
