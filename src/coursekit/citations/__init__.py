"""References to lines and records of sources, their titles and their bibliography.

Imports `datasets` and below.
"""
