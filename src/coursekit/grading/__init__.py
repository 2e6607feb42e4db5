"""The page's own grader in its engine, for single answers, files of answers, solutions and guesses.

Imports `exercises` and below.
"""
