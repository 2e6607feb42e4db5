"""No text of the interface is baked in: in a language of nothing but brackets, every word stands in brackets."""

import json

import pytest
from playwright.sync_api import expect

from coursekit.frontend.assets import read_asset
from tests.browser.book import BOOK, settle
from tests.course import COURSE

pytestmark = pytest.mark.xdist_group("languages")  # one worker makes what all tests here look at

MARKS = ("data-exercise=", "data-shown=", "data-state-of=", "data-work")
WITH_EXERCISES = sorted(
    path.relative_to(BOOK).as_posix()
    for path in BOOK.rglob("*.html")
    if any(mark in path.read_text(encoding="utf-8") for mark in MARKS)
)

SPEAK_BRACKETS = """
globalThis.courseTexts = { qps: TEXTS };
globalThis.courseLanguage = Promise.resolve();
const choose = () => { document.documentElement.dataset.language = "qps"; };
document.addEventListener("readystatechange", choose, { once: true });
"""

# What is left of every text and label once the texts in brackets and the course's own content are taken away.
LETTERS_OUTSIDE_BRACKETS = r"""
() => {
  const content = new Set();
  const gather = (value) => {
    if (value && typeof value === "object") return Object.values(value).forEach(gather);
    if (typeof value !== "string") return;
    for (const paragraph of value.split(/\n\s*\n/)) content.add(paragraph.replaceAll("\n", " ").trim());
  };
  for (const { textContent } of document.querySelectorAll("script[type='application/json']")) {
    gather(JSON.parse(textContent));
  }
  const longestFirst = [...content].filter((text) => text.length > 1).sort((one, other) => other.length - one.length);
  const left = (text) => {
    let rest = text;
    for (let shorter = null; shorter !== rest; ) { shorter = rest; rest = rest.replace(/⟦[^⟦⟧]*⟧/g, " "); }
    for (const known of longestFirst) rest = rest.replaceAll(known, " ");
    return /\p{L}{2,}/u.test(rest) ? rest.trim() : "";
  };
  const found = [];
  const live = ".exercise-live, .work, .exercise-filters, .exercise-card-number, .exercise-card-facts";
  for (const root of document.querySelectorAll(`${live}, [data-text], .site-header`)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.parentElement?.closest(".site-title, .language-switch select")) continue;
      if (node.nodeType === Node.TEXT_NODE) found.push(left(node.data));
      else ["aria-label", "title", "placeholder"].forEach((name) => found.push(left(node.getAttribute(name) ?? "")));
    }
  }
  return [...new Set(found.filter(Boolean))];
}
"""


def in_brackets(entry):
    return {key: f"⟦{text}⟧" for key, text in entry.items()} if isinstance(entry, dict) else f"⟦{entry}⟧"


@pytest.fixture(scope="module")
def brackets():
    texts = json.loads(read_asset("locales/en.json")) | COURSE.texts("en")
    return SPEAK_BRACKETS.replace("TEXTS", json.dumps({key: in_brackets(entry) for key, entry in texts.items()}))


def opened(new_context, path, script, **device):
    context = new_context(**device)
    context.add_init_script(script)
    page = context.new_page()
    page.goto((BOOK / path).as_uri())
    settle(page)
    return page


@pytest.mark.parametrize("path", WITH_EXERCISES)
def test_every_word_of_the_interface_comes_from_the_catalogue(new_context, brackets, path):
    page = opened(new_context, path, brackets)
    expect(page.locator("main")).to_contain_text("⟦")
    assert page.evaluate(LETTERS_OUTSIDE_BRACKETS) == []
    for check in page.locator(".exercise-toolbar > .is-main").all():
        check.click()
        check.click()
    for name in ("⟦Hint⟧", "⟦See two good answers⟧"):
        for button in page.get_by_role("button", name=name).all():
            button.click()
    for folded in page.locator(".exercise-live details:not([open]) > summary").all():
        if folded.is_visible():
            folded.click()
    settle(page)
    assert page.evaluate(LETTERS_OUTSIDE_BRACKETS) == []


def catalogue(language):
    return json.loads(read_asset(f"locales/{language}.json"))


@pytest.mark.parametrize("language", ["ar", "es", "fr"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_reader_chooses_a_language_and_it_stays(page_at, language, width):
    page = page_at("exercises/harbour-cities.html", width=width)
    page.locator(".language-switch select").select_option(language)
    texts = catalogue(language)
    expect(page.locator(".language-switch select")).to_be_focused()
    check = page.get_by_role("button", name=texts["toolbar.check"], exact=True)
    expect(check).to_be_visible()
    frame = page.locator(".exercise-frame")
    expect(frame).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    expect(page.get_by_text(texts["language.review"])).to_be_visible()
    check.click()
    expect(page.get_by_role("heading", name=texts["feedback.heading.nothing-yet"])).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto((BOOK / "book/my-work.html").as_uri())
    expect(page.get_by_role("button", name=texts["work.export"])).to_be_visible()


INSIDE = """(menu) => {
  const { left, right } = menu.getBoundingClientRect();
  return left >= 0 && right <= document.documentElement.clientWidth;
}"""


@pytest.mark.parametrize("language", ["en", "ar", "es", "fr"])
def test_the_menu_with_export_and_print_stays_on_the_screen_at_any_width(page_at, language):
    page = page_at("exercises/harbour-cities.html")
    if language != "en":
        page.locator(".language-switch select").select_option(language)
        expect(page.locator(".exercise-frame")).to_have_attribute("lang", language)
    page.get_by_role("button", name=catalogue(language)["toolbar.more"], exact=True).click()
    menu = page.locator(".exercise-menu")
    for width in [*range(320, 480, 20), 540, 640, 768, 820, 1024, 1280]:
        page.set_viewport_size({"width": width, "height": 800})
        assert menu.evaluate(INSIDE), width
