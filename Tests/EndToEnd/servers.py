"""Web servers with the portals' shipped rules, on this machine alone and with folders of their own."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

APACHE_MODULES = ("mpm_event", "authz_core", "mime", "dir", "autoindex", "alias", "rewrite", "headers", "filter", "deflate")
# Root's children give their rights away, to somebody that every Debian has.
USER = "www-data" if os.geteuid() == 0 else None


def nginx(folder: Path, host: Path, inner: str, port: int) -> str:
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    return f"""
{f"user {USER};" if USER else ""}
daemon off; pid {folder}/pid; error_log stderr;
events {{}}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  {" ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)}
  server {{
    listen 127.0.0.1:{port};
    root {host};
    include {host}/server/nginx.conf;
    include {host}/{inner}/server/nginx.conf;
  }}
}}
"""


def apache(folder: Path, host: Path, inner: str, port: int) -> str:
    modules = "\n".join(f"LoadModule {one}_module /usr/lib/apache2/modules/mod_{one}.so" for one in APACHE_MODULES)
    return f"""
{modules}
ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog /dev/stderr
DefaultRuntimeDir {folder}
TypesConfig /etc/mime.types
DirectoryIndex index.html
{f"User {USER}" if USER else ""}
DocumentRoot {host}
<Directory {host}>
  Options Indexes FollowSymLinks
  AllowOverride FileInfo
  Require all granted
</Directory>
"""


def caddy(folder: Path, host: Path, inner: str, port: int) -> str:
    return f"""
{{
	admin off
	auto_https off
}}
http://127.0.0.1:{port} {{
	root * {host}
	import {host}/server/Caddyfile
	import {host}/{inner}/server/Caddyfile
}}
"""


class WebServer:
    def __init__(self, program: str, configuration: Callable[[Path, Path, str, int], str], arguments: list[str]):
        self.program = shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin")
        self.configuration, self.arguments = configuration, arguments

    @contextmanager
    def running(self, folder: Path, host: Path, inner: str) -> Iterator[int]:
        """Serves `host` with the rules of the portals in it and in its folder `inner`; yields the port.

        - folder: the server's own, which it may fill."""
        port = free_port()
        file, log = folder / "conf", folder / "log"
        file.write_text(self.configuration(folder, host, inner, port))
        # Should this program be killed, the server ends too.
        command = ["setpriv", "--pdeathsig", "TERM", self.program, *[one.format(file=file, folder=folder) for one in self.arguments]]
        own = os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        with log.open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL,
                                                        env=own, cwd=folder) as process:
            try:
                wait(port, process, log)
                yield port
            finally:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait(port: int, process: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + 15
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit(f"{process.args[3]} did not start\n{log.read_text()}")


SERVERS = {
    "nginx": WebServer("nginx", nginx, ["-p", "{folder}", "-c", "{file}", "-e", "stderr"]),
    "apache": WebServer("apache2", apache, ["-f", "{file}", "-DFOREGROUND"]),
    "caddy": WebServer("caddy", caddy, ["run", "--config", "{file}", "--adapter", "caddyfile"]),
}
