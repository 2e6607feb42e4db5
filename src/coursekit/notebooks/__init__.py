"""Notebooks: execution, live exercises, their text and its length, and where they treat the sources.

Imports `rendering` and below.
"""
