"""HTML made of escaped parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TypeAlias
from urllib.parse import urlencode


class Html(str):
    """Text that is HTML already: it is not escaped again."""

    __slots__ = ()


Child: TypeAlias = "Html | str | Iterable[Html | str | None] | None"

_VOID = frozenset({"img", "br", "hr", "col", "input"})


def tag(name: str, *children: Child, **attributes: str | int | bool | None) -> Html:
    """`<name …>children</name>`: plain texts are escaped, Html is not, None is left out.

    An attribute is written with dashes for underscores and without a last one (`class_`); True stands for a bare name,
    None and False leave it out.
    """
    written = "".join(
        f" {_attribute_name(key)}" if value is True else f' {_attribute_name(key)}="{_quoted(value)}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{written}>" if name in _VOID else f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: Child) -> Html:
    """The children one after the other, plain texts escaped."""
    return Html("".join(_written(child) for child in children))


def link(target: str, *children: Child, class_: str | None = None, title: str | None = None) -> Html:
    """A link that leads on inside the session; without a script it is an ordinary link."""
    return tag("a", *children, href=target, class_=class_, title=title, data_inside=True)


def address(page: str, parameters: Mapping[str, object]) -> str:
    """`/page?name=value…` without the parameters that are None."""
    query = urlencode({name: str(value) for name, value in parameters.items() if value is not None})
    return f"/{page}" + (f"?{query}" if query else "")


def _quoted(value: str | int) -> str:
    """Escaped for double quotes: an apostrophe may stay, and pictures have many."""
    return escape(str(value)).replace("&#x27;", "'")


def _attribute_name(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")


def _written(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Html):
        return child
    if isinstance(child, str):
        return escape(child)
    return "".join(_written(part) for part in child)
