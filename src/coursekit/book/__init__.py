"""The static book: Sphinx extension, directives, renderers, pages, theme, building and serving.

The one room that knows Sphinx.
"""
