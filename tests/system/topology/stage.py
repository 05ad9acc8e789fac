"""What docs/deployment.md draws, as processes on 127.0.0.1: PostgreSQL, an S3-compatible store, servers, a worker, nginx.

nginx runs the very files of deploy/nginx, with other ports, paths and addresses; it notes which server answered what.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import requests

from tests.port import free_port
from tests.s3 import S3Server, keys

ROOT = Path(__file__).resolve().parents[3]
NGINX = next(
    (str(path) for path in (Path("/usr/sbin/nginx"), Path("/opt/homebrew/bin/nginx")) if path.exists()), "nginx"
)
START_S = 300.0
_WRAP = """{user}
daemon off;
pid {here}/nginx.pid;
error_log {here}/nginx.log;
events {{ worker_connections 256; }}
http {{
    log_format answered '$request_method $uri $status $upstream_addr';
    access_log {here}/access.log answered;
    client_body_temp_path {here}/body;
    proxy_temp_path {here}/proxy;
    fastcgi_temp_path {here}/fastcgi;
    uwsgi_temp_path {here}/uwsgi;
    scgi_temp_path {here}/scgi;
    include {here}/rounds.conf;
}}
"""


@dataclass
class Topology:
    """All processes, by name, and where they are reached."""

    here: Path
    database_url: str
    settings: dict[str, str]
    ports: dict[str, int]
    proxy_port: int
    processes: dict[str, subprocess.Popen[str]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Where tablets and browsers come in."""
        return f"https://127.0.0.1:{self.proxy_port}"

    @property
    def certificate(self) -> str:
        """What they trust."""
        return str(self.here / "tls" / "fullchain.pem")

    def serve(self, *names: str) -> None:
        """Start servers at once and wait until they listen."""
        for name in names:
            self._start(name, ["serve"], {"ROUNDS_PORT": str(self.ports[name])})
        for name in names:
            told = self.processes[name].stdout
            if told is None or told.readline() != f"http://127.0.0.1:{self.ports[name]}\n":
                raise RuntimeError((self.here / f"{name}.log").read_text())

    def work(self) -> None:
        """Start the worker."""
        self._start("work", ["work"], {})

    def end(self, name: str, how: signal.Signals = signal.SIGTERM) -> int:
        """End a process and return its exit status."""
        process = self.processes.pop(name)
        process.send_signal(how)
        status = process.wait(START_S)
        if process.stdout is not None:
            process.stdout.close()
        return status

    def end_all(self) -> None:
        """End what still runs, the proxy first."""
        for name in sorted(self.processes, key=lambda name: name != "proxy"):
            self.end(name)

    def proxy(self) -> None:
        """Start nginx with our configuration and wait until it listens."""
        shipped = ROOT / "deploy" / "nginx"
        servers = (shipped / "upstream.conf").read_text()
        for ours, theirs in zip((8771, 8772), self.ports.values(), strict=True):
            servers = servers.replace(f"127.0.0.1:{ours}", f"127.0.0.1:{theirs}")
        (self.here / "upstream.conf").write_text(servers)
        text = (shipped / "rounds.conf").read_text()
        for ours, theirs in (
            ("/etc/nginx/rounds-upstream.conf", f"{self.here}/upstream.conf"),
            ("/etc/nginx/tls", f"{self.here}/tls"),
            ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
            ("listen 443 ssl http2;", f"listen 127.0.0.1:{self.proxy_port} ssl http2;"),
            ("    listen [::]:80;\n", ""),
            ("    listen [::]:443 ssl http2;\n", ""),
        ):
            if ours not in text:
                raise RuntimeError(f"deploy/nginx/rounds.conf has no {ours!r}")
            text = text.replace(ours, theirs)
        (self.here / "rounds.conf").write_text(text)
        user = "user root;" if os.geteuid() == 0 else ""
        (self.here / "nginx.conf").write_text(_WRAP.format(here=self.here, user=user))
        command = [NGINX, "-p", str(self.here), "-c", str(self.here / "nginx.conf"), "-e", str(self.here / "nginx.log")]
        self.processes["proxy"] = subprocess.Popen(command, text=True)
        _wait_until_listening(self.proxy_port)

    def answered(self) -> list[tuple[str, str, int, str]]:
        """Return what the proxy noted: method, path, status, and the port of the server that answered in the end."""
        lines = (self.here / "access.log").read_text().splitlines()
        parts = (line.split(" ", 3) for line in lines)
        return [(method, path, int(status), server.rpartition(":")[2]) for method, path, status, server in parts]

    def deadlocks(self) -> int:
        """Return how many deadlocks PostgreSQL has broken."""
        with psycopg.connect(self.database_url.replace("+psycopg", "")) as connection:
            row = connection.execute(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
            ).fetchone()
        return int(row[0]) if row else -1

    def _start(self, name: str, arguments: list[str], more: Mapping[str, str]) -> subprocess.Popen[str]:
        with (self.here / f"{name}.log").open("a") as log:
            self.processes[name] = subprocess.Popen(
                [sys.executable, "-m", "server.cli", *arguments],
                cwd=ROOT,
                env={**os.environ, **self.settings, **more},
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        return self.processes[name]


def set_up(here: Path, database_url: str, store: S3Server) -> Topology:
    """Choose ports, make a certificate and write the settings that all servers share; nothing is started."""
    (here / "tls").mkdir()
    make = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1".split()
    make += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "tls/privkey.pem", "-out", "tls/fullchain.pem"]
    subprocess.run(["openssl", *make], cwd=here, check=True, capture_output=True)
    bucket = store.new_bucket()
    proxy_port = free_port()
    settings = {
        "ROUNDS_HOME": str(here / "home"),
        "ROUNDS_DB": database_url,
        "ROUNDS_BLOBS": f"s3://{bucket.bucket}?endpoint={bucket.endpoint}",
        "ROUNDS_URL": f"https://127.0.0.1:{proxy_port}",
        "ROUNDS_PROXY": "1",
        "ROUNDS_WORK": "elsewhere",
        "ROUNDS_THREADS": "4",
        **keys(),
    }
    return Topology(here, database_url, settings, {"serve-1": free_port(), "serve-2": free_port()}, proxy_port)


def browser(topology: Topology) -> requests.Session:
    """A client that trusts the proxy's certificate and comes from a page of ours."""
    session = requests.Session()
    session.trust_env = False  # a bundle that this machine's environment names would replace the certificate
    session.verify = topology.certificate
    session.headers["Origin"] = topology.url
    return session


def _wait_until_listening(port: int) -> None:
    until = time.monotonic() + START_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except (ConnectionError, TimeoutError):
            if time.monotonic() > until:
                raise
        else:
            return
