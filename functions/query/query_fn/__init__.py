"""The query function: questions, search and health over REST, and questions over WebSocket."""
