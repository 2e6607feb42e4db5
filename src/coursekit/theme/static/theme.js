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

  /* Figures in the page-wide tables may be wider than a phone: let such a table scroll, by keyboard too. */
  document.querySelectorAll("article table").forEach(function (table) {
    var box = table.parentElement;
    if (box.scrollWidth > box.clientWidth && !box.hasAttribute("tabindex")) {
      box.classList.add("table-scroll");
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", "Table, scrolls sideways");
    }
  });
})();
