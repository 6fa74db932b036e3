"""Theo cơ quan, đơn vị and the filters by people: what is drawn, and the pages in a real browser."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from indicators.catalogue import GrowthScenario, Milestone, Target, load_catalogue
from indicators.drawing.choices import scenario_chooser
from indicators.drawing.frame import frame
from indicators.drawing.overview import overview_page
from indicators.drawing.people import of_people, people_chooser
from indicators.drawing.shown import Shown
from indicators.drawing.units import YearOfUnits, units_page
from indicators.moments import parse_as_of
from indicators.periods import parse_period
from indicators.plans.content import insert_version
from indicators.progress import overview, scenarios_in_force, targets_judged
from indicators.settings import CATALOGUE
from indicators.store import open_store
from indicators.units import judged_in_year, reports_of_year
from indicators.wording import screens
from indicators.wording import units as words
from tests.judging.office import Office
from tests.pages.conftest import fill_store, open_view, wait_until_drawn
from tests.test_units import AN, BINH, two_units

CUONG = "Lê Văn Cường"
NOW = "2026-11-21"


def shown_at(period: str, **changes: Any) -> Shown:
    asked = parse_period(period)
    plain = Shown("vinh_thu", {"vinh_thu": "xã Vĩnh Thử"}, asked, asked, "floor", "plan", 2025, date(2026, 11, 21))
    return replace(plain, **changes)


def rows_of(made: Office) -> list[dict]:
    return targets_judged(made.store, made.commune, "2026-Q3", parse_as_of(NOW))


def drawn(made: Office, shown: Shown) -> str:
    now = parse_as_of(NOW)
    of_year = (made.store, made.commune, shown.period.year, now)
    year = YearOfUnits(judged_in_year(*of_year), reports_of_year(*of_year))
    return units_page(shown, overview(made.store, made.commune, shown.period.code, now), year)


def test_the_address_carries_whose_targets_are_shown() -> None:
    shown = shown_at("2026-Q3", unit="Công an xã", by="officer")
    assert shown.address("co-quan") == "/co-quan?commune=vinh_thu&period=2026-Q3&unit=C%C3%B4ng+an+x%C3%A3&by=officer"
    assert "unit" not in shown.address("", unit=None)


def test_only_the_chosen_are_kept() -> None:
    rows = rows_of(two_units())
    assert [row["target"] for row in of_people(rows, shown_at("2026-Q3"))] == ["1.1", "1.2", "2"]
    assert [row["target"] for row in of_people(rows, shown_at("2026-Q3", leader=BINH))] == ["1.1", "2"]
    both = shown_at("2026-Q3", leader=BINH, unit="Công an xã")
    assert [row["target"] for row in of_people(rows, both)] == ["2"]


def test_the_lists_offer_what_leaves_something_to_show() -> None:
    rows = rows_of(two_units())
    every = people_chooser("", shown_at("2026-Q3"), rows) or ""
    assert [f'id="kpi-{name}"' in every for name in ("unit", "leader", "officer")] == [True] * 3
    assert words.RELEASE not in every
    of_binh = people_chooser("", shown_at("2026-Q3", leader=BINH), rows) or ""
    assert "kpi-officer" not in of_binh, "the officer's one target is not hers"
    assert f"Đang lọc: {BINH}." in of_binh
    nobody = Office()
    nobody.measures(lead_unit="")
    nobody.wants()
    assert people_chooser("", shown_at("2026-Q3"), rows_of(nobody)) is None


def test_the_overview_counts_the_indicators_of_those_chosen() -> None:
    made = two_units()
    found = overview(made.store, made.commune, "2026-Q3", parse_as_of(NOW))
    of_all = overview_page(shown_at("2026-Q3"), found, {})
    assert "1 trong 2 chỉ tiêu cần chú ý" in of_all
    of_economy = overview_page(shown_at("2026-Q3", unit="Phòng Kinh tế"), found, {})
    assert "1 trong 1 chỉ tiêu cần chú ý" in of_economy
    assert of_economy.count('class="kpi-row') == 1


def test_a_section_for_each_with_tally_quarters_and_reports() -> None:
    """Indicator 1 behind, 2 exceeded. Phòng Kinh tế's own measure: Q3 in time, Q1 and Q2 missing, Q4 not due."""
    page = drawn(two_units(), shown_at("2026-Q3"))
    assert "<b>Toàn xã: </b>Đạt và vượt mốc 1/2, chưa đạt mốc 1/2</p>" in page
    economy, police = page.split("<h2>")[1:]
    assert economy.startswith("Phòng Kinh tế</h2>")
    assert "Đạt và vượt mốc 0/1, chưa đạt mốc 1/1" in economy
    assert "Chủ trì 1 chỉ tiêu thành phần" in economy
    assert "Phối hợp 1 chỉ tiêu thành phần" in economy
    assert "gửi đúng hạn 1, quá hạn chưa gửi 2, chưa đến hạn 1" in economy
    assert "Quý III/2026: Chậm tiến độ" in economy
    assert "Đạt và vượt mốc 1/2, chưa đạt mốc 1/2" in police
    assert "Quý III/2026: gửi 09/10/2026, muộn 4 ngày (hạn 05/10/2026)" in police
    assert "Quý I/2026: quá hạn 230 ngày, chưa gửi (hạn 05/04/2026)" in police  # 25 + 31 + 30 + 31 + 31 + 30 + 31 + 21


def test_a_chosen_unit_keeps_what_it_works_on_jointly() -> None:
    page = drawn(two_units(), shown_at("2026-Q3", unit="Phòng Kinh tế"))
    assert [part.split("<")[0] for part in page.split("<h2>")[1:]] == ["Phòng Kinh tế"]
    assert "Phối hợp 1 chỉ tiêu thành phần" in page
    assert "<b>Các chỉ tiêu đang lọc: </b>Đạt và vượt mốc 0/1, chưa đạt mốc 1/1</p>" in page


def test_a_quarter_that_has_not_begun_is_empty() -> None:
    """Today is 21/11/2026: the fourth quarter has begun, the first of 2027 has not."""
    assert "Quý IV/2026: Chưa đến kỳ đánh giá" in drawn(two_units(), shown_at("2026-Q3")).split("kpi-reports")[0]
    assert "Quý I/2027:" not in drawn(two_units(), shown_at("2027-Q1")).split("kpi-reports")[0]


def test_people_are_never_graded() -> None:
    page = drawn(two_units(), shown_at("2026-Q3", by="officer"))
    assert words.NOT_GRADED in page
    assert [part.split("<")[0] for part in page.split("<h2>")[1:]] == [AN, words.NOBODY["officer"]]


def test_a_plan_without_leaders_says_so() -> None:
    made = Office()
    made.measures()
    made.wants()
    assert words.NOBODY_AT_ALL["leader"] in drawn(made, shown_at("2026-Q3", by="leader"))


def test_the_scenarios_of_the_plan_in_force() -> None:
    made = Office()
    made.measures()
    made.wants()
    made.decides(plan=2, valid_from=date(2026, 7, 1))
    made.wants(plan=2)
    with made.store.writing() as transaction:
        for ordinal, name in ((2, "Cao"), (1, "Bền vững")):
            row = {"plan": 2, "scenario": f"kb{ordinal}", "ordinal": ordinal, "name_vi": name, "sector_vi": ""}
            transaction.run("insert_scenario", commune=made.commune, **row)

    def names(period: str) -> list[str]:
        rows = scenarios_in_force(made.store, made.commune, period, parse_as_of(NOW))
        return [row["name_vi"] for row in rows]

    assert (names("2026-Q2"), names("2026-Q3")) == ([], ["Bền vững", "Cao"])


def test_a_scenario_is_a_switch_or_among_more_a_list_and_is_said() -> None:
    few = scenario_chooser("", shown_at("2026-Q3", scenario="stretch"))
    assert "kpi-switch" in few
    assert '<span aria-current="true">Mức trên</span>' in few
    four = screens.SCENARIOS | {"kb1": "Cao", "kb2": words.scenario_vi("Cao", "Nông nghiệp")}
    many = scenario_chooser("", shown_at("2026-Q3", scenarios=four, scenario="kb2"))
    assert "kpi-switch" not in many
    assert " selected>Cao (Nông nghiệp)</option>" in many
    shown = shown_at("2026-Q3", scenarios=four, scenario="kb1")
    assert "theo kịch bản «Cao»" in frame("", shown, is_demonstration=False)
    assert "kịch bản" not in frame("", shown_at("2026-Q3"), is_demonstration=False)


# ---- in a browser


def of_people_invented(target: Target) -> Target:
    leader = BINH if target.group == "Kinh tế" else CUONG
    joint = "Công an xã; Trung tâm Phục vụ hành chính công" if target.indicator == "7" else ""
    officer = AN if target.indicator in ("12", "13") else ""
    return replace(target, directing_leader=leader, joint_units=joint, officer=officer)


def fill_with_people(path: Path) -> Path:
    """A store with three quarterly reports, under a version of the plan that names invented people and a scenario."""
    entry = load_catalogue(CATALOGUE).by_commune["vinh_thinh"]
    own = GrowthScenario("kb1", "Tăng trưởng cao", "Công nghiệp - Xây dựng")
    decided = replace(
        entry,
        targets=tuple(map(of_people_invented, entry.targets)),
        scenarios=(own,),
        milestones=(Milestone("2.2", "kb1", "2026-Q3", Decimal(25)),),
    )
    with open_store(fill_store(path, 3)) as store, store.writing() as transaction:
        insert_version(transaction, decided, 2, origin="sheet", by=AN, at=datetime(2026, 1, 6))
    return path


@pytest.fixture(scope="module")
def peopled(dashboard: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    return dashboard(fill_with_people(tmp_path_factory.mktemp("peopled") / "kpi.duckdb"))


@pytest.mark.browser
def test_a_filter_keeps_the_session_and_the_address(desktop_page: Page, peopled: str) -> None:
    sockets: list[str] = []
    desktop_page.on("websocket", lambda socket: sockets.append(socket.url))
    open_view(desktop_page, f"{peopled}/?period=2026-Q3")
    desktop_page.locator("#kpi-officer").select_option(label=AN)
    expect(desktop_page.locator(".kpi-filtered")).to_contain_text(AN)
    assert desktop_page.locator(".kpi-row").count() == 2
    expect(desktop_page.locator(".kpi-heat tbody tr")).to_have_count(2)
    desktop_page.get_by_role("link", name="Theo cơ quan, đơn vị").click()
    expect(desktop_page.locator("h1")).to_have_text("Theo cơ quan, đơn vị")
    expect(desktop_page.locator(".kpi-units h2")).to_have_text(["Phòng Văn hóa - Xã hội"])
    desktop_page.get_by_role("link", name=words.RELEASE).click()
    expect(desktop_page.locator(".kpi-units h2")).to_have_count(5)
    assert "officer" not in desktop_page.url
    assert len(sockets) == 1, "the browser opened a new session"


@pytest.mark.browser
def test_the_page_by_leader_and_its_evidence(desktop_page: Page, peopled: str) -> None:
    open_view(desktop_page, f"{peopled}/co-quan?period=2026-Q3")
    desktop_page.get_by_role("link", name="Lãnh đạo chỉ đạo").click()
    expect(desktop_page.locator(".kpi-units h2")).to_have_text([BINH, CUONG])
    desktop_page.locator("#kpi-leader").select_option(label=BINH)
    expect(desktop_page.locator(".kpi-units h2")).to_have_text([BINH])
    wait_until_drawn(desktop_page)
    with desktop_page.expect_download() as download:
        desktop_page.get_by_role("button", name=words.DOWNLOAD_ONE.format(name=BINH)).click()
    assert download.value.suggested_filename == "phieu-minh-chung-vinh_thinh-2026.xlsx"
    assert load_workbook(BytesIO(Path(download.value.path()).read_bytes())).sheetnames == [BINH]


@pytest.mark.browser
def test_the_offices_own_scenario_can_be_chosen(desktop_page: Page, peopled: str) -> None:
    open_view(desktop_page, f"{peopled}/?period=2026-Q3")
    desktop_page.locator("#kpi-scenario").select_option(label="Tăng trưởng cao (Công nghiệp - Xây dựng)")
    expect(desktop_page.locator(".kpi-scenario")).to_contain_text("«Tăng trưởng cao (Công nghiệp - Xây dựng)»")
    row = desktop_page.locator(".kpi-row", has_text="Công nghiệp - Xây dựng")
    expect(row).to_contain_text("25,0")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("address", "said"), [("/?unit=khong_co", "«khong_co»"), ("/co-quan?by=x", "«x»"), ("/?leader=A&officer=B", "«A»")]
)
def test_who_is_not_there_falls_back_and_says_so(desktop_page: Page, peopled: str, address: str, said: str) -> None:
    open_view(desktop_page, peopled + address)
    expect(desktop_page.locator(".kpi-notice").first).to_contain_text(said)
    expect(desktop_page.locator(".kpi-filtered")).to_have_count(0)


@pytest.mark.browser
@pytest.mark.parametrize(
    "address",
    ["/?officer=" + AN.replace(" ", "+"), "/co-quan", "/co-quan?by=leader", "/co-quan?commune=vinh_phong&period=2030"],
)
def test_a_phone_shows_it_without_scrolling_sideways(phone_page: Page, peopled: str, address: str) -> None:
    open_view(phone_page, peopled + address)
    phone_page.locator("h1").wait_for()
    expect(phone_page.locator(".kpi-row").first).to_be_visible()
    widths = phone_page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
            .map((box) => box.scrollWidth - box.clientWidth)"""
    )
    assert widths == [0, 0]
