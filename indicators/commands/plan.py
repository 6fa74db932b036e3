"""The plan: export, check, import, approve, versions."""

from __future__ import annotations

import argparse
from datetime import date, datetime

from indicators import console, errors, plans
from indicators.catalogue import Catalogue, Commune, load_catalogue
from indicators.commands.looking_back import moment_asked
from indicators.commands.opening import content_of, entry_of, now, opened, opened_existing
from indicators.console import Refusal
from indicators.settings import CATALOGUE, Settings
from indicators.store import Store
from indicators.wording import command_line as words


def export(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    with opened_existing(arguments.store, settings, catalogue) as store:
        commune = _commune(arguments, settings, catalogue)
        asked = moment_asked(arguments)
        content = plans.build_plan_workbook(store, commune, asked.as_of, looks_back=asked.is_past)
    try:
        arguments.out.write_bytes(content)
    except OSError as error:
        raise Refusal.of_use(words.FILE_UNWRITABLE.format(file=arguments.out)) from error
    console.say(words.PLAN_WRITTEN.format(out=arguments.out))
    return 0


def check(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue, content = load_catalogue(CATALOGUE), content_of(arguments.file)
    with opened_existing(arguments.store, settings, catalogue) as store:
        preview = _preview(arguments, store, _commune(arguments, settings, catalogue), content, now())
    console.say_plan(preview.changes, preview.issues, as_json=arguments.json)
    return 1 if preview.errors else 0


def import_plan(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue, content, at = load_catalogue(CATALOGUE), content_of(arguments.file), now()
    with opened(arguments.store, settings, catalogue) as store:
        preview = _preview(arguments, store, _commune(arguments, settings, catalogue), content, at)
        if preview.errors:
            console.say_plan(preview.changes, preview.issues, as_json=arguments.json, plan=None)
            return 1
        try:
            version = plans.record_plan(store, preview, by=arguments.by, at=at)
        except errors.UploadError as error:
            refusal = Refusal.of_error(error)
            issues = (*preview.issues, refusal.issue)
            console.say_plan(preview.changes, issues, as_json=arguments.json, plan=None)
            return refusal.exit_code
    console.say_plan(preview.changes, preview.issues, as_json=arguments.json, plan=version)
    return 0


def approve(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    with opened(arguments.store, settings, catalogue) as store:
        try:
            version = plans.approve_path(
                store, _commune(arguments, settings, catalogue), arguments.years, document_number=arguments.document,
                document_date=arguments.document_date, valid_from=arguments.valid_from, by=arguments.by, at=now(),
            )  # fmt: skip
        except errors.PlanRefused as error:
            console.say_plan((), error.issues, as_json=arguments.json, plan=None)
            return 1
    console.say_plan((), (), as_json=arguments.json, plan=version)
    return 0


def versions(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    with opened_existing(arguments.store, settings, catalogue) as store:
        commune = _commune(arguments, settings, catalogue).commune
        found = plans.plan_versions(store, commune, arguments.as_of or now())
        console.say_plan_versions(found, as_json=arguments.json)
    return 0


def day(text: str) -> date:
    """An ISO date or dd/mm/yyyy. Raises Refusal."""
    try:
        return date.fromisoformat(text if "-" in text else "-".join(reversed(text.split("/"))))
    except ValueError as error:
        raise Refusal.of_use(words.DAY_INVALID.format(text=text)) from error


def years(text: str) -> list[int]:
    """'2027' or '2027-2029'. Raises Refusal."""
    first, _, last = text.partition("-")
    try:
        return list(range(int(first), int(last or first) + 1))
    except ValueError as error:
        raise Refusal.of_use(words.YEARS_INVALID.format(text=text)) from error


def _commune(arguments: argparse.Namespace, settings: Settings, catalogue: Catalogue) -> Commune:
    return entry_of(catalogue, arguments.commune or settings.default_commune).commune


def _preview(
    arguments: argparse.Namespace, store: Store, commune: Commune, content: bytes, at: datetime
) -> plans.PlanPreview:
    return plans.preview_plan(
        store, commune, content, arguments.file.name, at=at, document_number=arguments.document or "",
        document_date=arguments.document_date, valid_from=arguments.valid_from,
    )  # fmt: skip
