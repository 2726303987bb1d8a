"""Speaks with Pagefind's service: requests on its standard input, replies on its standard output.

A message is JSON in base64 with a comma after it. Pagefind's own Python wrapper waits a tenth of a second for each
reply (a hundred pages in ten seconds), hence this one. Pages are numbered in the order in which they are sent.
"""

import base64
import json
import subprocess
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self, cast

from pagefind.service import get_executable

from morgue.publication.search.errors import SearchError

if TYPE_CHECKING:
    from io import BufferedReader

VERSION = "1.5.2"
"""The one version whose undocumented files order.py knows."""

_REPLY_BYTES = 1 << 16


class Pagefind:
    """One running service with one index, for a ``with`` statement.

    ``language`` is the interface's: the whole archive is one index with that language's word stems, whatever languages
    its texts are in. Left to itself Pagefind makes an index a language, and a reader searches only one of them.
    """

    def __init__(self, language: str) -> None:
        self._language = language.lower()

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            self._log = opened.enter_context(tempfile.TemporaryFile())
            self._process = subprocess.Popen(  # noqa: S603 - Pagefind's own binary, and no argument of a stranger's
                [_executable(), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log
            )
            opened.callback(self._process.communicate)
            opened.callback(self._process.kill)
            self._index = self._ask("NewIndex", config={"force_language": self._language})["index_id"]
            self._opened = opened.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._opened.close()

    def add(self, path: str, page: str) -> None:
        """Index a page; ``path`` is its file's, relative to the site. Raise SearchError when it is refused."""
        try:
            self._ask("AddFile", index_id=self._index, file_path=path, file_contents=page)
        except SearchError as error:
            raise SearchError(f"{path} cannot be indexed: {error}") from None

    def files(self) -> dict[str, bytes]:
        """Return the index and Pagefind's script: the files of a bundle by their path in it.

        Pagefind can write them itself, but says that it has before they are all on the disk.
        """
        files = self._ask("GetFiles", index_id=self._index)["files"]
        return {file["path"]: base64.b64decode(file["content"]) for file in files}

    def _ask(self, kind: str, **fields: Any) -> dict[str, Any]:
        """Send a request and return the payload of its reply."""
        message = json.dumps({"message_id": 1, "payload": {"type": kind, **fields}})
        try:
            payload: dict[str, Any] = json.loads(base64.b64decode(self._exchange(message.encode())))["payload"]
        except (OSError, ValueError) as error:
            raise SearchError(f"Pagefind stopped at {kind} ({error}); it says: {self._said()}") from None
        if payload["type"] == "Error":
            raise SearchError(f"Pagefind says: {payload['message']}")
        return payload

    def _exchange(self, message: bytes) -> bytes:
        """Send one message and return the reply, still in base64."""
        stdin = cast("IO[bytes]", self._process.stdin)
        stdout = cast("BufferedReader", self._process.stdout)
        stdin.write(base64.b64encode(message) + b",")
        stdin.flush()
        reply = bytearray()
        while not reply.endswith(b","):
            received = stdout.read1(_REPLY_BYTES)
            if not received:
                raise OSError("no reply")
            reply += received
        return bytes(reply[:-1])

    def _said(self) -> str:
        self._log.seek(0)
        return self._log.read().decode(errors="replace").strip()[-500:] or "nothing"


def _executable() -> Path:
    """Return the binary, after a look at its version."""
    try:
        executable = get_executable()
    except FileNotFoundError:
        executable = None
    if executable is None:
        raise SearchError(f"there is no Pagefind for this platform; install it: pip install 'pagefind[bin]=={VERSION}'")
    try:
        said = subprocess.check_output([executable, "--version"], text=True)  # noqa: S603 - as above
    except (OSError, subprocess.CalledProcessError) as error:
        raise SearchError(f"{executable} does not run: {error}; reinstall pagefind[bin]=={VERSION}") from None
    if said.split()[-1:] != [VERSION]:
        raise SearchError(f"{executable} is {said.strip() or 'of no version'}; install pagefind[bin]=={VERSION}")
    return executable
