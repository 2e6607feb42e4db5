"""Charts of the notebooks: their look, their text alternative, the picture of ties.

Imports `datasets` and below.
"""
