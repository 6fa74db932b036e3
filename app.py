"""The dashboard as the server runs it: `streamlit run app.py`. The pages and their navigation: pages/navigation.py."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config, file_util

from indicators.wording import screens
from pages.failure import explain_failure
from serving.delivery import Delivery

app = st.App(
    "pages/navigation.py",
    middleware=[
        Middleware(
            Delivery,
            pages=[*screens.PAGES, *screens.PAGES_ASIDE],
            title=screens.PRODUCT,
            no_script=screens.NO_SCRIPT,
            folder=Path(file_util.get_static_dir()),
            base=config.get_option("server.baseUrlPath"),
        )
    ],
    on_script_error=explain_failure,
)
