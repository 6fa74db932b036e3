"""What the server sends before a page runs."""

import asyncio
import gzip
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import pytest

from serving.delivery import Delivery

DOCUMENT = """<!DOCTYPE html><html lang="en"><head><title>Streamlit</title>
<link rel="preload" href="./static/media/font.woff2" as="font" type="font/woff2" crossorigin />
<script type="module" src="./static/js/index.js"></script></head>
<body><noscript><p>English</p></noscript></body></html>"""


class Reached(Exception):
    """The request went on to Streamlit."""


async def streamlit(*_: object) -> None:
    raise Reached


@pytest.fixture
def delivery(tmp_path: Path) -> Delivery:
    (tmp_path / "static" / "js").mkdir(parents=True)
    (tmp_path / "index.html").write_text(DOCUMENT)
    (tmp_path / "static" / "js" / "index.js").write_text("x" * 5000)
    (tmp_path / "secret.js").write_text("secret")
    return Delivery(
        streamlit, pages=["", "chi-tieu"], title="Chỉ tiêu", no_script="Bật <JavaScript>", folder=tmp_path, base="/kpi/"
    )


def get(delivery: Delivery, path: str, *, accepts: bytes = b"gzip, br") -> tuple[dict[str, str], bytes]:
    sent: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [(b"accept-encoding", accepts)]}
    asyncio.run(delivery(scope, None, send))  # type: ignore[arg-type]
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}, sent[1]["body"]


@pytest.mark.parametrize("path", ["/", "/chi-tieu", "/chi-tieu/", "/kpi/", "/kpi/chi-tieu", "/kpi/chi-tieu/"])
def test_the_document_is_vietnamese(delivery: Delivery, path: str) -> None:
    headers, body = get(delivery, path, accepts=b"identity")
    text = body.decode()
    assert '<html lang="vi">' in text
    assert "<title>Chỉ tiêu</title>" in text
    assert "English" not in text
    assert "<noscript><p>Bật &lt;JavaScript&gt;</p></noscript>" in text
    assert 'src="/kpi/static/js/index.js"' in text
    assert '"./' not in text
    assert "font.woff2" not in text
    assert text.index("dashboard.js") < text.index("static/js/index.js")
    assert 'data-base="/kpi/"' in text
    assert headers["cache-control"] == "no-cache"


def test_static_files_are_compressed_and_kept(delivery: Delivery) -> None:
    headers, body = get(delivery, "/static/js/index.js")
    assert headers["content-encoding"] == "gzip"
    assert headers["content-type"] == "text/javascript"
    assert "immutable" in headers["cache-control"]
    assert gzip.decompress(body) == b"x" * 5000
    headers, body = get(delivery, "/static/js/index.js", accepts=b"identity")
    assert "content-encoding" not in headers
    assert body == b"x" * 5000


@pytest.mark.parametrize(
    "path",
    ["/_stcore/health", "/media/abc", "/static/../secret.js", "/static/js/none.js", "/static//js/index.js", "/khac"],
)
def test_everything_else_goes_on_to_streamlit(delivery: Delivery, path: str) -> None:
    with pytest.raises(Reached):
        get(delivery, path)
