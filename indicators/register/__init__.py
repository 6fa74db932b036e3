"""The register of communes: codes and names that a city or province counts, apart from the catalogue's sets.

load_register(store, catalogue, as_of)       what is known now
Register.find(code, name, parents)           the commune that a row of a sheet means, or why it means none
"""

from __future__ import annotations

from datetime import datetime

from indicators.catalogue import Catalogue
from indicators.register.model import CommuneFound, Register, RegisterEntry, RowTrouble
from indicators.store import Store

__all__ = ["CommuneFound", "Register", "RegisterEntry", "RowTrouble", "load_register"]


def load_register(store: Store | None, catalogue: Catalogue, as_of: datetime) -> Register:
    """What the store knows at a moment, with the communes of the catalogue; those alone without a store."""
    rows = store.rows("register_newest", as_of=as_of) if store is not None else []
    return Register([RegisterEntry(row["code"], row["name_vi"], row["parent_vi"]) for row in rows], catalogue)
