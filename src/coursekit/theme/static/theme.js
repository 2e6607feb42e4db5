/* Light and dark, and the place of the contents: everything else works without a script. */
(function () {
  "use strict";
  var root = document.documentElement;
  var button = document.querySelector(".mode-switch");

  function say() {
    button.textContent = root.dataset.mode === "dark" ? "Light" : "Dark";
    button.setAttribute("aria-label", "Switch to " + button.textContent.toLowerCase() + " mode");
  }

  button.hidden = false;
  say();
  button.addEventListener("click", function () {
    root.dataset.mode = root.dataset.mode === "dark" ? "light" : "dark";
    say();
    try {
      localStorage.setItem("mode", root.dataset.mode);
    } catch (error) {
      /* storage is forbidden or full: the mode holds for this page */
    }
  });

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
    box.setAttribute("aria-label", "Scrolls sideways");
  }

  /* Measuring makes the browser lay out the page, so it waits until the page has loaded. */
  addEventListener("load", function () {
    document.querySelectorAll("article table, article pre").forEach(letWideThingsScroll);
  });
})();
