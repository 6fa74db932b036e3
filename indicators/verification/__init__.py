"""Verifies the folder of a review. Imports the standard library, `cryptography` and its own wording, nothing else."""
