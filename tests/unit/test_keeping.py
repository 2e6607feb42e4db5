"""What a person does is kept on the device whatever happens: other tabs, other devices, a full or damaged store."""

import pytest

from tests.unit.javascript import call_each, on_a_device

SESSION = """
const { createSession } = await from("player/session.js");
const { deviceStore, deleteEverything } = await from("storage/storage.js");
const exercise = { id: "one", version: "aaaaaaaa", hints: [], criteria: [] };
const KEY = "course/one/aaaaaaaa";
const grade = ({ text }) =>
  typeof text === "string" ? { criteria: [], passed: false } : { error: { id: "not-text" } };
const store = () => deviceStore("course", "one", "aaaaaaaa");
const open = () => createSession({ exercise, empty: { text: "" }, grade, store: store() });
const stored = (answer) => JSON.stringify({ answer, saved: "2026-01-01T00:00:00.000Z" });
"""
WORK = """
const { bringIn, workFile } = await from("storage/work-file.js");
const { deviceStore, fresh } = await from("storage/storage.js");
const store = (version) => deviceStore("course", "one", version);
const saved = (answer, when, more = {}) => ({ ...fresh(answer), saved: when, ...more });
const file = (work, notes = {}) => ({ course: "course", format: 2, work, notes });
const EARLY = "2026-01-01T00:00:00.000Z", LATE = "2026-02-01T00:00:00.000Z";
"""
NOTE = """
const { mountNotes } = await from("pages/note-box.js");
globalThis.window = globalThis;
globalThis.document = {
  documentElement: { dataset: {} },
  createElement: () => ({ setAttribute() {} }),
};
const heard = {};
const box = {
  dataset: { course: "course", note: "n" }, value: "", closest: () => null, after() {},
  addEventListener: (name, listener) => (heard[name] = listener),
};
const type = (text) => {
  box.value += text;
  heard.input();
};
const open = () => mountNotes({ querySelectorAll: () => [box] });
const { clearTimeout: stop } = globalThis;
globalThis.setTimeout = () => 0;
"""


# Undo.


def test_after_undo_redo_or_reset_the_next_letter_is_a_step_of_its_own():
    for act in ("session.undo(); session.redo();", 'session.reset("");', 'session.accept({ text: "x" }, "");'):
        steps = on_a_device(f"""{SESSION}
          const session = open();
          session.change({{ text: "a" }}, "", "field");
          session.change({{ text: "ab" }}, "", "field");
          {act}
          const before = session.get().saved.answer.text;
          session.change({{ text: "new" }}, "", "field");
          session.undo();
          return [before, session.get().saved.answer.text];""")
        assert steps[0] == steps[1], act


def test_letters_in_one_field_are_one_step():
    left = on_a_device(f"""{SESSION}
      const session = open();
      for (const text of ["a", "ab", "abc"]) session.change({{ text }}, "", "field");
      session.undo();
      return session.get().saved.answer.text;""")
    assert left == ""


# Other tabs.


def test_what_was_deleted_elsewhere_does_not_come_back_by_itself():
    seen = on_a_device(f"""{SESSION}
      const session = open();
      session.change({{ text: "mine" }});
      elsewhere(KEY, null);
      const waits = session.get().newer;
      session.loadNewer();
      const shown = session.get().saved.answer.text;
      return {{ waits, shown, kept: localStorage.getItem(KEY) }};""")
    assert seen == {"waits": True, "shown": "", "kept": None}


def test_a_newer_answer_that_cannot_be_read_is_set_aside_and_mine_stays():
    seen = on_a_device(f"""{SESSION}
      const session = open();
      session.change({{ text: "mine" }});
      elsewhere(KEY, stored({{ text: 5 }}));
      session.loadNewer();
      const {{ problem, saved }} = session.get();
      session.change({{ text: "mine too" }});
      const kept = JSON.parse(localStorage.getItem(KEY)).answer.text;
      return {{ problem, shown: saved.answer.text, kept, aside: localStorage.getItem(`unreadable/${{KEY}}`) }};""")
    assert seen["problem"] == {"id": "storage.unreadable"}
    assert (seen["shown"], seen["kept"]) == ("mine", "mine too")
    assert '"text":5' in seen["aside"]


def test_a_trial_of_the_store_leaves_nothing_and_works_where_it_is_forbidden():
    assert on_a_device("""
      const { canKeep } = await from("storage/storage.js");
      return [canKeep(), Object.keys(localStorage)];""") == [True, []]
    assert (
        on_a_device("""
      const { canKeep, deleteEverything } = await from("storage/storage.js");
      Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
      deleteEverything("course");
      return canKeep();""")
        is False
    )


def test_deleting_takes_all_of_this_course_and_nothing_of_another_on_the_same_host():
    left = on_a_device("""
      const { deleteEverything } = await from("storage/storage.js");
      const ours = ["course/one/12345678", "note/course/n", "unreadable/course/one/12345678", "mode", "language"];
      const theirs = ["course-2/one/12345678", "note/course-2/n", "unreadable/course-2/one/12345678", "else"];
      for (const key of [...ours, ...theirs]) localStorage.setItem(key, "{}");
      deleteEverything("course");
      return Object.keys(localStorage).sort();""")
    assert left == ["course-2/one/12345678", "else", "note/course-2/n", "unreadable/course-2/one/12345678"]


# What cannot be read.


def test_a_second_answer_that_cannot_be_read_leaves_the_first_copy():
    keys = on_a_device(f"""{SESSION}
      for (const text of ["not json", stored({{ text: 5 }}), stored({{ text: 5 }})]) {{
        elsewhere(KEY, text);
        open().change({{ text: "mine" }});
      }}
      const {{ workFile }} = await from("storage/work-file.js");
      return [Object.keys(localStorage).sort(), workFile("course").unreadable];""")
    key = "course/one/aaaaaaaa"
    assert keys[0] == [key, f"unreadable/{key}", f"unreadable/{key}~2"]
    assert keys[1][key] == "not json"
    assert '"text":5' in keys[1][f"{key}~2"]


def test_the_only_copy_is_never_overwritten_on_a_full_device():
    seen = on_a_device(f"""{SESSION}
      const damaged = "damaged ".repeat(100);
      elsewhere(KEY, damaged);
      globalThis.room = 600;
      const session = open();
      session.change({{ text: "mine" }});
      const during = [session.get().unsaved, localStorage.getItem(KEY) === damaged];
      globalThis.room = Infinity;
      session.change({{ text: "mine" }});
      return [...during, session.get().unsaved, localStorage.getItem(`unreadable/${{KEY}}`) === damaged];""")
    assert seen == ["full", True, None, True]


# Files from elsewhere.


def test_an_import_cannot_decline_the_devices_own_answer():
    editions = on_a_device(f"""{WORK}
      store("aaaaaaaa").write(saved({{ text: "mine" }}, EARLY, {{ declined: ["bbbbbbbb"] }}), true);
      const entry = {{ exercise: "one", version: "aaaaaaaa", answer: {{ text: "theirs" }}, saved: LATE }};
      bringIn(file([{{ ...entry, declined: ["aaaaaaaa+2"] }}]), []);
      const now = store("aaaaaaaa").read();
      const aside = store("aaaaaaaa").editions().find(({{ version }}) => version === "aaaaaaaa+2");
      return [now.answer.text, now.declined, aside.saved.answer.text, "declined" in workFile("course").work[0]];""")
    assert editions == ["theirs", ["bbbbbbbb"], "mine", False]


@pytest.mark.parametrize("version", ["12345678", '["aaaaaaaa"]', "null", "{}"])
def test_a_version_that_is_no_text_is_refused_by_name(version):
    refused = on_a_device(
        f"{WORK} return bringIn(file([{{ exercise: 'one', version: {version}, answer: {{}} }}]), []).refused;"
    )
    assert refused == [{"exercise": "one", "reason": "work.unreadable"}]


@pytest.mark.parametrize(
    ("here", "there", "merged"),
    [
        ("", "New.", "New."),
        ("Nobody was asked.", "No", "Nobody was asked.\n\nNo"),
        ("The port", "The port pays.", "The port pays."),
        ("One.\n\nTwo.", "Two.\n\nThree.", "One.\n\nTwo.\n\nThree."),
        ("Same.", "Same.", "Same."),
    ],
)
def test_two_texts_of_a_note_become_one_and_lose_nothing(here, there, merged):
    assert call_each("storage/notes.js", "mergedNote", [[here, there], [merged, there]]) == [merged, merged]


def test_a_note_that_would_be_too_long_is_named_and_not_cut():
    seen = on_a_device(f"""{WORK}
      localStorage.setItem("note/course/full", "a".repeat(19_000));
      const brought = {{ full: "b".repeat(5_000), constructor: "c".repeat(30_000), short: "Short." }};
      const outcome = bringIn(file([], brought), [], {{ full: "Who pays?" }});
      const kept = (name) => localStorage.getItem(`note/course/${{name}}`);
      return [outcome.longNotes, kept("full").length, kept("short")];""")
    assert seen == [["Who pays?", "constructor"], 19_000, "Short."]


# Notes in two tabs.


def test_a_note_box_takes_in_what_another_tab_wrote():
    seen = on_a_device(f"""{NOTE}
      open();
      type("Mine.");
      elsewhere("note/course/n", "Mine. And theirs.");
      const shown = box.value;
      type(" And mine.");
      return [shown, localStorage.getItem("note/course/n"), box.maxLength];""")
    assert seen == ["Mine. And theirs.", "Mine. And theirs. And mine.", 20_000]


def test_a_note_box_never_writes_over_what_it_has_not_seen():
    kept = on_a_device(f"""{NOTE}
      open();
      type("Mine.");
      localStorage.setItem("note/course/n", "Theirs."); // the news of it has not come yet
      type(" More.");
      return localStorage.getItem("note/course/n");""")
    assert kept == "Theirs.\n\nMine. More."


def test_a_text_that_could_not_be_kept_is_joined_to_what_comes_in():
    shown = on_a_device(f"""{NOTE}
      open();
      globalThis.room = 3;
      type("Mine is long.");
      elsewhere("note/course/n", "Theirs.");
      return box.value;""")
    assert shown == "Theirs.\n\nMine is long."
