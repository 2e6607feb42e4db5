"""Builds the static book and serves it on localhost."""

import functools
import http.server
import os
from pathlib import Path

import typer

from coursekit.course import course_folder

BOOK = Path("_build/html")


def build_book(output: Path | None = None) -> int:
    """Build the book with Jupyter Book from the stored outputs; return 0 when there was no warning.

    The same as `jupyter-book build --warningiserror --keep-going .`, but on all processors.
    """
    from jupyter_book.sphinx import build_sphinx

    course = course_folder()
    outdir = (output or course / BOOK).resolve()
    result = build_sphinx(
        course,
        outdir,
        noconfig=True,
        path_config=course / "_config.yml",
        # Jupyter Book takes this key out of the command line's settings and expects it there.
        confoverrides={"external_toc_path": str(course / "_toc.yml"), "latex_individualpages": False},
        doctreedir=outdir.parent / f".doctrees-{outdir.name}",
        quiet=True,
        warningiserror=True,
        keep_going=True,
        jobs=os.cpu_count() or 1,
    )
    if result == 0:
        typer.echo(f"The book is in {outdir}. Open index.html there, or run `make serve`.")
        return 0
    typer.echo("The book has warnings, listed above; each is an error.", err=True)
    return 1


def serve_book(port: int) -> None:
    """Serve the built book on localhost until interrupted, and say where; a busy port gives way to the next."""
    folder = course_folder() / BOOK
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    server = _first_free(port, handler)
    typer.echo(f"The course is at http://localhost:{server.server_port}/ (Ctrl+C stops it).")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        typer.echo("Stopped.")
    finally:
        server.server_close()


def _first_free(
    port: int, handler: functools.partial[http.server.SimpleHTTPRequestHandler]
) -> http.server.ThreadingHTTPServer:
    for candidate in range(port, port + 20):
        try:
            return http.server.ThreadingHTTPServer(("localhost", candidate), handler)
        except OSError:
            continue
    return http.server.ThreadingHTTPServer(("localhost", 0), handler)
