"""A web server as a static host is one: text gzipped, HTTP/1.1, nothing kept in the browser."""

import gzip
import http.server
import mimetypes
import threading
from contextlib import contextmanager
from functools import cache
from pathlib import Path

GZIPPED = {".html", ".css", ".js", ".svg", ".json", ".txt"}
GZIP_LEVEL = 6


@cache
def _content(path: Path) -> tuple[bytes, bool]:
    raw = path.read_bytes()
    return (gzip.compress(raw, GZIP_LEVEL, mtime=0), True) if path.suffix in GZIPPED else (raw, False)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        content, gzipped = _content(path)
        self.send_response(200)
        self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        if gzipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        """Stay silent: the table is the output."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A browser that closes its page hangs up; that is no error here."""


@contextmanager
def serving(folder: Path):
    """Serve a folder while the block runs; give its address."""
    server = _Server(("127.0.0.1", 0), lambda *args: _Handler(*args, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
