"""What stands around a report: from the office's settings, and where these are silent from the commune's name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from indicators.reports.model import Letterhead
from indicators.settings import Settings
from indicators.wording import reports as words


def letterhead_of(settings: Settings, commune_name_vi: str, unit: str | None = None, **given: Any) -> Letterhead:
    """The letterhead of the commune's report, or of a unit's own, whose superior is the commune's committee. `given`:
    fields of Letterhead that are to be so whatever the settings say; None leaves them."""
    of_commune = _of_commune(settings, commune_name_vi)
    letterhead = of_commune if unit is None else _of_unit(settings, of_commune, commune_name_vi, unit)
    return replace(letterhead, **{name: value for name, value in given.items() if value is not None})


def _of_commune(settings: Settings, commune_name_vi: str) -> Letterhead:
    own = settings.letterhead
    return Letterhead(
        superior_vi=own.superior,
        agency_vi=own.agency or words.COMMITTEE.format(commune=commune_name_vi).upper(),
        symbol=own.symbol or words.SYMBOL,
        place_vi=own.place or _place(commune_name_vi),
        signer_vi=own.signer or words.SIGNER,
        signer_name=own.signer_name,
        recipients_vi=own.recipients or (words.FILED,),
    )


def _of_unit(settings: Settings, of_commune: Letterhead, commune_name_vi: str, unit: str) -> Letterhead:
    """Who signs for a unit, and its sign in a number, are for the unit to write."""
    return Letterhead(
        superior_vi=of_commune.agency_vi,
        agency_vi=unit.upper(),
        symbol=words.SYMBOL_OF_UNIT,
        place_vi=settings.letterhead.place or _place(commune_name_vi),
        signer_vi=words.SIGNER_OF_UNIT,
        recipients_vi=(f"{words.COMMITTEE_SHORT.format(commune=commune_name_vi)};", words.FILED),
    )


def _place(commune_name_vi: str) -> str:
    """'Vĩnh Thịnh' of 'xã Vĩnh Thịnh'."""
    for kind in words.KINDS_OF_PLACE:
        if commune_name_vi.casefold().startswith(f"{kind} "):
            return commune_name_vi[len(kind) :].strip()
    return commune_name_vi
