"""Lambda entries of the sync functions: one zip, three functions."""

from __future__ import annotations

import os

from digital_twin.bootstrap import Container
from sync_fn.triggers import make_reconcile, make_region_sync, make_relay

_container = Container.from_environ(os.environ)
relay = make_relay(_container)
region_sync = make_region_sync(_container)
reconcile = make_reconcile(_container)
