"""What an exercise and its solution are: frozen objects, as their files say."""

import hashlib
import json
from typing import Annotated, Any, Literal

import msgspec

from coursekit.exercises.authors_notes import without_notes

WordId = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


NumberId = Annotated[str, msgspec.Meta(pattern="^[EQGRT][0-9]+([.][0-9]+)?$")]
"""E exercise, Q quiz, G guesses before a chapter, R returning questions, T test; then the chapter."""


CriterionId = Annotated[str, msgspec.Meta(pattern="^[A-Z][A-Za-z0-9_.]*$")]


Text = Annotated[str, msgspec.Meta(min_length=1)]


Answer = dict[str, Any]


Question = dict[str, Any]
"""A question of a quiz, as the schema of quizzes has it."""


Family = Literal["everything", "nothing-but", "one-value", "harm", "against-the-brief", "gesture", "reversed"]
"""Kinds of answers that a fair teacher does not pass: indiscriminate (`everything`, `nothing-but` one thing,
`one-value` everywhere), dangerous or unjust (`harm`), beyond what the brief allows (`against-the-brief`), activity
without change (`gesture`), the order or direction turned round (`reversed`)."""


Voice = Literal["author", "brief-reader"]
"""Whose answer it is: the author's, or that of somebody who had seen the brief and not the rubric."""


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing a good answer does: a CEL expression over the kind's facts, and what to say either way.

    A criterion of `safety` protects people: an answer that fails it never passes, and the page says so before all
    else. `met_when_empty` admits that someone who has not started meets it, as "at most eleven" does.
    """

    id: CriterionId
    name: WordId
    points: Annotated[int, msgspec.Meta(ge=1)]
    gate: bool
    when: Text
    met: Text
    unmet: Text
    source: Text
    safety: bool = False
    met_when_empty: bool = False


class Exercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One exercise: what is asked and how an answer is judged. `setting` is what its kind needs."""

    id: WordId
    number: NumberId
    kind: WordId
    title: Text
    chapter: Annotated[int, msgspec.Meta(ge=1)]
    minutes: Annotated[int, msgspec.Meta(ge=1)]
    outcomes: tuple[Annotated[str, msgspec.Meta(pattern="^[A-Z]+[0-9]+$")], ...]
    sources: tuple[Text, ...]
    fictional: bool
    brief: Text
    setting: dict[str, Any]
    criteria: tuple[Criterion, ...] = ()
    hints: tuple[Text, ...] = ()

    @property
    def data(self) -> dict[str, Any]:
        """The exercise as plain data, as a page needs it: without what its file says to authors alone."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        return {**data, "setting": without_notes(self.setting)}

    @property
    def version(self) -> str:
        """Eight hexadecimal digits that change with the exercise's text and the rows it shows, and only with these."""
        text = json.dumps(self.data, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:8]


class GoodAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer that meets every criterion, and why it is good."""

    why: Text
    answer: Answer


class WrongAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer that embodies a misconception, and the criteria that it fails, no more and no fewer.

    `family` is the kind of answer that it stands for, and `also` holds further answers of it: they show the same sign
    and do not pass either. `sign` is a CEL expression over the kind's facts: an answer for which it is true shows the
    same misconception. `remark` is what the page then says to the trainee, kindly.
    """

    id: WordId
    family: Family
    misconception: Text
    sign: Text
    remark: Text
    answer: Answer
    fails: tuple[CriterionId, ...]
    also: tuple[Answer, ...] = ()


class Variant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A good answer with one change, and the criteria that the change costs."""

    id: WordId
    of: Text
    change: Text
    answer: Answer
    fails: tuple[CriterionId, ...]


class SoundAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer unlike the model that a fair teacher passes: small, unusual, or with a flaw that one can bear."""

    id: WordId
    by: Voice
    why: Text
    answer: Answer


class Solution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The answers of one exercise: two good ones, wrong ones, sound ones, and variants.

    `without` says of each family that no wrong answer stands for why this exercise has none; `waits_for_readers` says
    what answers by people who saw only the brief are still missing, and why.
    """

    exercise: WordId
    model: GoodAnswer
    alternative: GoodAnswer
    wrong: tuple[WrongAnswer, ...]
    sound: tuple[SoundAnswer, ...] = ()
    waits_for_readers: str = ""
    without: dict[Family, Text] = {}
    variants: tuple[Variant, ...] = ()
