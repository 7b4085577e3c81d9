"""The local stack: emulated AWS, Upstash-compatible servers and one front door. Never deployed."""
