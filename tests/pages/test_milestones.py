"""The page Đường găng in a real browser: on a screen, on a phone, on paper."""

import re

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.pages.conftest import open_view, wait_until_drawn

pytestmark = pytest.mark.browser

A3_POINTS = (1190.55, 841.89)
#: 420 mm less two margins of 10 mm, in CSS pixels of 1/96 inch; the height less two of 9 mm.
PRINTED: ViewportSize = {"width": 1511, "height": 1054}


def row_of(page: Page, name: str) -> Locator:
    return page.locator(".kpi-ms [data-row]", has_text=name)


def sideways(page: Page, *boxes: str) -> list[int]:
    """By how much each of these is wider inside than outside."""
    return [
        page.locator(box).first.evaluate("(box) => box.scrollWidth - box.clientWidth")
        for box in ("html", '[data-testid="stMain"]', *boxes)
    ]


def test_a_years_matrix_of_every_target(desktop_page: Page, reported: str) -> None:
    """Public investment: 75 wanted in the third quarter, 70.3 reached, within the tolerance of 8.33."""
    open_view(desktop_page, f"{reported}/duong-gang?period=2026-Q3")
    expect(desktop_page.locator("h1")).to_have_text("Năm 2026")
    assert desktop_page.locator(".kpi-ms [data-row]").count() == 30
    expect(desktop_page.locator(".kpi-ms thead th")).to_have_count(20)
    cell = row_of(desktop_page, "Tỷ lệ giải ngân vốn đầu tư công").locator('td[data-label="Quý III"]')
    expect(cell).to_have_text("75,0▼70,3")
    expect(cell.get_by_role("img", name="Chậm tiến độ")).to_be_visible()
    assert sideways(desktop_page, ".kpi-ms-frame") == [0, 0, 0]


def test_headings_and_names_stay_in_sight(desktop_page: Page, reported: str) -> None:
    open_view(desktop_page, f"{reported}/duong-gang?period=2026-Q3")
    desktop_page.locator(".kpi-ms-frame").evaluate("(frame) => frame.scrollTo(0, frame.scrollHeight)")
    expect(desktop_page.locator(".kpi-ms thead .kpi-ms-q").first).to_be_in_viewport()
    desktop_page.set_viewport_size({"width": 1000, "height": 800})
    desktop_page.locator(".kpi-ms-frame").evaluate("(frame) => frame.scrollTo(frame.scrollWidth, 0)")
    box = row_of(desktop_page, "Tỷ lệ giải ngân").locator("a").bounding_box()
    assert box is not None
    assert 0 < box["x"] < 100
    assert sideways(desktop_page) == [0, 0]


def test_a_row_leads_to_the_detail_and_a_year_to_that_year(desktop_page: Page, reported: str) -> None:
    open_view(desktop_page, f"{reported}/duong-gang?period=2026-Q3")
    desktop_page.locator("#kpi-year").select_option(label="2027")
    expect(desktop_page.locator("h1")).to_have_text("Năm 2027")
    assert "period=2027-Q3" in desktop_page.url
    desktop_page.get_by_role("link", name="Năm trước").click()
    expect(desktop_page.locator("h1")).to_have_text("Năm 2026")
    row_of(desktop_page, "Tỷ lệ dân số tham gia bảo hiểm y tế").locator('td[data-label="Quý II"]').click()
    expect(desktop_page.locator("h1")).to_have_text("Tỷ lệ dân số tham gia bảo hiểm y tế")
    desktop_page.get_by_role("link", name="Đường găng").click()
    expect(desktop_page.locator(".kpi-ms")).to_be_visible()


def test_a_lead_unit_can_be_chosen(desktop_page: Page, reported: str) -> None:
    open_view(desktop_page, f"{reported}/duong-gang?period=2026-Q3")
    desktop_page.locator("#kpi-unit").select_option(label="Công an xã")
    expect(desktop_page.locator(".kpi-ms [data-row]")).to_have_count(1)
    expect(desktop_page.locator(".kpi-ms [data-row]")).to_contain_text("Xã không ma túy")


def test_without_data_the_milestones_stand(desktop_page: Page, unreported: str) -> None:
    open_view(desktop_page, f"{unreported}/duong-gang?period=2026-Q3")
    expect(desktop_page.locator(".kpi-notice").last).to_contain_text("chưa có số liệu năm gốc 2025")
    expect(row_of(desktop_page, "Tỷ lệ giải ngân").locator('td[data-label="Quý IV"]')).to_contain_text("100,0")
    expect(row_of(desktop_page, "Giá trị sản phẩm trên 1 ha")).to_contain_text("chưa có số liệu gốc 2025")


def test_a_year_before_the_plan_leads_to_its_first(desktop_page: Page, reported: str) -> None:
    open_view(desktop_page, f"{reported}/duong-gang?period=2024-Q2")
    desktop_page.get_by_role("link", name="Xem năm 2026").click()
    expect(desktop_page.locator("h1")).to_have_text("Năm 2026")


def test_on_a_phone_a_target_is_a_card_with_its_quarters(phone_page: Page, reported: str) -> None:
    open_view(phone_page, f"{reported}/duong-gang?period=2026-Q3")
    card = row_of(phone_page, "Tỷ lệ giải ngân vốn đầu tư công")
    assert card.evaluate("(row) => getComputedStyle(row).display") == "grid"
    for quarter in ("I", "II", "III", "IV"):
        expect(card.locator(f'td[data-label="Quý {quarter}"]')).to_be_visible()
    months = [cell for cell in card.locator("td.kpi-ms-m").all() if cell.is_visible()]
    assert len(months) == 3  # those of one quarter
    clipped = phone_page.evaluate(
        """() => [...document.querySelectorAll('.kpi-ms-cell')]
            .filter((cell) => cell.offsetParent && cell.scrollWidth > cell.clientWidth).length"""
    )
    assert clipped == 0
    assert sideways(phone_page) == [0, 0]
    card.locator('td[data-label="Quý II"]').click()
    wait_until_drawn(phone_page)
    expect(phone_page.locator("h1")).to_contain_text("Tỷ lệ giải ngân vốn đầu tư công")


def test_the_button_prints(desktop_page: Page, reported: str) -> None:
    desktop_page.add_init_script("window.print = () => { window.asked = true; }")
    open_view(desktop_page, f"{reported}/duong-gang?period=2026-Q3")
    desktop_page.get_by_role("button", name="In khổ A3").click()
    desktop_page.wait_for_function("window.asked === true")


def test_on_paper_it_is_a3_landscape(desktop_page: Page, reported: str) -> None:
    open_view(desktop_page, f"{reported}/duong-gang?period=2026-Q3")
    printed = desktop_page.pdf(prefer_css_page_size=True, print_background=True)
    sizes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox ?\[0 0 ([\d. ]+)\]", printed)}
    [size] = sizes
    assert size == pytest.approx(A3_POINTS, abs=1)
    assert 2 <= len(re.findall(rb"/Type ?/Page\b", printed)) <= 4  # the rows need more than one sheet, cut off was none


def test_on_paper_every_target_and_figure_is_whole(desktop_page: Page, reported: str) -> None:
    open_view(desktop_page, f"{reported}/duong-gang?period=2026-Q3")
    desktop_page.emulate_media(media="print")
    desktop_page.set_viewport_size(PRINTED)
    for unwanted in (".kpi-head", ".kpi-choices", ".kpi-ms-print", ".kpi-people select"):
        expect(desktop_page.locator(unwanted).first).to_be_hidden()
    expect(desktop_page.locator(".kpi-ms-about")).to_contain_text("Xã Vĩnh Thịnh; kịch bản «Mức dưới»; tính đến ngày")
    found = desktop_page.evaluate(
        """() => {
            const rows = [...document.querySelectorAll('.kpi-ms [data-row]')];
            const cells = [...document.querySelectorAll('.kpi-ms :is(td, th)')];
            return {
                targets: rows.map((row) => row.querySelector('.kpi-ms-number').textContent),
                right: Math.max(...rows.map((row) => row.getBoundingClientRect().right)),
                clipped: cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.innerText),
                smallest: Math.min(...cells.map((cell) => parseFloat(getComputedStyle(cell).fontSize))),
                heading: getComputedStyle(document.querySelector('.kpi-ms thead')).display,
                cut: [...document.querySelectorAll('body *')].filter((box) => box.querySelector('.kpi-ms')
                    && getComputedStyle(box).overflowY !== 'visible').length,
            };
        }"""
    )
    assert len(set(found["targets"])) == 30
    assert found["right"] <= PRINTED["width"]
    assert found["clipped"] == []
    assert found["smallest"] >= 10.5  # 8 points on paper
    assert (found["heading"], found["cut"]) == ("table-header-group", 0)
    assert sideways(desktop_page) == [0, 0]
