"""A small course that is whole, for tests that break one thing in it."""

import json

import pytest

from coursekit.checks.course import check_course
from coursekit.course import read_course
from coursekit.exercises.payload import exercise_data
from coursekit.exercises.reader import CourseFileError, read_exercise
from coursekit.mime import EXERCISE_MIME

SETTINGS = """\
id: small
title: Small
outcomes:
  - {id: CO2, practise: say which way a tie runs}
  - {id: CO3, practise: design a partnership}
source_texts:
  - {id: "002", source: seed-002, title: Page on partnerships, short_title: Page, lines: 46}
  - {id: "004", source: seed-004, title: Background paper, short_title: Paper, lines: 76}
"""
EXERCISE = """\
id: two-cities
number: E4.9
kind: designer
title: Two cities
chapter: 4
minutes: 5
outcomes: [CO3]
sources: ["004 l.23"]
fictional: true
brief: Join the two cities.
setting:
  palette:
    - {id: port, name: City of Port Selle, type: local_gov, level: local, country: Hestria}
    - {id: bay, name: City of Marrow Bay, type: local_gov, level: local, country: Ilanda}
    - {id: school, name: Port Selle University, type: academia, level: local, country: Hestria}
    - {id: club, name: Bay Families Network, type: civil_society, level: local, country: Ilanda}
    - {id: ministry, name: Hestria Interior Ministry, type: national_gov, level: national, country: Hestria}
  purposes: [learn, deliver]
  payloads: []
  objectives: []
  convener: false
criteria:
  - {id: C1, name: joined, points: 2, gate: true, source: "004 l.23", met: Good., unmet: Draw.,
     when: ties.size() > 0}
  - {id: C2, name: across, points: 2, gate: false, source: "004 l.17", met: Yes., unmet: No.,
     when: "ties.all(t, t.horizontal)", met_when_empty: true}
  - {id: C3, name: few, points: 1, gate: true, source: "004 l.17", met: Few., unmet: Too many.,
     when: "actors.size() > 0 && actors.size() <= 2 && links.exists(t, t.from.id == 'port' && t.to.id == 'bay')"}
hints: [Look at the shore., Look across., Draw a line.]
"""
SOLUTION = """\
exercise: two-cities
model:
  why: They learn.
  answer: {actors: [port, bay], ties: [{from: port, to: bay, both: true, purpose: learn}]}
alternative:
  why: They deliver.
  answer: {actors: [port, bay], ties: [{from: bay, to: port, both: false, purpose: deliver}]}
wrong:
  - id: apart
    family: gesture
    misconception: Being on the map is enough.
    sign: actors.size() > 0 && ties.size() == 0
    remark: They are all here. What do they do together?
    answer: {actors: [port, bay], ties: []}
    fails: [C1, C3]
  - id: everybody
    family: everything
    misconception: The more, the better.
    sign: actors.size() >= 3
    remark: Whom would you leave out?
    answer: {actors: [port, bay, ministry], ties: []}
    fails: [C1, C3]
without: {nothing-but: None., one-value: None., harm: None., against-the-brief: None., reversed: None.}
sound:
  - id: s1
    by: author
    why: They act.
    answer: {actors: [port, bay], ties: [{from: port, to: bay, both: true, purpose: learn}]}
  - id: s2
    by: author
    why: They act.
    answer: {actors: [port, bay], ties: [{from: port, to: bay, both: false, purpose: learn}]}
  - id: s3
    by: author
    why: They act.
    answer: {actors: [port, bay], ties: [{from: bay, to: port, both: true, purpose: deliver}]}
  - id: s4
    by: brief-reader
    why: They act.
    answer: {actors: [port, bay], ties: [{from: port, to: bay, both: false, purpose: deliver}]}
  - id: s5
    by: brief-reader
    why: They act.
    answer: {actors: [port, bay], ties: [{from: bay, to: port, both: true, purpose: learn}]}
  - id: s6
    by: brief-reader
    why: They act.
    answer: {actors: [port, bay], ties: [{from: bay, to: port, both: false, purpose: learn}]}
variants:
  - id: through-the-capital
    of: model
    change: The tie runs up.
    answer: {actors: [port, ministry], ties: [{from: port, to: ministry, both: true, purpose: learn}]}
    fails: [C2, C3]
"""
QUIZ = """\
id: quiz-small
number: Q4
kind: quiz
title: What did you keep?
chapter: 4
minutes: 2
outcomes: [CO2]
sources: ["004 l.23"]
fictional: false
brief: Two questions.
setting:
  questions:
    - id: Q4.1
      asks: use
      outcomes: [CO2]
      source: "004 l.23"
      question: Which level do two cities share?
      several: false
      options:
        - {id: a, text: The local level, correct: true, feedback: "Yes."}
        - {id: b, text: The national level, correct: false, mistake: a border, feedback: "No."}
      always: Cities are local.
    - id: Q4.2
      asks: use
      outcomes: [CO2]
      source: "004 l.27"
      question: What can run across?
      several: true
      options:
        - {id: a, text: Learning, correct: true, feedback: "Yes."}
        - {id: b, text: Delivery, correct: true, feedback: "Yes."}
        - {id: c, text: Orders from above, correct: false, mistake: a tie, feedback: "No."}
      always: Orders run down.
"""
DESCRIPTOR = """\
{"name": "small", "resources": [{"name": "sources", "path": "sources.csv", "title": "Sources",
"description": "One row is one text.", "schema": {"primaryKey": ["source_id"],
"fields": [{"name": "source_id", "title": "Source", "type": "string", "description": "Its key."}]}}]}
"""
SHEET = """\
# Two cities in the room

## The observer's sheet

Each line is a sign of CO2.

| The group | Port Selle | Marrow Bay |
|---|---|---|
| asked before it answered | | |
"""
FILES = {
    "course.yml": SETTINGS,
    "book/facilitators/04-small.md": SHEET,
    "datasets/datapackage.json": DESCRIPTOR,
    "datasets/sources.csv": "source_id\nseed-002\nseed-004\n",
    "exercises/two-cities.yaml": EXERCISE,
    "exercises/quizzes/04-small.yaml": QUIZ,
    "solutions/two-cities.yaml": SOLUTION,
}


def notebook(*outputs):
    cells = [
        {"cell_type": "markdown", "id": "words", "metadata": {}, "source": "# Two cities"},
        *(
            {
                "cell_type": "code",
                "id": f"cell-{count}",
                "metadata": {},
                "source": "show()",
                "execution_count": count,
                "outputs": [output],
            }
            for count, output in enumerate(outputs, 1)
        ),
    ]
    metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def shown(data):
    return {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": data}


class SmallCourse:
    """Files of a course; `write` puts them on disk with notebooks that fit them."""

    def __init__(self, folder):
        self.folder = folder
        self.files = dict(FILES)

    def replace(self, file, old, new):
        assert old in self.files[file], f"{file} does not hold {old!r}"
        self.files[file] = self.files[file].replace(old, new, 1)

    def write(self):
        for name, text in self.files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.write_notebook("exercises/two-cities.ipynb", notebook(shown({EXERCISE_MIME: self._data()})))
        self.write_notebook("solutions/two-cities.ipynb", notebook(shown({"text/plain": "a table"})))
        return self.folder

    def write_notebook(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")

    def _data(self):
        try:
            return exercise_data(read_exercise(read_course(self.folder), self.folder / "exercises/two-cities.yaml"))
        except CourseFileError:
            return {"id": "two-cities", "version": "of a file that cannot be read"}


def check_folder(folder):
    """List everything to mend in the course that a folder holds."""
    return [str(problem) for problem in check_course(read_course(folder))]


@pytest.fixture
def small_course(tmp_path):
    return SmallCourse(tmp_path)
