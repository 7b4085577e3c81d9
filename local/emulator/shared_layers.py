# ruff: noqa: INP001  # a module of another environment's script
"""Unpack each layer once, as Lambda mounts it: read-only and shared.

The emulator unpacks every layer again for every worker it starts: for ours, 7,000 files, 90 MB and 4 s of processor
time a worker. Here the unpacked layer is kept by its content, over restarts too, and workers get links to it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
import zipfile
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import override

_LAYER_PREFIX = "layer_"
"""How the emulator calls the directories it unpacks layers to."""

_unpacking = threading.Lock()


def zipfile_sharing(store: Path) -> SimpleNamespace:
    """What stands in for the `zipfile` module where the emulator unpacks: layers go to `store` and are linked to."""

    class SharedZipFile(zipfile.ZipFile):
        """A zip whose content is unpacked once, if it is a layer."""

        @override
        def namelist(self) -> list[str]:
            # Only what is linked: the emulator checks where each of these would end up.
            names = super().namelist()
            return sorted({name.split("/", 1)[0] for name in names}) if self._is_layer else names

        @override
        def extractall(
            self,
            path: str | os.PathLike[str] | None = None,
            members: Iterable[str | zipfile.ZipInfo] | None = None,
            pwd: bytes | None = None,
        ) -> None:
            if path is None or not self._is_layer:
                super().extractall(path, members, pwd)
                return
            for entry in self._unpacked().iterdir():
                (Path(path) / entry.name).symlink_to(entry)

        @property
        def _is_layer(self) -> bool:
            return Path(self.filename or "").name.startswith(_LAYER_PREFIX)

        def _unpacked(self) -> Path:
            content = Path(self.filename or "").read_bytes()
            unpacked = store / hashlib.sha256(content).hexdigest()
            with _unpacking:
                if not unpacked.exists():
                    partial = unpacked.with_suffix(".partial")
                    shutil.rmtree(partial, ignore_errors=True)
                    super().extractall(partial, self.infolist())
                    partial.rename(unpacked)
            return unpacked

    return SimpleNamespace(
        ZipFile=SharedZipFile,
        BadZipFile=zipfile.BadZipFile,
        LargeFileError=zipfile.LargeZipFile,  # the emulator means this one, and fails on the other name
    )
