from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def save_by_libreoffice(tmp_path: Path, libreoffice_save: Callable[..., Path]) -> Callable[[bytes], bytes]:
    """What LibreOffice makes of a workbook when it opens and saves it."""

    def save(content: bytes) -> bytes:
        file = tmp_path / "ke_hoach.xlsx"
        file.write_bytes(content)
        return libreoffice_save(file).read_bytes()

    return save
