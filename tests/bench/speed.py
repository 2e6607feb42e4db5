"""How long until a page shows, an exercise answers, and Check gives feedback."""

from contextlib import contextmanager

from tests.bench.browser import first_visit, go
from tests.bench.measures import Measure, of_runs
from tests.bench.weight import PAGES

RUNS = 5
SLOW_STOCK_RUNS = 3  # each takes many seconds
CPU_SLOWDOWN = 4
SLOW_LINE = {
    "offline": False,
    "latency": 150,  # ms to the first byte of each answer
    "downloadThroughput": 1_600_000 / 8,  # bytes per second
    "uploadThroughput": 750_000 / 8,
}
MAX_MILLISECONDS = 60_000
LOOK = 300
"""Milliseconds that a person looks before pressing."""

PAINTED_FRAME = """
const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(null);
}));
"""

# Waits until the script has taken the exercise over, the designer's tray and Check stand in the page, a frame with
# them is painted and the page is free to listen: that is usable. Then takes the first actor off the tray by a
# click; only when it arrives on the canvas does the measure count, so that an exercise that looks ready and is not
# does not pass for usable.
WATCH_USABLE = f"""
(() => {{
  {PAINTED_FRAME}
  new MutationObserver(async (_, watcher) => {{
    const live = document.querySelector(".exercise.is-live > .exercise-live");
    const actor = live?.querySelector("[data-waiting]");
    if (!actor || !live.querySelector(".exercise-button.is-main:not([aria-disabled], :disabled)")) return;
    watcher.disconnect();
    await painted();
    performance.mark("usable");
    const placed = `.designer-canvas [data-actor="${{actor.dataset.waiting}}"]`;
    new MutationObserver(async (_, answer) => {{
      if (!live.querySelector(placed)) return;
      answer.disconnect();
      await painted();
      performance.mark("answered");
    }}).observe(live, {{ childList: true, subtree: true }});
    actor.click();
  }}).observe(document, {{ childList: true, subtree: true, attributeFilter: ["class"] }});
}})();
"""

PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
USABLE = "performance.getEntriesByName('usable')[0]?.startTime"
ANSWERED = "performance.getEntriesByName('answered')[0]?.startTime"

# Presses Check with four actors placed, again with a fifth: until the feedback is in the page, until painted. Between
# the actors a person looks; between the last of them and Check, so many milliseconds pass.
PRESS_CHECK = """
async (pause) => {
  PAINTED_FRAME
  const live = document.querySelector(".exercise-live");
  const appearing = (selector) => new Promise((resolve) => {
    new MutationObserver((_, watcher) => {
      if (!live.querySelector(selector)) return;
      watcher.disconnect();
      resolve(performance.now());
    }).observe(live, { childList: true, subtree: true, attributeFilter: ["class"] });
  });
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const place = async () => {
    await wait(LOOK);
    live.querySelector("[data-waiting]").click();
    await painted();
  };
  const press = async (selector) => {
    const appeared = appearing(selector);
    await wait(pause);
    const start = performance.now();
    live.querySelector(".exercise-button.is-main").click();
    const inPage = await appeared - start;
    await painted();
    return { inPage, painted: performance.now() - start };
  };
  for (const _ of [1, 2, 3]) await place();
  const first = await press(".exercise-feedback:not(.is-unseen)");
  await place();
  return { first, second: await press(".exercise-since") };
}
""".replace("PAINTED_FRAME", PAINTED_FRAME).replace("LOOK", str(LOOK))


@contextmanager
def _opened(browser, address: str, wait_for: str, *, slow_line: bool):
    """Open a page on a fresh device with a slow line or else a slow processor; wait for a moment of it."""
    with first_visit(browser) as (page, devtools):
        if slow_line:
            devtools.send("Network.emulateNetworkConditions", SLOW_LINE)
        else:
            devtools.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
        page.add_init_script(WATCH_USABLE)
        go(page, address, timeout=MAX_MILLISECONDS)
        for moment in (PAINTED, wait_for):
            page.wait_for_function(moment, timeout=MAX_MILLISECONDS)
        yield page


def _paints(browser, address: str, runs: int, *, slow_line: bool) -> list[float]:
    """Seconds from navigation to first contentful paint."""
    seconds = []
    for _ in range(runs):
        with _opened(browser, address, PAINTED, slow_line=slow_line) as page:
            seconds.append(page.evaluate(PAINTED) / 1000)
    return seconds


def time_pages(browser, course_site: str, stock_site: str) -> list[Measure]:
    """Time the exercise and the first paint, on a slow processor and on a slow line."""
    exercise = PAGES["exercise"][0]
    painted, usable, answered, checks, hasty = [], [], [], [], []
    for _ in range(RUNS):
        with _opened(browser, f"{course_site}/{exercise}", ANSWERED, slow_line=False) as page:
            painted.append(page.evaluate(PAINTED) / 1000)
            usable.append(page.evaluate(USABLE) / 1000)
            answered.append(page.evaluate(ANSWERED) - page.evaluate(USABLE))
            checks.append(page.evaluate(PRESS_CHECK, LOOK))
        with _opened(browser, f"{course_site}/{exercise}", ANSWERED, slow_line=False) as page:
            hasty.append(page.evaluate(PRESS_CHECK, 0))
    after_paint = [later - first for first, later in zip(painted, usable, strict=True)]
    slow_painted, slow_usable = [], []
    for _ in range(RUNS):
        with _opened(browser, f"{course_site}/{exercise}", ANSWERED, slow_line=True) as page:
            slow_painted.append(page.evaluate(PAINTED) / 1000)
            slow_usable.append(page.evaluate(USABLE) / 1000)
    stock_painted = _paints(browser, f"{stock_site}/{exercise}", RUNS, slow_line=False)
    stock_slow_painted = _paints(browser, f"{stock_site}/{exercise}", SLOW_STOCK_RUNS, slow_line=True)
    return [
        of_runs("exercise usable after first paint, CPU / 4", "s", after_paint, target=0.3),
        of_runs("exercise: first paint, CPU / 4", "s", painted, stock_painted),
        of_runs("exercise usable after navigation, 1.6 Mbps / 150 ms", "s", slow_usable, target=2.5),
        of_runs("exercise: first paint, 1.6 Mbps / 150 ms", "s", slow_painted, stock_slow_painted),
        of_runs("first tap to the actor on the canvas, painted, CPU / 4", "ms", answered),
        of_runs(
            "first Check to feedback painted, CPU / 4",
            "ms",
            [c["first"]["painted"] for c in checks],
            target=50,
        ),
        of_runs("first Check to feedback in the page, CPU / 4", "ms", [c["first"]["inPage"] for c in checks]),
        of_runs(
            "second Check to feedback painted, CPU / 4",
            "ms",
            [c["second"]["painted"] for c in checks],
            target=50,
        ),
        of_runs(
            "first Check to feedback painted, right after a change, CPU / 4",
            "ms",
            [c["first"]["painted"] for c in hasty],
            target=50,
        ),
    ]
