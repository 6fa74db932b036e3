"""The domain of the dashboard: reading sheets, keeping the record, judging progress. Never imports streamlit."""
