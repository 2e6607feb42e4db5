"""Runs pure functions of the frontend in Node, as the page runs them."""

import json
import subprocess
from pathlib import Path

FRONTEND = Path(__file__).parents[2] / "frontend"
PROGRAM = """
import {{ readFileSync }} from "node:fs";
import {{ {function} }} from "{module}";
const calls = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(calls.map((call) => {function}(...call))));
"""
DEVICE = """
import { registerHooks } from "node:module";
const virtual = "export const facts = {}, locales = {}, refusals = {}, words = {};";
registerHooks({
  resolve: (name, context, next) =>
    name.startsWith("virtual:") ? { url: `data:text/javascript,${virtual}`, shortCircuit: true } : next(name, context),
});
globalThis.room = Infinity;
const kept = new Map();
const device = new Proxy({
  getItem: (key) => kept.get(key) ?? null,
  setItem(key, text) {
    if (kept.get(key) !== text && text.length > room) throw new DOMException("full", "QuotaExceededError");
    kept.set(key, text);
  },
  removeItem: (key) => void kept.delete(key),
}, {
  ownKeys: () => [...kept.keys()],
  getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
});
Object.defineProperty(globalThis, "localStorage", { get: () => device, configurable: true });
globalThis.listeners = {};
globalThis.addEventListener = (name, listener) => (listeners[name] ??= []).push(listener);
globalThis.removeEventListener = () => {};
globalThis.elsewhere = (key, text) => {
  if (text === null) kept.delete(key);
  else kept.set(key, text);
  for (const listener of listeners.storage ?? []) listener({ key, newValue: text });
};
const from = (module) => import(`${FRONTEND}/${module}`);
const answer = await (async () => {
PROGRAM
})();
process.stdout.write(JSON.stringify(answer));
"""


def on_a_device(program):
    """Run a program with an empty device to keep things on; return what it returns.

    `await from("storage/storage.js")` gives a module, `elsewhere(key, text)` is what another tab writes, and `room` is
    the longest text that still fits.
    """
    return json.loads(_run(DEVICE.replace("${FRONTEND}", FRONTEND.as_uri()).replace("PROGRAM", program), ""))


def call_each(module, function, calls):
    """Call a function of a module of the frontend once for each list of arguments; return what it gave."""
    program = PROGRAM.format(function=function, module=(FRONTEND / module).as_uri())
    return json.loads(_run(program, json.dumps(calls)))


def evaluate(expression):
    """Give the value of an expression that needs nothing of the frontend, as what the engine knows of languages."""
    return json.loads(_run(f"process.stdout.write(JSON.stringify({expression}))", ""))


def _run(program, given):
    run = subprocess.run(
        ["node", "--input-type=module", "--eval", program],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout
