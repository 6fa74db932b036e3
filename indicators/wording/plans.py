# ruff: noqa: E501 a sentence stands on one line, where it can be searched and read
"""The words of a plan's workbook: sheets, columns, the words a cell may hold, and every issue that reading it can give."""

from __future__ import annotations

from indicators.catalogue import (
    Accumulation,
    Assigner,
    Better,
    Bound,
    Commitment,
    Frequency,
    Horizon,
    PathRule,
    Scenario,
)
from indicators.intake.model import Issue, Severity

PLAN, TARGETS, MEASURES, YEAR_GOALS = "Kế hoạch", "Chỉ tiêu", "Đại lượng", "Chỉ tiêu giao năm"
MILESTONES, PACES, STEPS, SCENARIOS = "Mốc {year}", "Tỷ trọng tháng", "Theo bậc", "Kịch bản"

TITLES = {
    PLAN: "KẾ HOẠCH CHỈ TIÊU CỦA {commune}",
    TARGETS: "CÁC CHỈ TIÊU CỦA KẾ HOẠCH",
    MEASURES: "CÁC ĐẠI LƯỢNG (SỐ LIỆU ĐƯỢC BÁO CÁO)",
    YEAR_GOALS: "CHỈ TIÊU GIAO TỪNG NĂM",
    MILESTONES: "MỐC THEO ĐƯỜNG GĂNG NĂM {year}",
    PACES: "TỶ TRỌNG LŨY KẾ THEO THÁNG (%)",
    STEPS: "ĐƯỜNG GĂNG THEO BẬC",
    SCENARIOS: "KỊCH BẢN TĂNG TRƯỞNG",
}
GUIDES = {
    TARGETS: "Mỗi dòng một chỉ tiêu. Thêm chỉ tiêu: thêm dòng mới. Thôi đánh giá: chọn «Ngừng», nếu có chỉ tiêu thay thì ghi mã ở cột «Thay bằng». Không xóa dòng.",
    MEASURES: "Dòng đang có chỉ để xem. Thêm đại lượng: thêm dòng mới ở cuối bảng.",
    YEAR_GOALS: "Chỉ tiêu của năm do thành phố giao hoặc HĐND xã quyết nghị; có cả hai thì đánh giá theo HĐND xã.",
    MILESTONES: "Chỉ nhập vào ô màu vàng. Dòng «suy ra» là mốc tính theo quy tắc, chỉ để tham khảo, không được đọc lại. Tháng để trống được suy ra khi đã có đủ các quý.",
    PACES: "Tỷ trọng lũy kế từ đầu năm, tháng 12 là 100. Dùng cho chỉ tiêu chọn nhịp tháng «Tỷ trọng riêng».",
    STEPS: "Từ ngày nêu ở dòng, mốc là giá trị của dòng. Dùng cho chỉ tiêu chọn đường găng «Theo bậc».",
    SCENARIOS: "Kịch bản do địa phương đặt thêm; giá trị ghi ở các trang «Mốc», cột «Kịch bản» ghi tên kịch bản. Mã gồm chữ thường không dấu, số và dấu gạch dưới.",
}
GUIDE = (
    "1. Ghi số, ngày văn bản quyết định và ngày hiệu lực của lần điều chỉnh này vào các ô màu vàng. Văn bản của bản đang dùng ghi ở cột bên cạnh để đối chiếu.",
    "2. Sửa trực tiếp ở các trang còn lại; ô không sửa thì giữ nguyên. Trang không cần sửa có thể xóa khỏi tệp.",
    "3. Trang «Chỉ tiêu»: không xóa dòng. Thêm dòng mới để thêm chỉ tiêu; chọn «Tạm dừng» hoặc «Ngừng» ở cột «Trạng thái».",
    "4. Số thập phân dùng dấu phẩy, ngày ghi dd/mm/yyyy.",
    "5. Gửi lại tệp, xem từng thay đổi, rồi xác nhận. Bản cũ được giữ nguyên cho các kỳ đã đánh giá.",
)
NEW_VERSION, CURRENT_VERSION = "Bản điều chỉnh này", "Bản đang dùng"
PLAN_LABELS = {
    "commune": "Xã",
    "name_vi": "Tên kế hoạch",
    "document_number": "Số văn bản",
    "document_date": "Ngày văn bản",
    "valid_from": "Hiệu lực từ ngày",
    "baseline_year": "Năm gốc",
    "version": "Sửa từ phiên bản",
}
UNKNOWN = "chưa nhập"
#: (to be filled in, a number) → the look's name, as Excel lists it among the cell styles.
CELL_STYLES = {
    (True, False): "Ô được sửa",
    (True, True): "Ô số được sửa",
    (False, False): "Ô chỉ xem",
    (False, True): "Ô số chỉ xem",
}

HORIZONS: dict[str, str] = {Horizon.EACH_YEAR: "Hằng năm", Horizon.BY_YEAR: "Đến năm", Horizon.AVERAGE: "Bình quân"}
BOUNDS: dict[str, str] = {
    Bound.AT_LEAST: "≥",
    Bound.AT_MOST: "≤",
    Bound.ABOVE: ">",
    Bound.BELOW: "<",
    Bound.BETWEEN: "Trong khoảng",
    Bound.ACHIEVED: "Đạt",
}
COMMITMENTS: dict[str, str] = {Commitment.FIRM: "Bắt buộc", Commitment.STRIVE: "Phấn đấu"}
PATH_RULES: dict[str, str] = {
    PathRule.RULE: "Theo quy tắc",
    PathRule.LINEAR: "Tuyến tính",
    PathRule.FLAT: "Không đổi",
    PathRule.STEPS: "Theo bậc",
}
EVEN, OWN, HISTORY = "even", "own", "history"
RHYTHMS: dict[str, str] = {EVEN: "Đều", OWN: "Tỷ trọng riêng", HISTORY: "Như các năm trước"}
ACTIVE, SUSPENDED, RETIRED = "active", "suspended", "retired"
STATES: dict[str, str] = {ACTIVE: "Đang thực hiện", SUSPENDED: "Tạm dừng", RETIRED: "Ngừng"}
ASSIGNERS: dict[str, str] = {Assigner.CITY: "Thành phố", Assigner.COUNCIL: "HĐND xã"}
BANDS: dict[str, str] = {Scenario.FLOOR: "Mức dưới", Scenario.STRETCH: "Mức trên"}
ACCUMULATIONS: dict[str, str] = {
    Accumulation.LEVEL: "Tại thời điểm cuối kỳ",
    Accumulation.YEAR_TO_DATE: "Lũy kế từ đầu năm",
    Accumulation.RATIO_TO_DATE: "Tỷ lệ lũy kế từ đầu năm",
    Accumulation.GROWTH: "So với cùng kỳ năm trước",
}
FREQUENCIES: dict[str, str] = {
    Frequency.MONTH: "Tháng",
    Frequency.QUARTER: "Quý",
    Frequency.HALF: "6 tháng",
    Frequency.YEAR: "Năm",
}
BETTERS: dict[str, str] = {Better.UP: "Càng cao càng tốt", Better.DOWN: "Càng thấp càng tốt"}
NEXT_YEAR = "năm sau"
DERIVED = "(suy ra)"
PROOF = "Đối chiếu"

CODE, NAME, UNIT = "Mã", "Tên chỉ tiêu", "ĐVT"
TARGET_COLUMNS = {
    "target": CODE,
    "indicator": "Chỉ tiêu số",
    "group": "Nhóm",
    "name_vi": NAME,
    "unit": UNIT,
    "measure": "Mã đại lượng",
    "horizon": "Cách đánh giá",
    "first_year": "Từ năm",
    "last_year": "Đến năm",
    "bound": "So sánh",
    "value": "Mức dưới",
    "stretch": "Mức trên",
    "tolerance": "Ngưỡng dung sai",
    "commitment": "Cam kết",
    "path_rule": "Đường găng",
    "rhythm": "Nhịp tháng",
    "lead_unit": "Cơ quan chủ trì tham mưu",
    "joint_units": "Cơ quan phối hợp",
    "directing_leader": "Lãnh đạo chỉ đạo",
    "officer": "Cán bộ phụ trách",
    "state": "Trạng thái",
    "replaced_by": "Thay bằng",
}
MEASURE_COLUMNS = {
    "measure": "Mã đại lượng",
    "name_vi": "Tên đại lượng",
    "unit": UNIT,
    "accumulation": "Cách cộng dồn",
    "frequency": "Tần suất",
    "closes": "Ngày khép sổ",
    "decimals": "Số chữ số thập phân",
    "better": "Chiều tốt",
    "minimum": "Nhỏ nhất",
    "maximum": "Lớn nhất",
    "baseline": "Số gốc riêng",
    "names_seen_vi": "Tên gọi khác",
    "numerator_vi": "Tử số",
    "denominator_vi": "Mẫu số",
    "factor": "Hệ số",
    "lead_unit": "Cơ quan",
    "data_source_vi": "Nguồn số liệu",
}
ASSIGNED_BY = "Cấp giao"
YEAR_FLOOR, YEAR_STRETCH = "{year}: mức dưới", "{year}: mức trên"
SCENARIO = "Kịch bản"
ON_DATE, VALUE = "Từ ngày", "Giá trị"
SCENARIO_COLUMNS = {"scenario": "Mã kịch bản", "name_vi": "Tên kịch bản", "sector_vi": "Lĩnh vực"}
MONTH = "Tháng {number}"
QUARTERS = ("Quý I", "Quý II", "Quý III", "Quý IV")
HALF, NINE_MONTHS, YEAR = "6 tháng", "9 tháng", "Cả năm"

#: What a line of the difference is about, beside the columns' own titles.
NEW_TARGET, NEW_MEASURE, NEW_SCENARIO, SCENARIO_GONE = "Chỉ tiêu mới", "Đại lượng mới", "Kịch bản mới", "Bỏ kịch bản"
ASSIGNED_OF_YEAR = "Chỉ tiêu giao năm {year} ({assigner}), {band}"
MILESTONE_OF = "Mốc {period}, {scenario}"
STEP_OF = "Bậc từ {date}, {scenario}"
PACE_OF = "Tỷ trọng lũy kế tháng {month} (%)"

_ERRORS = {
    "commune_differs": "Tệp này là kế hoạch của «{found}», không phải của «{expected}». Hãy chọn đúng tệp hoặc đúng xã.",
    "no_plan_sheet": "Không thấy trang nào của tệp kế hoạch (ví dụ «Chỉ tiêu», «Mốc 2027»). Hãy tải tệp kế hoạch, sửa rồi gửi lại.",
    "sheet_twice": "Có hai trang cùng là «{sheet_name}». Hãy chỉ giữ lại một trang.",
    "year_outside": "Trang «{sheet_name}» nói về năm ngoài giai đoạn {first}-{last} của kế hoạch. Hãy kiểm tra tên trang.",
    "header_missing": "Trang «{sheet_name}» không có dòng tiêu đề với cột «{column}». Hãy giữ nguyên dòng tiêu đề như tệp đã tải.",
    "column_missing": "Trang «{sheet_name}» thiếu cột «{column}». Hãy thêm lại cột này.",
    "column_twice": "Cột «{column}» có hai lần. Hãy chỉ giữ lại một cột.",
    "cell_error": "Ô «{column}» đang báo lỗi {text}. Hãy sửa lại ô này.",
    "cell_formula": "Ô «{column}» có công thức nhưng chưa có kết quả. Hãy ghi giá trị thay cho công thức.",
    "cell_needed": "Ô «{column}» không được để trống. Hãy điền rồi gửi lại.",
    "cell_not_number": "Ô «{column}» cần một con số nhưng ghi «{text}». Hãy chỉ nhập số, ví dụ 94,1.",
    "cell_ambiguous": "Không rõ «{text}» ở ô «{column}» là phần nghìn hay phần thập phân. Hãy nhập lại dưới dạng số của Excel.",
    "cell_too_precise": "Ô «{column}» ghi {text}: chỉ lưu được tối đa bốn chữ số thập phân. Hãy làm tròn số này.",
    "cell_too_large": "Số {text} ở ô «{column}» quá lớn. Hãy kiểm tra đơn vị.",
    "cell_percent": "Ô này ghi tỷ lệ phần trăm, trong khi chỉ tiêu tính bằng {unit}. Hãy ghi con số theo đúng đơn vị.",
    "cell_not_whole": "Ô «{column}» cần một số nguyên nhưng ghi «{text}». Hãy kiểm tra lại.",
    "cell_not_date": "Ô «{column}» cần một ngày nhưng ghi «{text}». Hãy ghi dạng dd/mm/yyyy.",
    "cell_not_word": "Ô «{column}» ghi «{text}», chỉ nhận một trong các từ: {words}.",
    "cell_not_text": "Excel hiểu ô «{column}» là {text}, không phải chữ. Hãy định dạng ô là Văn bản rồi ghi lại.",
    "code_invalid": "Mã «{text}» không hợp lệ. Mã chỉ tiêu gồm số, chữ không dấu và dấu chấm, ví dụ 9.1.",
    "identifier_invalid": "Mã «{text}» không hợp lệ. Mã gồm chữ thường không dấu, số và dấu gạch dưới, bắt đầu bằng chữ, ví dụ rung_trong_moi.",
    "year_invalid": "Năm {text} nằm ngoài giai đoạn {first}-{last}. Hãy kiểm tra lại.",
    "years_reversed": "«Từ năm» không được sau «Đến năm». Hãy sửa lại hai ô này.",
    "decimals_invalid": "Số chữ số thập phân phải từ 0 đến 4, ô ghi {text}.",
    "closing_invalid": "Ngày khép sổ «{text}» không hợp lệ. Hãy ghi như 31/12 hoặc 31/01 năm sau.",
    "row_twice": "Dòng này trùng với một dòng phía trên ({what}). Hãy chỉ giữ lại một dòng.",
    "target_gone": "Chỉ tiêu {target} «{name}» không còn trong trang. Chỉ tiêu không được xóa: hãy để lại dòng này và chọn «Ngừng» ở cột «Trạng thái».",
    "unknown_target": "Không có chỉ tiêu nào mang mã «{text}». Hãy ghi mã như ở trang «Chỉ tiêu».",
    "unknown_measure": "Không có đại lượng nào mang mã «{text}». Hãy ghi mã như ở trang «Đại lượng», hoặc thêm đại lượng ở trang đó.",
    "unknown_scenario": "Không có kịch bản «{text}». Hãy ghi Mức dưới, Mức trên hoặc tên kịch bản như ở trang «Kịch bản».",
    "measure_changed": "Cột «{column}» của đại lượng «{name}» đã bị sửa (đang là «{before}»). Sửa đại lượng sẽ làm thay đổi các kỳ đã đánh giá: hãy khôi phục ô này và thêm một đại lượng mới nếu cần.",
    "retired_again": "Mã {target} đã ngừng ở một bản trước nên không dùng lại được. Hãy đặt mã khác cho chỉ tiêu mới.",
    "retired_new": "Chỉ tiêu {target} chưa từng có trong kế hoạch nên không thể ngừng. Hãy bỏ dòng này.",
    "replacement_unknown": "Chỉ tiêu thay thế «{text}» không có trong kế hoạch mới. Hãy ghi mã của một chỉ tiêu đang thực hiện.",
    "replacement_without_end": "Cột «Thay bằng» chỉ dùng cho chỉ tiêu chọn «Ngừng». Hãy chọn «Ngừng» hoặc bỏ mã thay thế.",
    "value_outside_range": "Giá trị {text} nằm ngoài khoảng cho phép của đại lượng ({range}) nên không đường găng nào đạt được. Hãy kiểm tra lại.",
    "value_not_whole": "Đại lượng tính bằng số nguyên nên mục tiêu {text} không bao giờ đạt đúng. Hãy ghi số nguyên.",
    "stretch_on_wrong_side": "Mức trên {text} chưa tốt hơn mức dưới {floor}. Hãy kiểm tra hai ô này.",
    "between_needs_upper": "So sánh «Trong khoảng» cần cả mức trên. Hãy ghi mức trên.",
    "bound_does_not_fit_unit": "So sánh «{text}» không phù hợp với đơn vị tính của đại lượng: đơn vị đạt/chưa dùng «Đạt», đơn vị khác dùng các dấu so sánh.",
    "achieved_is_one": "Chỉ tiêu đạt/chưa không có mức số. Hãy để trống ô mức dưới và mức trên.",
    "unit_differs_from_measure": "Đơn vị tính «{text}» khác đơn vị của đại lượng. Hãy sửa đơn vị hoặc chọn đại lượng khác.",
    "bound_does_not_fit_horizon": "Chỉ tiêu đạt/chưa không tính bình quân được. Hãy chọn «Hằng năm» hoặc «Đến năm».",
    "years_do_not_fit_horizon": "Năm không phù hợp với cách đánh giá: «Đến năm» cần «Từ năm» và «Đến năm» là cùng một năm, sau năm {first}.",
    "negative_tolerance": "Ngưỡng dung sai {text} không được âm.",
    "range_reversed": "Giá trị lớn nhất {text} nhỏ hơn giá trị nhỏ nhất.",
    "duplicate_name": "Tên «{text}» hoặc một tên gọi khác trùng với đại lượng khác nên biểu số liệu không phân biệt được. Hãy đặt tên khác.",
    "target_name_taken": "Tên «{text}» trùng với tên của đại lượng hoặc chỉ tiêu trên đại lượng khác. Hãy đặt tên khác.",
    "horizon_over": "Chỉ tiêu kết thúc năm {year}, trước khi bản này có hiệu lực ({valid_from}), nên không còn đánh giá được. Hãy sửa năm hoặc chọn «Ngừng».",
    "path_rule_does_not_fit": "Đường găng «{text}» chỉ dùng cho chỉ tiêu «Đến năm» trên đại lượng tính tại thời điểm hoặc tỷ lệ. Hãy chọn «Theo quy tắc».",
    "steps_missing": "Chỉ tiêu {target} chọn đường găng «Theo bậc» nhưng trang «Theo bậc» chưa có dòng nào của chỉ tiêu này.",
    "steps_unused": "Trang «Theo bậc» có dòng của chỉ tiêu {target}, nhưng đường găng của chỉ tiêu không phải «Theo bậc». Hãy chọn «Theo bậc» hoặc xóa giá trị ở dòng này.",
    "step_of_scenario": "Trang «Theo bậc» chỉ nhận kịch bản Mức dưới hoặc Mức trên.",
    "step_after_horizon": "Bậc từ {text} sau khi chỉ tiêu kết thúc (hết năm {year}) nên không bao giờ có hiệu lực. Hãy sửa ngày hoặc bỏ dòng này.",
    "steps_miss_goal": "Bậc cuối cùng đến hết năm {year} là {text}, không bằng mục tiêu {goal}. Hãy sửa để đường găng đến đúng mục tiêu.",
    "milestones_miss_goal": "Mốc cuối năm {year} là {text}, không bằng mục tiêu {goal}. Hãy sửa để đường găng đến đúng mục tiêu.",
    "milestone_backwards": "Mốc lũy kế {text} nhỏ hơn mốc trước đó trong năm ({before} ở {earlier}). Đại lượng này tính lũy kế từ đầu năm nên mốc không được giảm.",
    "milestones_disagree": "Mốc {text} khác mốc {before} ở {earlier}, dù hai kỳ kết thúc cùng ngày. Hãy ghi cùng một giá trị.",
    "derived_edited": "Dòng «(suy ra)» của chỉ tiêu {target} đã bị sửa, nhưng dòng này chỉ để tham khảo và không được đọc. Hãy ghi mốc muốn cố định vào dòng màu vàng ngay bên dưới, và để lại dòng này như trong tệp đã tải.",
    "milestone_gap": "Dòng này chưa có mốc cho {missing}. Hãy ghi đủ các quý hoặc các tháng từ đầu năm (hoặc từ khi bản này có hiệu lực) đến cuối năm.",
    "milestone_no_start": "Không suy ra được các tháng còn trống vì chưa biết mốc trước đó (ví dụ chưa có số liệu năm gốc). Hãy ghi đủ các tháng của dòng này.",
    "milestone_of_yes_no": "Chỉ tiêu đạt/chưa không có mốc bằng số. Hãy để trống dòng này.",
    "milestone_outside_years": "Chỉ tiêu {target} không đánh giá trong năm {year} nên không nhận mốc. Hãy để trống dòng này.",
    "milestone_stretch_unwanted": "Chỉ tiêu {target} không có mức trên nên không nhận mốc mức trên. Hãy ghi mức trên ở trang «Chỉ tiêu» trước.",
    "milestone_stretch_alone": "Mức dưới của chỉ tiêu {target} cũng thay đổi nên chưa so được mốc mức trên này với mức dưới. Hãy ghi cả mốc mức dưới của năm.",
    "milestone_stretch_short": "Mốc mức trên {text} chưa tốt bằng mốc mức dưới {floor} của cùng kỳ. Hãy kiểm tra lại.",
    "year_goal_outside_years": "Chỉ tiêu {target} không đánh giá trong năm {year} nên không nhận chỉ tiêu giao của năm đó.",
    "stretch_without_floor": "Có mức trên của năm {year} nhưng chưa có mức dưới. Hãy ghi mức dưới.",
    "pace_incomplete": "Tỷ trọng lũy kế của chỉ tiêu {target} phải đủ 12 tháng, không giảm, từ 0 đến 100, tháng 12 là 100.",
    "pace_missing": "Chỉ tiêu {target} chọn nhịp tháng «Tỷ trọng riêng» nhưng trang «Tỷ trọng tháng» chưa có tỷ trọng của chỉ tiêu này.",
    "pace_unused": "Trang «Tỷ trọng tháng» có tỷ trọng của chỉ tiêu {target}, nhưng nhịp tháng của chỉ tiêu không phải «Tỷ trọng riêng». Hãy chọn «Tỷ trọng riêng» hoặc xóa dòng này.",
    "pace_does_not_fit": "Nhịp tháng «{text}» chỉ dùng cho đại lượng lũy kế từ đầu năm. Hãy để trống ô này.",
    "history_missing": "Chưa tính được nhịp tháng «Như các năm trước» của chỉ tiêu {target}: cần ít nhất một năm đã khép sổ trước năm {year} có số lũy kế của đủ bốn quý và số cả năm lớn hơn 0. Hãy chọn «Đều» hoặc «Tỷ trọng riêng».",
    "scenario_word": "Mã «{text}» là của hai mức có sẵn. Hãy đặt mã khác cho kịch bản.",
    "scenario_name_taken": "Tên kịch bản «{text}» đã được dùng. Hãy đặt tên khác.",
    "scenario_unnamed": "Kịch bản mới cần có tên. Hãy ghi ở cột «Tên kịch bản».",
    "valid_from_before_newest": "Ngày hiệu lực {text} sớm hơn ngày hiệu lực của bản mới nhất ({newest}). Hãy chọn từ ngày đó trở đi.",
    "valid_from_restates": "Ngày hiệu lực {text} làm đánh giá lại các kỳ đã kết thúc theo bản đang dùng. Hãy chọn từ ngày {earliest} trở đi.",
    "valid_from_outside": "Ngày hiệu lực {text} nằm ngoài giai đoạn {first}-{last}. Hãy kiểm tra lại.",
    "step_stretch_short": "Bậc mức trên {text} chưa tốt bằng mức dưới {floor} của cùng ngày. Hãy kiểm tra lại.",
    "no_target": "Kế hoạch không còn chỉ tiêu nào đang thực hiện. Hãy giữ lại ít nhất một chỉ tiêu.",
}  # fmt: skip

_WARNINGS = {
    "judged_anew": "Bản này có hiệu lực từ {text} nên các kỳ sau sẽ được đánh giá lại theo nó: {periods}.",
    "version_outdated": "Tệp được tải về khi kế hoạch là phiên bản {found}, nay đã là phiên bản {current}: những gì phiên bản sau đã đổi sẽ trở lại như trong tệp. Nên tải lại tệp và sửa trên tệp mới; nếu vẫn dùng tệp này, hãy kiểm tra kỹ từng thay đổi.",
    "column_not_read": "Cột «{column}» không phải cột của trang này nên không được đọc. Nếu đã đổi tên cột, hãy ghi lại tên như trong tệp đã tải.",
    "sheet_not_read": "Trang «{sheet_name}» không phải trang của tệp kế hoạch nên không được đọc.",
    "hidden_sheet_not_read": "Trang «{sheet_name}» đang bị ẩn nên không được đọc. Nếu cần đọc, hãy cho hiện trang rồi gửi lại.",
}  # fmt: skip


def make_plan_issue(code: str, sheet: str | None = None, cell: str | None = None, **details: object) -> Issue:
    """The issue with its sentence. Raises KeyError for a code or a detail that the table does not know."""
    severity = Severity.ERROR if code in _ERRORS else Severity.WARNING
    template = _ERRORS[code] if severity is Severity.ERROR else _WARNINGS[code]
    return Issue(code, severity, template.format(**details), sheet, cell)
