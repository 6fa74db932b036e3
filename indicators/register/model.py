"""Which commune a code and a name mean. Never guessed: what fits two is ambiguous."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from indicators.catalogue import Catalogue
from indicators.intake.folding import fold
from indicators.register.names import code_form, form_of, parent_form

_WITH_PARENTS = re.compile(r"\s*[,(;]\s*|\s+[-–]\s+")  # 'xã Tân Lập, tỉnh A', 'Tân Lập (tỉnh A)'


@dataclass(frozen=True)
class RegisterEntry:
    """A commune as the register says it; `code` is '' for one that only the catalogue knows."""

    code: str
    name_vi: str
    parent_vi: str = ""


@dataclass(frozen=True)
class CommuneFound:
    """`key` is the commune's in every table: its catalogue set where it has one, else its code. `other_name` where the
    sheet calls the commune of this code by a name that nobody has."""

    key: str
    name_vi: str
    other_name: bool = False


@dataclass(frozen=True)
class RowTrouble:
    """Why a row means no commune: an issue's code and what its sentence needs."""

    code: str
    details: dict[str, str] = field(default_factory=dict)


class Register:
    """The entries of a register, and the catalogue's communes. One whose name, with its kind, is that of one set and of
    no other entry is that set's commune."""

    def __init__(self, entries: Iterable[RegisterEntry], catalogue: Catalogue) -> None:
        self.entries: tuple[RegisterEntry, ...] = tuple(entries)
        self._sets = [(entry.commune.commune, entry.commune.name_vi) for entry in catalogue.communes]

    def key_of(self, entry: RegisterEntry) -> str:
        return self._keys.get(id(entry), entry.code)

    def find(self, code: str, name: str, parents: Sequence[str] = ()) -> CommuneFound | RowTrouble:
        """The commune of a row; `parents` are what it is said to belong to. The code decides, and the name must not
        contradict it."""
        if code and self.entries:
            coded = self._of_code(code)
            if len(coded) == 1:
                return self._checked(coded[0], name)
            trouble = "commune_ambiguous" if coded else "commune_unknown_row"
            return RowTrouble(trouble, {"text": f"{code} {name}".strip(), "others": _listed(coded)})
        return self._of_name(name or code, parents)

    def knows(self, text: str) -> bool:
        """Whether a text is a code or a name of a commune."""
        return bool(self._of_code(text) or self._candidates(text))

    @cached_property
    def _keys(self) -> dict[int, str]:
        """The catalogue sets of entries, which are told by their identity: to hash thousands takes long."""
        found: dict[int, str] = {}
        for commune, name in self._sets:
            own = form_of(name)
            sharing = [key for key, other in self._sets if form_of(other) == own]
            entries = [entry for entry in self._by_bare.get(own.bare, ()) if form_of(entry.name_vi) == own]
            if len(entries) == 1 and len(sharing) == 1:
                found[id(entries[0])] = commune
        return found

    @cached_property
    def _by_code(self) -> dict[str, RegisterEntry]:
        return {entry.code: entry for entry in self.entries if entry.code}

    @cached_property
    def _by_short_code(self) -> dict[str, list[RegisterEntry]]:
        found: dict[str, list[RegisterEntry]] = defaultdict(list)
        for entry in self._by_code.values():
            found[code_form(entry.code)].append(entry)
        return found

    @cached_property
    def _by_bare(self) -> dict[str, list[RegisterEntry]]:
        """By the name without its kind. A set that no entry shares its name with is a commune of its own."""
        found: dict[str, list[RegisterEntry]] = defaultdict(list)
        for entry in self.entries:
            found[form_of(entry.name_vi).bare].append(entry)
        return found

    @cached_property
    def _sets_alone(self) -> list[tuple[str, str]]:
        forms = {form_of(entry.name_vi) for entry in self.entries}
        return [(commune, name) for commune, name in self._sets if form_of(name) not in forms]

    def _of_code(self, code: str) -> list[RegisterEntry]:
        exact = self._by_code.get(code)
        return [exact] if exact is not None else self._by_short_code.get(code_form(code), [])

    def _of_name(self, name: str, parents: Sequence[str]) -> CommuneFound | RowTrouble:
        candidates = self._candidates(name)
        sets = [CommuneFound(key, own) for key, own in self._sets_alone if _fits(name, own)]
        own, *of = _WITH_PARENTS.split(name.rstrip(" )"))
        if not candidates and not sets and own and of:
            return self._of_name(own, (*parents, *of))
        wanted = {parent_form(parent) for parent in parents if parent.strip()}
        if len(candidates) > 1 and wanted:
            candidates = [entry for entry in candidates if wanted <= _parents_of(entry)]
        if any(self._is_elsewhere(entry, parents) for entry in candidates):
            return RowTrouble("commune_unknown_row", {"text": ", ".join((name, *parents)), "others": ""})
        if len(candidates) + len(sets) == 1:
            return sets[0] if sets else self._found(candidates[0])
        if not candidates and not sets:
            return RowTrouble("commune_unknown_row", {"text": name, "others": ""})
        return RowTrouble("commune_ambiguous", {"text": name, "others": _listed(candidates)})

    def _is_elsewhere(self, entry: RegisterEntry, parents: Sequence[str]) -> bool:
        """Whether the commune is said to belong to another province, or to what others of the register belong to."""
        own, said = _parents_of(entry), {parent_form(parent) for parent in parents if parent.strip()}
        if not own - {""} or own & said:
            return False
        provinces = [form for text in parents if (form := _province_in(text)) is not None]
        own_provinces = {form for part in entry.parent_vi.split(",") if (form := _province_in(part)) is not None}
        return bool(said & self._parents) or bool(own_provinces and provinces)

    @cached_property
    def _parents(self) -> set[str]:
        return set().union(*map(_parents_of, self.entries)) - {""}

    def _candidates(self, name: str) -> list[RegisterEntry]:
        return [entry for entry in self._by_bare.get(form_of(name).bare, ()) if _fits(name, entry.name_vi)]

    def _checked(self, entry: RegisterEntry, name: str) -> CommuneFound | RowTrouble:
        if not name or name == entry.name_vi or _fits(name, entry.name_vi):
            return self._found(entry)
        if self._candidates(name):
            return RowTrouble("commune_code_conflict", {"text": entry.code, "name": name, "expected": entry.name_vi})
        return CommuneFound(self.key_of(entry), entry.name_vi, other_name=True)

    def _found(self, entry: RegisterEntry) -> CommuneFound:
        return CommuneFound(self.key_of(entry), entry.name_vi)


def _fits(written: str, known: str) -> bool:
    """Whether a name in a sheet can be a known one: the kind and the diacritics must not contradict it."""
    own, other = form_of(written), form_of(known)
    return (
        bool(own.bare)
        and own.bare == other.bare
        and (not own.kind or not other.kind or own.kind == other.kind)
        and (not own.marks or not other.marks or own.marks == other.marks)
    )


def _province_in(text: str) -> str | None:
    """The form of 'tỉnh A'; None for a district, or where the kind is not said."""
    return parent_form(text) if fold(text).startswith("tinh ") else None


def _parents_of(entry: RegisterEntry) -> set[str]:
    return {parent_form(part) for part in entry.parent_vi.split(",")}


def _listed(entries: Sequence[RegisterEntry]) -> str:
    return "; ".join(", ".join(filter(None, (entry.code, entry.name_vi, entry.parent_vi))) for entry in entries[:5])
