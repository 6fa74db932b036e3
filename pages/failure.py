"""Every failure as one sentence for the reader; what went wrong in detail goes to the server's log only."""

from __future__ import annotations

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.wording import screens as words
from indicators.wording.refusals import sentence


def explain_failure(error: Exception) -> bool:
    """Shows the sentence; True, so that Streamlit shows nothing of its own."""
    if isinstance(error, IndicatorsError):
        st.error(sentence(error), icon=":material/error:")
    else:
        st.error(f"{words.UNEXPECTED} {words.UNEXPECTED_WHAT_NEXT}", icon=":material/error:")
    return True
