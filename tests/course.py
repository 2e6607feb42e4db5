"""The course that the tests read, found once."""

from pathlib import Path

from coursekit.course import read_course

COURSE = read_course(Path(__file__).parents[1])
