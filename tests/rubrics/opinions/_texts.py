"""What can be told of a text by its form, a second time in Python."""

import re
import unicodedata


def words(text):
    return len((text or "").split())


def folded(text):
    return " ".join((text or "").split()).lower()


def different(text):
    """The different words: without punctuation and single letters, all numbers as one."""
    runs = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in folded(text)).split()
    return {
        run if any(unicodedata.category(c)[0] == "L" for c in run) else "0"
        for run in runs
        if len(run) > 1 or not run.isalpha()
    }


def varied(text):
    """Three in five words are different ones, up to thirty words; beyond that a third of all, if that is more."""
    count = words(text)
    return count > 0 and len(different(text)) * 15 >= max(9 * min(count, 30), 5 * count)


def same(one, other):
    """Three quarters of the words of the longer one stand in the other, or nothing differs but capitals and spaces."""
    one_words, other_words = different(one), different(other)
    shared = len(one_words & other_words)
    return folded(one) == folded(other) or (bool(shared) and 4 * shared >= 3 * max(len(one_words), len(other_words)))


def own(text, others):
    """No other text says the same."""
    return not any(same(text, other) for other in others)


def counts_activity(sign, activities):
    """Each clause holds a word of activity, or several with at most five others."""
    clauses = [different(clause) for clause in re.split("[,;:.!?()،؛؟。、，；–—\n]+", sign)]  # noqa: RUF001
    listed = [different(activity) for activity in activities]
    clauses = [clause for clause in clauses if clause]

    def is_activity(clause):
        return any(it <= clause and (len(it) == 1 or len(clause) - len(it) <= 5) for it in listed)

    return bool(clauses) and all(map(is_activity, clauses))


def leads_to_a_person(text):
    """An e-mail address, nine digits in a row, or eight or more after a plus or two noughts."""
    runs = ["".join(run.split()) for run in re.findall(r"(?:\+|00)[\d ().\/-]+", text)]
    return bool(
        re.search(r"[^\s@]@[^\s@]+\.[^\s@]{2}", text)
        or re.search(r"\d{9}", text)
        or any(sum(c.isdigit() for c in run) >= 8 for run in runs)
    )
