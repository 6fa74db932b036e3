"""The one HTML document with which the address of every page answers, made from Streamlit's own."""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape
from pathlib import Path

ASSETS = Path(__file__).resolve().parent / "assets"
ASSET_ROUTE = "/assets/"


def asset_paths() -> dict[str, Path]:
    """Address → file of all in serving/assets; the address changes with the content, so it may be kept forever."""
    return {
        f"{ASSET_ROUTE}{sha256(file.read_bytes()).hexdigest()[:12]}-{file.name}": file
        for file in sorted(ASSETS.iterdir())
    }


def vietnamese_document(streamlit_document: str, title: str, no_script: str, base: str) -> str:
    """Streamlit's document with `lang="vi"`, this title, this sentence where scripts are off, and the dashboard's look,
    script and icon. No font is preloaded, since the theme names fonts that the reader's machine has. Its files are
    named from the root (`base`), so that an address with a slash at its end finds them too."""
    document = streamlit_document.replace('<html lang="en">', '<html lang="vi">')
    document = re.sub(r"<title>.*?</title>", f"<title>{escape(title)}</title>", document, flags=re.DOTALL)
    document = re.sub(
        r"<noscript>.*?</noscript>", f"<noscript><p>{escape(no_script)}</p></noscript>", document, flags=re.DOTALL
    )
    document = re.sub(r'<link\s+rel="preload"[^>]*as="font"[^>]*>', "", document)
    document = re.sub(r'<link\s+rel="shortcut icon"[^>]*>', "", document)
    # Deferred and module scripts run in the document's order: ours stands before Streamlit's.
    first, script, rest = document.partition('<script type="module"')
    document = first + "".join(_tag(address, base) for address in asset_paths()) + script + rest
    return re.sub(r'\b(href|src)="\./', rf'\1="{escape(base)}/', document)


def _tag(address: str, base: str) -> str:
    if address.endswith(".css"):
        return f'<link rel="stylesheet" href=".{address}">'
    if address.endswith(".js"):
        return f'<script defer src=".{address}" data-base="{escape(base)}/"></script>'
    return f'<link rel="icon" type="image/svg+xml" href=".{address}">'
