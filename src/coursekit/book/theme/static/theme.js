/* Light and dark, the language of buttons, and the place of the contents: everything else works without a script. */
(function () {
  "use strict";
  var root = document.documentElement;
  var mode = document.querySelector(".mode-switch");
  var texts = {};

  /* English stands in the page; another language was loaded by the page's head, if one was chosen. */
  function text(id, english) {
    return Object.hasOwn(texts, id) ? texts[id] : english;
  }

  function keep(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch (error) {
      /* storage is forbidden or full: it holds for this page */
    }
  }

  function sayMode() {
    var isDark = root.dataset.mode === "dark";
    mode.textContent = isDark ? text("theme.light", "Light") : text("theme.dark", "Dark");
    mode.setAttribute("aria-label", isDark ? text("theme.to-light", "Switch to light mode") : text("theme.to-dark", "Switch to dark mode"));
  }

  /* The first view of an exercise looks ready before its script runs: what was pressed meanwhile is done now, unless
     a view of the person's own work, or in another language, has taken its place. */
  addEventListener("DOMContentLoaded", function () { /* by now the exercises are alive */
    var early = window.pressedEarly || [];
    window.pressedEarly = null;
    early.forEach(function (element) {
      var button = element.closest(".exercise-live button");
      if (button && button.isConnected) button.click();
    });
  });

  mode.addEventListener("click", function () {
    root.dataset.mode = root.dataset.mode === "dark" ? "light" : "dark";
    sayMode();
    keep("mode", root.dataset.mode);
  });

  var language = document.querySelector(".language-switch");
  if (language) {
    var select = language.querySelector("select");
    select.value = root.dataset.language || root.lang;
    if (history.state && history.state.languageChosen) {
      history.replaceState(null, "");
      select.focus({ preventScroll: true });
    }
    select.addEventListener("change", function () {
      keep("language", select.value);
      history.replaceState({ languageChosen: true }, "");
      location.reload();
    });
  }

  function translate() {
    var chosen = root.dataset.language;
    texts = (window.courseTexts || {})[chosen] || {};
    var direction = text("language.direction", root.dir);
    document.querySelectorAll("[data-text]").forEach(function (place) {
      place.textContent = text(place.dataset.text, place.textContent);
      place.lang = chosen;
      (place.closest("bdi") || place).dir = direction; /* a number beside it stands in the order of its language */
    });
    ["placeholder", "aria-label"].forEach(function (name) {
      document.querySelectorAll("[data-text-" + name + "]").forEach(function (place) {
        place.setAttribute(name, text(place.getAttribute("data-text-" + name), place.getAttribute(name)));
      });
    });
    var review = document.querySelector(".language-review");
    review.textContent = text("language.review", "");
    review.lang = chosen;
    review.dir = "auto";
    review.hidden = review.textContent === "";
    sayMode();
  }

  if (window.courseLanguage) window.courseLanguage.then(translate);
  else sayMode();

  var here = document.querySelector(".site-contents .current > a.current, .site-contents a.current");
  if (here) here.setAttribute("aria-current", "page");

  /* What is wider than a phone scrolls sideways, by keyboard too. */
  function letWideThingsScroll(wide) {
    var room = wide.parentElement.closest("section, div, dd, li").clientWidth;
    if (wide.closest("[tabindex]:not(main)") || wide.scrollWidth <= room) return;
    var box = document.createElement("div");
    wide.replaceWith(box);
    box.append(wide);
    box.className = "table-scroll";
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", text("theme.sideways", "Scrolls sideways"));
  }

  /* Measuring makes the browser lay out the page, so it waits until the page has loaded. */
  addEventListener("load", function () {
    document.querySelectorAll("article table, article pre").forEach(letWideThingsScroll);
  });
})();
