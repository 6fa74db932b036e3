"""As of when a command reads."""

from __future__ import annotations

import argparse

from indicators.commands.opening import now
from indicators.moments import Moment


def moment_asked(arguments: argparse.Namespace) -> Moment:
    """What `--as-of` says; without it, now. A moment that lies ahead (today's end) is not looked back to."""
    at, asked = now(), arguments.as_of
    return Moment(asked or at, is_past=asked is not None and asked < at)
