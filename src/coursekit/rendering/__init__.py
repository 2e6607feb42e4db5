"""HTML of exercises and charts, from small templates. Imports `grading` and below."""
