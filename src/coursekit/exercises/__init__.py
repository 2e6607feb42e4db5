"""Exercises, questions and solutions as files: their shape, reading, and what the page takes of them.

Imports `citations` and below.
"""
