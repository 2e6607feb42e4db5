"""Finds the browser that the browser tests drive; run as a module, it installs one where none is found."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # The suggestions of the address bar are a page of their own in each window: they would cost what a test costs.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup",
)
"""Quiet, and fit for a machine without a screen."""

NONE_FOUND = (
    "The browser tests need Chromium and found none. Install it (Debian: apt-get install chromium), "
    "or name one with the environment variable CHROMIUM."
)


def find_chromium() -> str:
    """Return the path of a Chromium: the one that CHROMIUM names, one on the path, else Playwright's own.

    Raises FileNotFoundError that says what to do.
    """
    named = [os.environ.get("CHROMIUM"), *(shutil.which(name) for name in NAMES)]
    found = next((path for path in named if path), None) or _playwright_chromium()
    if Path(found).is_file():
        return found
    raise FileNotFoundError(NONE_FOUND)


def _playwright_chromium() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def install_chromium() -> None:
    """Install Chromium from Debian's packages where that is possible, else Playwright's own build."""
    if shutil.which("apt-get") and (os.geteuid() == 0 or shutil.which("sudo")):
        sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
        print("Installing Chromium from the distribution's packages ...", flush=True)
        update = subprocess.run([*sudo, "apt-get", "update", "-qq"], check=False)
        install = [*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        if update.returncode == 0 and subprocess.run(install, check=False).returncode == 0:
            return
    print("Installing Playwright's Chromium ...", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    try:
        find_chromium()
    except FileNotFoundError:
        install_chromium()
    print(f"Browser: {find_chromium()}")
