"""Words are counted in every script: by white space, and by letters where a script has none."""

import copy

import pytest

from coursekit import find_exercise
from tests.unit.any_answers import unmet
from tests.unit.second_opinion import published

DOSSIER = find_exercise("E10.1")
MODEL = published(DOSSIER)["model"]

SENTENCES = {
    "arabic": ("كل عامل موسمي يصل إلى الرعاية خلال يومين", 8),
    "russian": ("Каждый сезонный работник получает помощь за два дня", 8),
    "french": ("L'objectif : chaque travailleur est soigné en deux jours", 9),
    "spaces-of-all-sorts": ("  one\ttwo\nthree\u00a0four  five ", 5),
    "nothing": (" \n ", 0),
    "chinese": ("每个季节工人都能在两天内得到医疗服务。", 9),  # eighteen letters
    "chinese-with-a-year-and-a-name": ("自2013年起IOM每年开会", 6),  # eight letters, a number and a name
    "japanese": ("すべての季節労働者が二日以内に治療を受ける", 11),
    "korean": ("모든 계절 노동자는 이틀 안에 치료를 받는다", 7),
    "thai": ("คนงานตามฤดูกาลทุกคนได้รับการรักษาภายในสองวัน", 10),
    "khmer": ("កម្មករតាមរដូវទាំងអស់ទទួលបានការថែទាំ", 8),
    "burmese": ("ရာသီအလိုက်အလုပ်သမားတိုင်း", 4),
    "lao": ("ແຮງງານຕາມລະດູການທຸກຄົນ", 5),
}


@pytest.mark.parametrize("language", SENTENCES)
def test_words_are_counted_in_every_script(language):
    sentence, count = SENTENCES[language]
    assert counted(sentence) == count


def counted(text):
    """How many words the grader counts: with so many fewer than 40 beside it, the objective is not yet too long."""
    beside = [" ".join(["word"] * more) for more in range(41)]
    fits = [more for more, words_ in enumerate(beside) if "D1" not in unmet(DOSSIER, with_objective(text, words_))]
    return 40 - max(fits)


def with_objective(*parts):
    return {**MODEL, "objective": " ".join(parts)}


def test_a_dossier_in_chinese_can_pass():
    answer = copy.deepcopy(MODEL)
    answer["problem"] = "在我们地区季节工人生病后无法到达诊所因为每个部门都把他们推给另一个部门。" * 2
    answer["objective"] = "每个季节工人都能在两天内得到医疗服务。"
    for number, question in enumerate(answer["rt"]):
        answer["rt"][question] = "主要障碍是资金、恐惧和征求意见过晚的习惯。我们通过共同登记来克服。" * (3 + number)
    for number, c in enumerate(answer["four_cs"]):
        answer["four_cs"][c] = "城市和诊所每周共同开设健康服务台" + "一二三四"[number]
    assert unmet(DOSSIER, answer) == set()
