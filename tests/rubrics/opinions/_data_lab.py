"""What the second opinions on data labs share: numbers as they were written, and what no field of a lab may hold."""

from fractions import Fraction


def exact(number):
    """The decimal that was written, not the nearest binary fraction."""
    return Fraction(str(number))


def near(number, target, tolerance):
    return number is not None and abs(exact(number) - exact(target)) <= exact(tolerance)


def without(answer, field):
    return {key: value for key, value in answer.items() if key != field}


def refused_without(answer):
    """Every answer that leaves a field out, with the sentence that refuses it."""
    return {
        f"no {field}": (without(answer, field), f'The field "{field}" is missing from the answer.') for field in answer
    }
