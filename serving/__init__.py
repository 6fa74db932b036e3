"""What the web server sends before a page runs: Streamlit's document in Vietnamese, its files compressed once."""
