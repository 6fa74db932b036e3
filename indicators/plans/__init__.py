"""The plans: versions of what a commune is judged by, each decided by a document; a change is a new version."""
