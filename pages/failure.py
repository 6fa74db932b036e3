"""Every failure as one sentence for the reader; what went wrong in detail goes to the server's log only."""

from __future__ import annotations

import logging

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.wording import screens as words
from indicators.wording.refusals import sentence

_LOG = logging.getLogger(__name__)


def explain_failure(error: Exception) -> bool:
    """Shows the sentence; True, so that Streamlit shows nothing of its own."""
    if isinstance(error, IndicatorsError):
        _LOG.warning("%s", _with_causes(error))
        st.error(sentence(error), icon=":material/error:")
    else:
        st.error(f"{words.UNEXPECTED} {words.UNEXPECTED_WHAT_NEXT}", icon=":material/error:")
    return True


def _with_causes(error: BaseException) -> str:
    """The error and what led to it, on one line."""
    cause = error.__cause__ or error.__context__
    return repr(error) + (f" from {_with_causes(cause)}" if cause else "")
