"""Answers typed from paper: lists in, answer files out, empty lists to fill in. Imports `grading` and below."""
