"""ASGI middleware: sends the document and Streamlit's static files gzipped, each compressed once and then kept.

Streamlit leaves its static files uncompressed because it would compress them anew for every reader. They never change
while the process lives: those that are there at the start are served, each compressed at its first request, and 10 MB
of a first visit become 3 MB. Everything else (data, uploads, downloads, the WebSocket) goes through untouched;
Streamlit compresses what of it is worth it.
"""

from __future__ import annotations

import asyncio
import gzip
import mimetypes
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from serving.document import asset_paths, vietnamese_document

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

_FOREVER = "public, immutable, max-age=31536000"
_TEXT = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/wasm")
_LEVEL = 6
_WORTH_IT_BYTES = 1000


@dataclass(frozen=True)
class Answer:
    """A whole response that is the same for everybody."""

    content_type: str
    cache_control: str
    plain: bytes
    packed: bytes | None

    async def send(self, send: Send, *, accepts_gzip: bool) -> None:
        packed = self.packed if accepts_gzip else None
        body = self.plain if packed is None else packed
        headers = {
            "content-type": self.content_type,
            "content-length": str(len(body)),
            "cache-control": self.cache_control,
            "vary": "Accept-Encoding",
        } | ({} if packed is None else {"content-encoding": "gzip"})
        pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": pairs})
        await send({"type": "http.response.body", "body": body})


class Delivery:
    """`pages`: the addresses that answer with the document, with a slash at the end or without; `no_script`: what it
    says where scripts are off; `folder`: Streamlit's static folder; `base`: its server.baseUrlPath."""

    def __init__(
        self, app: Application, *, pages: list[str], title: str, no_script: str, folder: Path, base: str = ""
    ) -> None:
        self._app = app
        self._base = f"/{base.strip('/')}" if base.strip("/") else ""
        streamlit_document = (folder / "index.html").read_text(encoding="utf-8")
        document = vietnamese_document(streamlit_document, title, no_script, self._base).encode()
        document_answer = _prepare("text/html; charset=utf-8", "no-cache", document)
        self._files = {
            f"/{file.relative_to(folder).as_posix()}": file
            for file in (folder / "static").rglob("*")
            if file.is_file() and _type_of(file).startswith(_TEXT)
        }
        addresses = {f"/{page}" for page in pages} | {f"/{page}/" for page in pages if page}
        self._answers = dict.fromkeys(addresses, document_answer) | {
            address: _prepare(_type_of(file), _FOREVER, file.read_bytes()) for address, file in asset_paths().items()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        path = str(scope["path"]).removeprefix(self._base) or "/"
        answer = self._answers.get(path) or await self._static_answer(path)
        if answer is None:
            await self._app(scope, receive, send)
            return
        await answer.send(send, accepts_gzip=_accepts_gzip(scope))

    async def _static_answer(self, path: str) -> Answer | None:
        """The answer for one of Streamlit's static text files; None for everything else."""
        file = self._files.get(path)
        if file is None:
            return None
        content = await asyncio.to_thread(file.read_bytes)
        self._answers[path] = await asyncio.to_thread(_prepare, _type_of(file), _FOREVER, content)
        return self._answers[path]


def _prepare(content_type: str, cache_control: str, content: bytes) -> Answer:
    packed = gzip.compress(content, _LEVEL) if len(content) >= _WORTH_IT_BYTES else None
    return Answer(content_type, cache_control, content, packed)


def _type_of(file: Path) -> str:
    return (
        "text/javascript"
        if file.suffix in {".js", ".mjs"}
        else mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    )


def _accepts_gzip(scope: Scope) -> bool:
    return any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"])
