"""A small course to begin with: `coursekit new` copies it into a folder. Imports `course` alone."""
