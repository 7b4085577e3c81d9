"""The edges functions share: HTTP application, problem bodies, Lambda events, the persistent event loop."""
