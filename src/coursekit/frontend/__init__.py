"""What the frontend build wrote, its texts, and the embedded engine that runs it.

Imports `course` and `mime` alone.
"""
