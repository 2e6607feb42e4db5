"""Empty typed lists: what a facilitator fills in from the sheets of the groups."""

from collections.abc import Iterator

from coursekit.course import Course
from coursekit.exercises.models import Exercise
from coursekit.transcription.shapes import Choice, Entries, Record, Several, Shape, Words, shapes_of


def blank_list(course: Course, exercise: Exercise) -> str:
    """Return an empty list for an exercise, with the words that may stand in it."""
    shapes = shapes_of(course, exercise)
    words: dict[tuple[str, ...], Words] = {}
    lines = [f"# {exercise.title} ({exercise.number}). Columns stand between ; and several names in one between ,"]
    lines += [f"exercise: {exercise.id}", "group:"]
    for name, shape in shapes.items():
        lines += _blank_field(name, shape)
        words |= {tuple(each): each for each in _words(shape)}
    for each in words.values():
        lines += ["", "# Words:", *(f"#   {id_}  {' / '.join(names)}".rstrip() for id_, names in each.items())]
    return "\n".join(lines) + "\n"


def _blank_field(name: str, shape: Shape) -> list[str]:
    match shape:
        case Several(Record(parts)):
            return [f"# a line each: {'; '.join(parts)}", f"{name}:"]
        case Several():
            return ["# several", f"{name}:"]
        case Entries(keys, in_pairs, of):
            columns = "; ".join(of.parts) if isinstance(of, Record) else "one word or more"
            if in_pairs:
                return [f"# a line each: one|other: {columns}", f"{name}:"]
            return [f"# {columns}", f"{name}:", *(f"  {key}:" for key in keys)]
        case Record(parts):
            return [f"{name}:", *(f"  {part}:" for part in parts)]
    return [f"{name}:"]


def _words(shape: Shape) -> Iterator[Words]:
    match shape:
        case Choice(words):
            yield words
        case Several(of):
            yield from _words(of)
        case Record(parts):
            for part in parts.values():
                yield from _words(part)
        case Entries(keys, _, of):
            yield keys
            yield from _words(of)
