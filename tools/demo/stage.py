"""Where the demo plays: its folders, its server as a process of its own, and what the player is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTING_S = 300
STOPPING_S = 20


@dataclass
class Stage:
    """The demo's folder, port and server process. ``home`` keeps everything; deleting it starts afresh."""

    home: Path = ROOT / "demo"
    port: int = 8765
    server: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """Where office and tablets find the server."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def server_home(self) -> Path:
        """The server's folder: database, photos, log."""
        return self.home / "server"

    @property
    def tablet_home(self) -> Path:
        """The tablet's folder: database and photos."""
        return self.home / "tablet"

    @property
    def pictures(self) -> Path:
        """Where screenshots of the story are kept."""
        return self.home / "screenshots"

    def environment(self) -> dict[str, str]:
        """Return the settings of every process of the demo."""
        return {
            **os.environ,
            "ROUNDS_HOME": str(self.server_home),
            "ROUNDS_PORT": str(self.port),
            "ROUNDS_URL": self.url,
        }

    def rounds(self, *arguments: str) -> str:
        """Run a ``rounds`` command and return what it printed.

        Raises:
            SystemExit: it failed; what it said is printed.
        """
        self.server_home.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-m", "server.cli", *arguments],
            cwd=ROOT,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"rounds {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
        return done.stdout.strip()

    def start_server(self) -> None:
        """Start ``rounds serve`` and wait until it answers.

        Raises:
            SystemExit: the port is taken or the server does not start.
        """
        if self.answers():
            raise SystemExit(f"Port {self.port} is taken by another program. Stop it, or: PORT=8766 make demo")
        self.server_home.mkdir(parents=True, exist_ok=True)
        with (self.server_home / "server.log").open("ab") as log:
            self.server = subprocess.Popen(
                [sys.executable, "-m", "server.cli", "serve"],
                cwd=ROOT,
                env=self.environment(),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        until = time.monotonic() + STARTING_S
        while not self.answers():
            if self.server.poll() is not None or time.monotonic() > until:
                raise SystemExit(f"The server did not start; see {self.server_home / 'server.log'}")
            time.sleep(0.1)

    def stop_server(self) -> None:
        """Ask the server to stop and wait until it has finished what it was doing."""
        if self.server is None:
            return
        if self.server.poll() is None:
            self.server.send_signal(signal.SIGTERM)
            try:
                self.server.wait(STOPPING_S)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait()
        self.server = None

    def answers(self) -> bool:
        """Tell whether something answers on the port."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=2):  # noqa: S310 (our own address)
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
