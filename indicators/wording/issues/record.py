"""What recording, or the whole of a file, comes to."""

ERRORS = {
    "nothing_to_record": "Biểu chưa có số liệu nào ở các chỉ tiêu được nhận ra. Hãy nhập số liệu rồi gửi lại.",
}

WARNINGS = {
    "more_of_the_same": "Còn {count} chỗ khác có cùng vấn đề này: {example}",
}
