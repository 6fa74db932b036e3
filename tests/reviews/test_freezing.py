"""What is frozen is what the screens show, it is frozen once, and nothing that comes later touches it."""

import json
import re
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import duckdb
import pytest

from indicators import errors, store
from indicators.forecasts import forecasts
from indicators.ledger import withdraw
from indicators.milestones import milestones_of_year
from indicators.periods import Period, parse_period
from indicators.plans import approve_path
from indicators.progress import indicators_judged, overview, statuses_by_quarter, targets_judged, values_of_measure
from indicators.reports.model import Occasion
from indicators.reviews import Scope, ScopeKind, export, open_review, reviews, scope_named, usual_occasion
from indicators.reviews.canonical import canonical_lines, columns_of, decoded_row
from indicators.reviews.gathering import gathered
from indicators.reviews.parts import PARTS
from indicators.store import Row, Store, open_store
from indicators.wording import reviews as words
from indicators.wording.refusals import sentence
from tests.history import COMMUNE, history, send
from tests.makers import make_catalogue
from tests.reviews.frozen import AS_OF, AT, NAME, PERIOD, UNIT, exported, freeze_unit, frozen, frozen_copy

KEY = Path("/nowhere/key.pem")


def canonical_file(review_store: Store) -> bytes:
    row = open_review(review_store, COMMUNE, NAME).row
    [found] = review_store.rows("review_file", commune=COMMUNE, review=row["review"], path="so_lieu_chot.jsonl")
    return bytes(found["content"])


@cache
def everything() -> dict[str, list[Row]]:
    return gathered(history("2026-Q2"), COMMUNE, PERIOD.code, AS_OF, Scope())


def test_rows_come_back_as_they_went_in() -> None:
    rows = everything()
    first, *lines = canonical_lines(rows | {"review": []})
    columns = columns_of(first.content)
    for part, said in rows.items():
        found = [decoded_row(line.content, columns[part]) for line in lines if line.part == part]
        assert found == [{name: row[name] for name, _ in PARTS[part]} for row in said]
        kinds = [[(type(value), getattr(value, "as_tuple", lambda: ())()) for value in row.values()] for row in found]
        wanted = [
            [(type(row[name]), getattr(row[name], "as_tuple", lambda: ())()) for name, _ in PARTS[part]] for row in said
        ]
        assert kinds == wanted


def test_every_column_that_the_screens_have_is_kept() -> None:
    """A column that comes to a query must come to the part too, with a new format: else a review would lose it."""
    rows = everything()
    left_out = {part: set(said[0]) - {name for name, _ in PARTS[part]} for part, said in rows.items() if said}
    assert {part: columns for part, columns in left_out.items() if columns} == {"targets": {"indicator_statuses"}}


def test_every_part_and_column_has_its_word() -> None:
    assert set(words.PARTS) == set(PARTS)
    assert {name for columns in PARTS.values() for name, _ in columns} == set(words.COLUMNS)
    assert all(len(title) <= 31 for title in words.PARTS.values())


def test_frozen_rows_are_those_of_the_screens_in_the_scope() -> None:
    known, review = frozen()
    asked = (known, COMMUNE, PERIOD.code, AS_OF)
    police = [row["target"] for row in overview(*asked).targets if row["lead_unit"] == UNIT.name_vi]
    assert police == ["22"]
    for scenario in ("floor", "stretch"):
        targets = [row for row in overview(*asked, scenario).targets if row["target"] in police]
        assert [row.pop("scenario") for row in map(dict, review.rows("targets", scenario))] == [scenario] * len(targets)
        for kept, shown in zip(review.rows("targets", scenario), targets, strict=True):
            assert {name: value for name, value in kept.items() if name != "scenario"} == {
                name: value for name, value in shown.items() if name != "indicator_statuses"
            }
    for part, every in (
        ("indicators", indicators_judged(*asked)),
        ("statuses", statuses_by_quarter(known, COMMUNE, AS_OF)),
        ("milestones", milestones_of_year(known, COMMUNE, 2028, AS_OF)),
        ("forecasts", forecasts(*asked)),
    ):
        column = "target" if "target" in every[0] else "indicator"
        wanted = [{"scenario": "floor"} | row for row in every if row[column] in police]
        assert [row for row in review.rows(part) if row.get("year", 2028) == 2028] == wanted
    assert {row["measure"] for row in review.parts["values"]} == {row["measure"] for row in review.parts["targets"]}
    measure = review.parts["targets"][0]["measure"]
    assert [row["value"] for row in review.parts["values"]] == [
        row["value"] for row in values_of_measure(known, COMMUNE, measure, AS_OF)
    ]
    assert review.head["plan"] == 1
    assert (review.head["as_of"], review.head["frozen_at"], review.head["frozen_by"]) == (AS_OF, AT, "Lan")


def test_later_uploads_withdrawals_plans_and_migrations_touch_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = frozen_copy(tmp_path)
    with open_store(path) as known:
        before = canonical_file(known)
        rows = targets_judged(known, COMMUNE, PERIOD.code, AS_OF)
        send(known, PERIOD, at=AT + timedelta(days=1), shift=3)
        withdraw(known, 2, reason="gửi nhầm", by="Lan", at=AT + timedelta(days=2))
        approve_path(
            known, make_catalogue().by_commune[COMMUNE].commune, [2026, 2027], document_number="9/QĐ",
            document_date=None, valid_from=datetime(2026, 4, 1).date(), by="Lan", at=AT + timedelta(days=3),
        )  # fmt: skip
        assert canonical_file(known) == before
        assert targets_judged(known, COMMUNE, PERIOD.code, AS_OF) == rows
        assert targets_judged(known, COMMUNE, PERIOD.code, AT + timedelta(days=4)) != rows
    migrate_on(tmp_path, monkeypatch)
    with open_store(path) as known:
        assert known.rows("later")[0]["version"] == 902
        assert canonical_file(known) == before
        review = open_review(known, COMMUNE, NAME)
        export(known, review, tmp_path / "folder")
    for file in sorted(exported().rglob("*.*")):
        assert (tmp_path / "folder" / file.relative_to(exported())).read_bytes() == file.read_bytes()


def migrate_on(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Later versions of the product change the tables that the rows came from."""
    later = copytree(store.SQL, place / "sql")
    for name, statement in {
        "900_observation": "alter table kpi.observation add column later varchar",
        "901_more_places": "alter table kpi.observation alter value type decimal(24, 6)",
        "902_target": "alter table kpi.target alter tolerance type decimal(24, 6)",
    }.items():
        (later / "schema" / f"{name}.sql").write_text(f"-- Purpose: later.\n{statement}")
    (later / "queries" / "later.sql").write_text(
        "-- Purpose: test.\nselect max(version) version from kpi.schema_version"
    )
    monkeypatch.setattr(store, "SQL", later)


def test_no_statement_changes_or_deletes_a_review() -> None:
    changing = re.compile(
        r"(update|delete\s+from|truncate|drop\s+table|merge\s+into|insert\s+or\s+\w+\s+into|alter\s+table)\s+(if\s+exists\s+)?"
        r"(kpi\.)?(review|review_value|review_file|signing_key)\b",
        re.IGNORECASE,
    )
    assert changing.search("delete from kpi.review_value where true")
    statements = sorted(store.SQL.rglob("*.sql"))
    assert [path.name for path in statements if changing.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "statement",
    [
        "update kpi.review_value set content = replace(content, '2026', '2027') where part = 'targets'",
        "delete from kpi.review_value where line = 5",
        "update kpi.review_value set ordinal = ordinal + 1 where part = 'values'",
        "update kpi.review set signature = 'x'::blob",
        "update kpi.review set as_of = as_of + interval 1 day",
        "update kpi.review set frozen_by = 'Minh'",
        "update kpi.review_file set content = content || ' '::blob where path = 'manifest.json'",
        "delete from kpi.review_file where path = 'manifest.json'",
        "delete from kpi.review_file where path = 'bao_cao.pdf'",
        "update kpi.review_file set content = 'x'::blob where path = 'bao_cao.docx'",
        "update kpi.review_file set content = 'x'::blob, sha256 = sha256('x') where path = 'bao_cao.docx'",
        (
            "insert into kpi.review_file select commune, review, 'them.txt', sha256, content from kpi.review_file"
            " where path = 'DOC_TRUOC.txt'"
        ),
        "update kpi.signing_key set public_key = ''",
        "delete from kpi.signing_key",
    ],
)
def test_a_review_that_was_changed_in_the_store_is_not_opened(tmp_path: Path, statement: str) -> None:
    with open_store(frozen_copy(tmp_path)) as known:
        known._connection.execute(statement)
        with pytest.raises(errors.ReviewDamaged) as refused:
            open_review(known, COMMUNE, NAME)
        assert "không còn nguyên vẹn" in sentence(refused.value)


def test_a_file_that_was_changed_in_the_store_is_not_exported(tmp_path: Path) -> None:
    with open_store(frozen_copy(tmp_path)) as known:
        known._connection.execute("update kpi.review_file set content = 'x'::blob where path = 'bao_cao.pdf'")
        with pytest.raises(errors.ReviewDamaged):
            export(known, open_review(known, COMMUNE, NAME), tmp_path / "folder")
        assert sorted(path.name for path in tmp_path.iterdir() if "folder" in path.name) == []


@pytest.mark.parametrize("name", [NAME, "  đánh giá  GIỮA nhiệm kỳ ", "\u200bĐánh giá giữa nhiệm kỳ\n"])
def test_a_name_is_given_once(tmp_path: Path, name: str) -> None:
    with open_store(frozen_copy(tmp_path)) as known:
        with pytest.raises(errors.ReviewNameTaken) as refused:
            freeze_unit(known, tmp_path / "key.pem", name)
        assert "đặt một tên khác" in sentence(refused.value)
        assert len(reviews(known, COMMUNE)) == 1


REFUSED = {
    "no name": ({"name": " \n"}, errors.DetailMissing),
    "nobody": ({"by": " "}, errors.DetailMissing),
    "a long name": ({"name": "x" * 121}, errors.NameTooLong),
    "the future": ({"as_of": AT + timedelta(seconds=1)}, errors.CutOffAhead),
    "no such unit": ({"scope": Scope(ScopeKind.UNIT, "Kinh tế")}, errors.ScopeUnknown),
    "no such group": ({"scope": Scope(ScopeKind.GROUP, "Công an xã")}, errors.ScopeUnknown),
    "no data": ({"period": Period(2027)}, errors.ReviewEmpty),
    "no data yet": ({"as_of": datetime(2026, 6, 1)}, errors.ReviewEmpty),
}


@pytest.mark.parametrize(("other", "error"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_frozen_is_refused(other: dict, error: type[Exception]) -> None:
    known = history("2026-Q2")
    with pytest.raises(error) as refused:
        freeze_unit(known, KEY, **({"name": "Bản mới"} | other))
    assert sentence(refused.value)  # type: ignore[arg-type]
    assert reviews(known, COMMUNE) == []
    assert known.rows("signing_keys") == []


def test_a_scope_is_named_as_the_plan_names_it() -> None:
    asked = (history("2026-Q2"), COMMUNE, PERIOD.code, AS_OF)
    assert scope_named(*asked, " công AN xã") == UNIT
    assert scope_named(*asked, "kinh tế") == Scope(ScopeKind.GROUP, "Kinh tế")
    assert scope_named(*asked, "Toàn bộ") == scope_named(*asked, "") == Scope()
    with pytest.raises(errors.ScopeUnknown) as refused:
        scope_named(*asked, "Sở Tài chính")
    assert "Công an xã" in sentence(refused.value)


@pytest.mark.parametrize(
    ("period", "occasion"),
    [("2028-Q2", Occasion.MIDTERM), ("2028-H1", Occasion.MIDTERM), ("2027", Occasion.YEAR), ("2030", Occasion.TERM)],
)
def test_the_occasion_follows_from_the_period(period: str, occasion: Occasion) -> None:
    assert usual_occasion(parse_period(period)) is occasion


def test_the_folder_says_the_same_in_every_file() -> None:
    """DuckDB, Parquet and the canonical form, each read without the product."""
    folder, review = exported(), frozen()[1]
    values = [(row["period"], row["value"]) for row in review.parts["values"]]
    assert [period for period, _ in values] == ["2025-Q4", "2026-Q1", "2026-Q2"]
    with duckdb.connect(folder / "so_lieu_chot.duckdb", read_only=True) as database:
        assert database.execute('select period, value from "values"').fetchall() == values
        assert {row[0] for row in database.execute("show tables").fetchall()} == set(PARTS)
    with duckdb.connect() as memory:
        parquet = str(folder / "parquet" / "values.parquet")
        assert memory.execute("select period, value from read_parquet($file)", {"file": parquet}).fetchall() == values
        uploads = str(folder / "parquet" / "uploads.parquet")
        [(measures,)] = memory.execute("select measures from read_parquet($f) limit 1", {"f": uploads}).fetchall()
        assert review.parts["uploads"][0]["measures"] == measures
    content = (folder / "so_lieu_chot.jsonl").read_bytes()
    assert sha256(content).hexdigest() == review.row["canonical_sha256"]
    said = json.loads((folder / "manifest.json").read_bytes())
    assert said["fingerprint"] == review.row["fingerprint"]
    assert said["fingerprint"] in (folder / "DOC_TRUOC.txt").read_text(encoding="utf-8")


def test_every_code_of_the_rows_is_explained_to_who_reads_them_without_the_product() -> None:
    rows = frozen()[1].parts
    coded = ("status", "scenario", "horizon", "bound", "commitment", "accumulation", "kind", "assigned_by", "reason")
    codes = {row[name] for part, found in rows.items() for row in found for name in coded if part != "uploads"
             if row.get(name) is not None}  # fmt: skip
    explained = (exported() / "DOC_TRUOC.txt").read_text(encoding="utf-8")
    assert {code for code in codes if f"    {code} = " not in explained} == set()
    assert {"not_due", "achieved", "stretch", "yes_no"} <= codes


def test_the_original_sheets_are_those_that_were_sent() -> None:
    known, review = frozen()
    for row in review.parts["uploads"]:
        file = exported() / "bieu_goc" / f"{row['upload']:05}_{row['file_name']}"
        assert sha256(file.read_bytes()).hexdigest() == row["sha256"]
        assert file.read_bytes() == known.rows("upload_file", upload=row["upload"])[0]["content"]


def test_everything_is_taken_where_no_scope_is_said() -> None:
    rows = everything()
    assert len(rows["targets"]) == 2 * 30
    assert len(rows["indicators"]) == 2 * 22
    assert len(rows["statuses"]) == 2 * 22 * 20
    assert len(rows["milestones"]) == 2 * 30 * 20 * 5
    assert len(rows["values"]) == 3 * 28
    assert [row["upload"] for row in rows["uploads"]] == [1, 2, 3]
