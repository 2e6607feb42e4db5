"""Words are counted in every script: by white space, and by letters where a script has none."""

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
    beside = [" ".join(f"word{number}" for number in range(more)) for more in range(41)]
    fits = [more for more, words_ in enumerate(beside) if "D1" not in unmet(DOSSIER, with_objective(text, words_))]
    return 40 - max(fits)


def with_objective(*parts):
    return {**MODEL, "objective": " ".join(parts)}


CHINESE = {
    "problem": (
        "在我们地区季节工人生病后无法到达诊所。因为每个部门都把他们推给别人。"
        "雇主、城市和诊所各做各的。没有人知道有多少人受影响。"
    ),
    "objective": "每个季节工人都能在两天内得到医疗服务。",
    "four_cs": {
        "cooperation": "城市和诊所每周共同开设健康服务台",
        "coordination": "地区政府让各部门围绕一个目标工作",
        "consultation": "制定预算以前先听取移民委员会的意见",
        "coherence": "修改住房规定使它支持公共卫生计划",
    },
    "rt": {
        "q1": (
            "主要障碍是资金、恐惧和征求意见过晚的习惯。我们建立一个共同登记册。设立小额基金。"
            "并且规定在听取委员会之前谁也不能作决定。每年春天公布结果。"
        ),
        "q2": (
            "规划办公室负责召集。雇主得到一项明确任务。其他城市的经验告诉我们。"
            "把伙伴留在桌边的不是座位而是工作。所以每个伙伴都要对一件小事负责到底。"
        ),
        "q3": (
            "移民问题通过卫生章节进入发展规划。各局指定一名联络员。"
            "在通过新措施以前检查它会不会伤害短期劳工。每年还要回头看看旧政策。统计局发布同一个指标。"
        ),
        "q4": (
            "能够向上传递的是经过试验的做法说明。附有费用和失败记录。区域进程把它带到全球论坛。"
            "论坛寄回建议。我们再次试用。没有回程。什么也翻译不了。"
        ),
    },
}


def test_a_dossier_in_chinese_can_pass():
    assert unmet(DOSSIER, {**MODEL, **CHINESE}) == set()


def test_the_same_chinese_sentence_again_and_again_is_no_text():
    sentence = "主要障碍是资金、恐惧和征求意见过晚的习惯。"
    assert unmet(DOSSIER, {**MODEL, "rt": {**MODEL["rt"], "q1": sentence * 5}}) == {"D8"}
    copied = {**CHINESE["four_cs"], "coherence": CHINESE["four_cs"]["cooperation"] + "四"}
    assert unmet(DOSSIER, {**MODEL, "four_cs": copied}) == {"D2"}


GESTURES = {
    "one-word": "partnership " * 40,
    "letters": " ".join("abcdefghijklmnopqrstuvwxyz" * 2),
    "numbers": " ".join(map(str, range(40))),
    "dots": "... " * 40,
    "a-few-words-in-turn": "we will cooperate more and better " * 6,
    "thai": "ความร่วมมือ" * 20,
    "arabic": "شراكة تعاون تنسيق " * 12,
}


@pytest.mark.parametrize("gesture", GESTURES)
def test_few_words_many_times_are_no_text(gesture):
    assert unmet(DOSSIER, {**MODEL, "problem": GESTURES[gesture]}) == {"D1"}
