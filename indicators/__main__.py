"""`python -m indicators --help`. A review's folder is verified before anything else of the product is loaded."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """The exit code: 0 done, 1 refused, 2 wrong use."""
    from indicators.command_line import main as run  # noqa: PLC0415

    return run(sys.argv[1:] if argv is None else argv)


if __name__ == "__main__":
    sys.exit(main())
