"""The sync functions: relay, region sync and reconcile."""
