"""The shared layer of the digital twin: domain, services, ports, adapters and the edges functions use.

Functions import `digital_twin.bootstrap` and `digital_twin.entry`; everything else is reached through them.
"""
