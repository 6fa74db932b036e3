"""The least a Streamlit page can do: what a rerun costs when nothing is shown."""

import streamlit as st

chosen = st.selectbox("Kỳ", ["2026-Q3", "2026-Q2", "2026-Q1"])
st.write(f"Đã chọn {chosen}")
