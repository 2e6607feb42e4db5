"""An exercise in Jupyter: what a notebook stores of it, and the traits that Python reads and sets."""

import json

import pytest

from coursekit import exercise, find_exercise, find_solution
from coursekit.exercises.payload import exercise_data
from coursekit.exercises.reader import UnknownExerciseError
from coursekit.grading.grader import AnswerRefusedError
from coursekit.mime import EXERCISE_MIME

HARBOUR = find_exercise("harbour-cities")
MODEL = find_solution(HARBOUR).model.answer


NOTHING_YET = {"actors": [], "ties": [], "convener": None, "objective": None}


def test_the_output_holds_the_exercise_itself_so_that_nbval_sees_a_change():
    data, _ = exercise("harbour-cities")._repr_mimebundle_()
    assert data[EXERCISE_MIME] == exercise_data(HARBOUR)
    assert data[EXERCISE_MIME]["version"] == HARBOUR.version
    assert "application/vnd.jupyter.widget-view+json" in data


def test_the_text_of_an_output_is_the_same_at_each_run():
    first, second = exercise("harbour-cities"), exercise("E4.1")
    assert repr(first) == repr(second)
    assert first._repr_mimebundle_()[0]["text/plain"] == repr(first)
    assert repr(first) == "E4.1 Three harbour cities (25 minutes): run this cell to open the exercise."


def test_the_page_gets_exercise_solution_and_course():
    payload = exercise("harbour-cities").payload
    assert set(payload) == {"exercise", "solution", "misconceptions", "initiatives", "reviews", "course", "texts"}
    words = ("sources", "criteria")  # with the words of each source, for the feedback
    told = exercise_data(HARBOUR)
    assert {**payload["exercise"], **{name: told[name] for name in words}} == told
    assert payload["solution"]["model"]["answer"] == MODEL
    assert set(payload["solution"]) == {"model", "alternative"}
    assert payload["course"] == "working-together-on-migration"
    assert json.dumps(payload, allow_nan=False)


@pytest.mark.parametrize("name", ["harbour-cities", "Q4", "course-test"])
def test_every_source_is_named_though_a_notebook_has_no_page_to_lead_to(name):
    """Feedback would else end in an empty link."""
    payload = exercise(name).payload
    asked = payload["exercise"]
    further = [*asked["setting"].get("questions", []), *payload["reviews"]]
    sources = [*asked["sources"], *(part["source"] for part in [*asked["criteria"], *further])]
    assert sources
    assert all(source["label"] and source["href"] == "" for source in sources)


def test_a_quiz_has_no_solution_to_open():
    assert exercise("Q4").payload["solution"] is None


def test_answer_and_result_travel_between_page_and_python():
    widget = exercise("harbour-cities")
    assert all(widget.trait_metadata(name, "sync") for name in ("payload", "answer", "result"))
    assert (widget.answer, widget.result) == (NOTHING_YET, {})


def test_an_answer_can_be_set_and_observed():
    widget = exercise("harbour-cities")
    seen = []
    widget.observe(lambda change: seen.append(change["new"]), "answer")
    widget.answer = MODEL
    assert widget.answer == MODEL
    assert seen == [MODEL]


def test_check_gives_the_grade_and_sets_the_result():
    widget = exercise("harbour-cities")
    seen = []
    widget.observe(lambda change: seen.append(change["new"]["points"]), "result")
    widget.answer = MODEL
    assert widget.check()["passed"]
    assert widget.result["points"] == 15
    widget.answer = {**MODEL, "objective": "o_visa"}
    assert widget.check()["points"] == 14
    assert seen == [15, 14]


def test_check_refuses_a_malformed_answer_and_keeps_the_result():
    widget = exercise("harbour-cities")
    widget.answer = MODEL
    widget.check()
    widget.answer = {"actors": []}
    with pytest.raises(AnswerRefusedError, match='The field "ties" is missing'):
        widget.check()
    assert widget.result["points"] == 15


def test_two_widgets_of_one_exercise_keep_their_answers_apart():
    one, other = exercise("harbour-cities"), exercise("harbour-cities")
    one.answer = MODEL
    assert other.answer == NOTHING_YET


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(UnknownExerciseError, match=r"harbour-cities \(E4\.1\)"):
        exercise("harbor-cities")
