"""`python -m indicators --help`. A review's folder is verified before anything else of the product is loaded."""

from __future__ import annotations

import sys

from indicators.verification import command as verifying


def main(argv: list[str] | None = None) -> int:
    """The exit code: 0 done, 1 refused, 2 wrong use."""
    given = sys.argv[1:] if argv is None else argv
    if verifying.is_meant(given):
        return verifying.main(given[2:])
    from indicators.command_line import main as run  # noqa: PLC0415 it loads the whole product

    return run(given)


if __name__ == "__main__":
    sys.exit(main())
