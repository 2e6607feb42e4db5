from coursekit import find_exercise, find_solution
from coursekit.exercises.payload import page_payload
from coursekit.frontend.first_view import first_view
from tests.course import COURSE


def payload_of(name, **changes):
    exercise = find_exercise(name)
    payload = page_payload(COURSE, exercise, find_solution(exercise))
    return {**payload, "exercise": {**payload["exercise"], **changes}}


def test_first_view_has_brief_palette_and_check_and_no_answer():
    html = first_view(payload_of("harbour-cities"))
    for text in ("Nobody has asked the capitals", "Port Selle University", ">Check<"):
        assert text in html
    assert find_solution(find_exercise("harbour-cities")).model.why[:40] not in html


def test_first_view_is_the_same_each_time():
    assert first_view(payload_of("E6.4")) == first_view(payload_of("E6.4"))


def test_text_of_an_exercise_is_no_markup():
    assert "<script>" not in first_view(payload_of("harbour-cities", brief="<script>alert(1)</script>"))


def test_exercise_that_brings_in_earlier_work_has_no_first_view():
    assert first_view(payload_of("partnership-dossier")) == ""
