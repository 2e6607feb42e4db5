"""The embedded JavaScript engine, in which the page's own code runs for Python."""

import asyncio
import atexit
import threading
from contextlib import ExitStack

from py_mini_racer import MiniRacer, mini_racer

STARTING_TIMEOUT = 20
"""How long a script may take to load: far more than it does, even on a busy machine."""


def start_engine(script: str) -> MiniRacer:
    """Start an engine of its own and load a script into it; it ends with the process.

    Raises what the engine raises for a script that is faulty or takes longer than STARTING_TIMEOUT.
    """
    # A loop of its own: in Jupyter the engine would take the notebook's, and a call would wait for itself.
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="engine", daemon=True).start()
    running = ExitStack()
    atexit.register(running.close)  # left open, the engine can hang or crash the interpreter as it ends
    engine = running.enter_context(mini_racer(loop))
    engine.eval(script, timeout_sec=STARTING_TIMEOUT)
    return engine
