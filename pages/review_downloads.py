"""What a review gives away: its whole folder, and the files an office wants first."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath

import streamlit as st

from indicators.reviews import Review, file_of_review
from indicators.reviews.archive import folder_as_zip
from indicators.verification import layout
from indicators.wording import review_page as words
from pages.view import View

_BYTES = "application/octet-stream"


def offer_downloads(view: View, review: Review) -> None:
    """The stored bytes as they are: the same today and in ten years."""
    name = words.file_stem(review.name_vi)
    offered = [(file.path, title) for file in review.files if (title := _title(file.path))]
    with st.container(key="kpi-review-files", horizontal=True):
        st.download_button(
            words.DOWNLOAD_FOLDER,
            data=lambda: folder_as_zip(view.store, review, name),
            file_name=f"{name}.zip",
            mime="application/zip",
            on_click="ignore",
            key=f"review-zip-{review.row['review']}",
        )
        for path, title in offered:
            st.download_button(
                title,
                data=partial(file_of_review, view.store, review.row, path),
                file_name=f"{name}{_suffix_of(path)}",
                mime=_BYTES,
                on_click="ignore",
                key=f"review-{path}-{review.row['review']}",
            )


def _title(path: str) -> str | None:
    """What a file's button says; None of one that only the folder has."""
    if path == layout.DATA_WORKBOOK:
        return words.DOWNLOAD_DATA
    file = PurePosixPath(path)
    return words.DOWNLOAD_FILES.get(file.suffix) if file.stem == layout.REPORT else None


def _suffix_of(path: str) -> str:
    """The data workbook keeps a name of its own beside the report."""
    return f" - {path}" if path == layout.DATA_WORKBOOK else PurePosixPath(path).suffix
