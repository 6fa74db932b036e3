"""Passes connections on to a server and counts what goes over them: HTTP, its headers and WebSocket frames alike."""

from __future__ import annotations

import socket
import threading
import time
from urllib.parse import urlsplit

_QUIET_SECONDS = 1.5


class Relay:
    """Listens on a port of its own; use as a context manager."""

    def __init__(self, server_address: str) -> None:
        self._server = (urlsplit(server_address).hostname, urlsplit(server_address).port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._counted = 0
        self._last_at = time.monotonic()
        self._counting = threading.Lock()

    def __enter__(self) -> Relay:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()

    def bytes_when_quiet(self) -> int:
        """What has been sent both ways, once nothing more comes."""
        while time.monotonic() - self._last_at < _QUIET_SECONDS:
            time.sleep(0.1)
        return self._counted

    def _accept(self) -> None:
        while True:
            try:
                browser, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(self._server)
            for source, sink in ((browser, server), (server, browser)):
                threading.Thread(target=self._pass_on, args=(source, sink), daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while content := source.recv(65536):
                with self._counting:
                    self._counted += len(content)
                    self._last_at = time.monotonic()
                sink.sendall(content)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            source.close()
            sink.close()
