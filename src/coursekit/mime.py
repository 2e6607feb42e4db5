"""Names of what a notebook stores: exercises, answers, charts, glued figures and live views."""

EXERCISE_MIME = "application/vnd.coursekit.exercise+json"
"""The exercise itself as a notebook output: what the book shows and what nbval compares.

A widget's own output is a random id, so a changed rubric would go unnoticed without it.
"""


ANSWER_MIME = "application/vnd.coursekit.answer+json"
"""An answer to be shown, as in a solution: which exercise and edition, and the answer itself."""


VEGA_LITE_MIME = "application/vnd.vegalite.v6+json"
"""A chart as a notebook output: its Vega-Lite specification."""


GLUED = "application/papermill.record/text/plain"
"""Where a notebook keeps a figure that its prose shows."""


WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
