"""A plain file server on the loopback address, each folder under a path of its own."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit


@contextmanager
def serving(folders: dict[str, Path]) -> Iterator[Callable[[str], int]]:
    """Serves `folders` (a path that begins and ends with a slash → its folder); yields a function from an address
    to the status of its answer."""

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def translate_path(self, path: str) -> str:
            path = unquote(urlsplit(path).path)
            for prefix, folder in folders.items():
                if path.startswith(prefix):
                    return str(folder / path.removeprefix(prefix))
            return str(Path(next(iter(folders.values()))) / "outside-every-portal")

        def list_directory(self, path):
            # A listing would make a link to a folder look as if it worked.
            self.send_error(404)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)

    def fetch(address: str) -> int:
        connection.request("HEAD", address)
        response = connection.getresponse()
        response.read()
        return response.status

    try:
        yield fetch
    finally:
        connection.close()
        server.shutdown()
