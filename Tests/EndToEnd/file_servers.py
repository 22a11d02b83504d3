"""FTP and SFTP servers of this machine alone, and a wire to them that can be cut."""

import logging
import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "mật khẩu: $'\"\\"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def make_certificate(folder: Path) -> Path:
    path = folder / "chung-thu.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", folder / "khoa.pem", "-out", path],
        check=True, capture_output=True)
    path.write_text(path.read_text() + (folder / "khoa.pem").read_text())
    return path


@contextmanager
def ftp(folder: Path, *, tls: Path | None = None, has_mlsd: bool = True, renames_onto: bool = True) -> Iterator[int]:
    """An FTP server. IIS has no MLSD and does not rename onto a file that is there."""
    from pyftpdlib.authorizers import DummyAuthorizer
    from pyftpdlib.filesystems import AbstractedFS
    from pyftpdlib.handlers import FTPHandler, TLS_FTPHandler
    from pyftpdlib.servers import ThreadedFTPServer

    class Files(AbstractedFS):
        def rename(self, src: str, dst: str) -> None:
            if not renames_onto and os.path.exists(dst):
                raise FileExistsError(17, "Cannot create a file when that file already exists")
            super().rename(src, dst)

    class Handler(TLS_FTPHandler if tls else FTPHandler):
        abstracted_fs = Files
        proto_cmds = {
            name: about for name, about in (TLS_FTPHandler if tls else FTPHandler).proto_cmds.items()
            if has_mlsd or name not in ("MLSD", "MLST")}

    logging.getLogger("pyftpdlib").setLevel(logging.CRITICAL)
    users = DummyAuthorizer()
    users.add_user("lan", PASSWORD, str(folder), perm="elradfmwMT")
    Handler.authorizer = users
    if tls:
        (Handler.certfile, Handler.tls_control_required, Handler.tls_data_required) = (str(tls), True, True)
    server = ThreadedFTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"timeout": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.address[1]
    finally:
        server.close_all()
        thread.join(5)


@contextmanager
def sftp(folder: Path) -> Iterator[tuple[int, Path, Path]]:
    """OpenSSH's server: its port, a key that it takes, and a file with its own."""
    for name in ("khoa-may-chu", "nguoi"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    port = free_port()
    (folder / "cho-vao").write_text((folder / "nguoi.pub").read_text())
    (folder / "da-biet").write_text(f"[127.0.0.1]:{port} {(folder / 'khoa-may-chu.pub').read_text()}")
    (folder / "sshd").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/khoa-may-chu\nAuthorizedKeysFile {folder}/cho-vao\n"
        f"StrictModes no\nPasswordAuthentication no\nUsePAM no\nPidFile {folder}/sshd.pid\nSubsystem sftp internal-sftp -d {folder}/may-chu\n")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    server = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", folder / "sshd"], stderr=subprocess.DEVNULL)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.05)
    try:
        yield port, folder / "nguoi", folder / "da-biet"
    finally:
        server.terminate()
        server.wait(10)


class Wire:
    """Passes bytes on to a port, and is cut after some pieces from the client."""

    def __init__(self, port: int, pieces: int) -> None:
        self.target, self.left = port, pieces
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.was_cut = False
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self.listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
                if self.was_cut:
                    client.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self.target), 5)
            except OSError:
                return
            threading.Thread(target=self._pass, args=(client, server, True), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, client, False), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, counts: bool) -> None:
        try:
            while data := source.recv(1 << 16):
                if counts:
                    self.left -= 1
                    if self.left < 0:
                        self.was_cut = True
                        break
                sink.sendall(data)
        except OSError:
            pass
        for one in (source, sink):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
