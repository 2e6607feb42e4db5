"""Serves a built edition of the book on localhost."""

import functools
import http.server
from pathlib import Path

import typer

from coursekit.book.build import DEFAULT_EDITION, edition_folder
from coursekit.course import Course, CourseError


class NoBookError(CourseError):
    """An edition is to be served that has not been built."""

    template = "{folder} holds no book. Run `make book{setting}`."

    def __init__(self, folder: Path, edition: str) -> None:
        setting = "" if edition == DEFAULT_EDITION else f" EDITION={edition}"
        super().__init__(self.template.format(folder=folder, setting=setting))


def serve_book(course: Course, port: int, edition: str = DEFAULT_EDITION) -> None:
    """Serve a built edition on localhost until interrupted, and say where; a busy port gives way to the next.

    Raises UnknownEditionError, NoBookError.
    """
    folder = course.folder / edition_folder(edition)
    if not (folder / "index.html").is_file():
        raise NoBookError(folder, edition)
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
