"""Tables of real cases: their descriptor, typed reading, excerpts and cases.

Imports `course` and `mime` alone.
"""
