"""What deploy/ ships is checked as far as that goes without a Docker daemon: parsed by its own programs, compared with the code."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from server.cli import main
from server.config import read_config

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
SETTING = re.compile(r"\b(ROUNDS_[A-Z_]+)\b")
VARIABLE = re.compile(r"\$\{([A-Z_]+)")
AWS = {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


@pytest.fixture(scope="module")
def known_settings() -> set[str]:
    """The settings that the server reads."""
    source = (ROOT / "server" / "config.py").read_text()
    return {match for match in SETTING.findall(source) if f'"{match}"' in source}


@pytest.fixture(scope="module")
def dockerfile() -> list[list[str]]:
    """The instructions of the Dockerfile, continued lines joined, split into words."""
    text = re.sub(r"\\\n", " ", (DEPLOY / "Dockerfile").read_text())
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


def understands(arguments: list[str]) -> bool:
    """Tell whether `rounds` knows such a command line; `--help` at its end keeps it from running."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            main([*arguments, "--help"])
        except SystemExit as over:
            return over.code == 0
    return False


def program(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    return found or pytest.fail(f"{name} is missing: run tools/setup.sh test")


def run(*command: str, **more: Any) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def settings_of(text: str) -> dict[str, str]:
    """Read an environment file, the lines that are commented out included."""
    lines = (line.lstrip("#") for line in text.splitlines() if re.match(r"#?[A-Z_]+=", line))
    return dict(line.split("=", 1) for line in lines)


# ---- compose.yaml and the Dockerfile


def test_compose_starts_what_the_command_line_knows(compose: dict[str, Any]) -> None:
    commands = [service["command"] for service in compose["services"].values() if service.get("image") == "site-rounds"]

    assert [command[0] for command in commands] == ["migrate", "serve", "serve", "work"]
    assert all(understands(command) for command in commands)


def test_compose_sets_only_what_the_server_reads(compose: dict[str, Any], known_settings: set[str]) -> None:
    given = set(compose["x-server"]["environment"])
    asked = set(VARIABLE.findall((DEPLOY / "compose.yaml").read_text()))

    assert given <= known_settings | AWS
    assert asked <= known_settings | AWS | {"ROUNDS_DB_PASSWORD"}


def test_the_settings_of_compose_are_read_as_they_are_meant(compose: dict[str, Any]) -> None:
    given = {"ROUNDS_DB_PASSWORD": "secret", "ROUNDS_URL": "https://rounds.example.org"}
    settings = {
        name: re.sub(r"\$\{([A-Z_]+)(?::[-?]([^}]*))?\}", lambda found: given.get(found[1], found[2] or ""), str(value))
        for name, value in compose["x-server"]["environment"].items()
    }
    settings["ROUNDS_BLOBS"] = settings["AWS_ACCESS_KEY_ID"] = settings["AWS_SECRET_ACCESS_KEY"] = ""

    config = read_config({**settings, "ROUNDS_HOME": "/var/lib/rounds"})

    assert config.database_url == "postgresql+psycopg://rounds:secret@db/rounds"
    assert (config.works_here, config.is_behind_proxy, config.threads) == (False, True, 8)
    assert config.blob_place == Path("/var/lib/rounds/blobs")


def test_everything_that_compose_names_is_there(compose: dict[str, Any]) -> None:
    services, volumes = compose["services"], set(compose["volumes"])
    build = compose["x-server"]["build"]
    mounts = [mount.split(":")[0] for service in services.values() for mount in service.get("volumes", ())]
    files = [mount for mount in mounts if mount.startswith(".") and mount != "./tls"]  # the certificate is the owner's

    assert (DEPLOY / build["context"]).resolve() == ROOT
    assert (ROOT / build["dockerfile"]).is_file()
    assert [mount for mount in files if not (DEPLOY / mount).is_file()] == []
    assert {mount for mount in mounts if not mount.startswith(".")} == volumes
    assert {name for service in services.values() for name in service.get("depends_on", ())} <= set(services)


def test_the_proxy_of_compose_names_its_servers_and_their_port(
    compose: dict[str, Any], dockerfile: list[list[str]]
) -> None:
    named = re.findall(r"^\s*server ([\w-]+):(\d+)", (DEPLOY / "compose" / "upstream.conf").read_text(), re.MULTILINE)
    exposed = next(words[1] for words in dockerfile if words[0] == "EXPOSE")
    serving = [name for name, service in compose["services"].items() if service.get("command", [""])[0] == "serve"]
    published = [entry.split(":")[1] for entry in compose["services"]["proxy"]["ports"]]

    assert named == [(name, exposed) for name in serving]
    assert published == re.findall(r"listen (\d+)", (DEPLOY / "nginx" / "rounds.conf").read_text())


def test_healthchecks_ask_addresses_that_answer(
    compose: dict[str, Any], dockerfile: list[list[str]], tmp_path: Path
) -> None:
    from server.app import create_app
    from server.config import Config, sqlite_url
    from server.migrations import upgrade
    from server.store.schema import ensure_epoch

    asked = re.findall(r"http://127\.0\.0\.1:(\d+)(/\w+)", (DEPLOY / "compose.yaml").read_text())
    asked += re.findall(r"http://127\.0\.0\.1:(\d+)(/\w+)", (DEPLOY / "Dockerfile").read_text())
    app = create_app(Config(home=tmp_path, database_url=sqlite_url(tmp_path)))
    parts = app.extensions["rounds"]
    upgrade(parts.engine)
    parts.store.act(ensure_epoch)
    statuses = {path: app.test_client().get(path).status_code for _, path in asked}
    parts.engine.dispose()

    assert {port for port, _ in asked} == {"8765"}
    assert statuses == {"/readyz": 200, "/healthz": 200}


def test_the_image_is_made_of_files_that_are_there(dockerfile: list[list[str]]) -> None:
    copied = [words[1] for words in dockerfile if words[0] == "COPY" and not words[1].startswith("--")]
    kept = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]

    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert sorted(copied) == sorted(kept)


def test_the_image_runs_the_command_line_as_nobody_in_particular(
    dockerfile: list[list[str]], known_settings: set[str]
) -> None:
    text = (DEPLOY / "Dockerfile").read_text()
    last = {words[0]: words[1:] for words in dockerfile}

    assert last["USER"] == ["rounds"]
    assert "--require-hashes" in text
    assert '"python", "-m", "server.cli"' in text
    assert last["CMD"] == ['["serve",', '"--quiet"]']
    assert set(SETTING.findall(text)) <= known_settings


# ---- systemd


def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    for unit in UNITS:
        text = unit.read_text().replace("/opt/rounds/.venv/bin/rounds", sys.executable)
        (tmp_path / unit.name).write_text(text.replace("/opt/rounds", str(ROOT)))

    told = run(program("systemd-analyze"), "verify", "--recursive-errors=no", *map(str, sorted(tmp_path.iterdir())))

    assert [line for line in told.splitlines() if "rounds-" in line] == []


def test_units_leave_little_open(tmp_path: Path) -> None:
    for unit in (unit for unit in UNITS if unit.suffix == ".service"):
        name = unit.name.replace("@", "@8765")
        shutil.copy(unit, tmp_path / name)

        run(
            program("systemd-analyze"),
            "security",
            "--offline=true",
            "--threshold=20",
            "--no-pager",
            str(tmp_path / name),
        )


def test_units_start_what_the_command_line_knows(known_settings: set[str]) -> None:
    services = [unit for unit in UNITS if unit.suffix == ".service"]
    commands = {
        unit.name: shlex.split(re.search(r"^ExecStart=(.*)$", unit.read_text(), re.MULTILINE)[1]) for unit in services
    }

    assert {command[0] for command in commands.values()} == {"/opt/rounds/.venv/bin/rounds"}
    assert [name for name, command in commands.items() if not understands(command[1:])] == []
    assert {name for unit in services for name in SETTING.findall(unit.read_text())} <= known_settings


def test_every_timer_starts_a_service_that_is_there() -> None:
    timers = [unit for unit in UNITS if unit.suffix == ".timer"]

    assert [timer.stem for timer in timers] == ["rounds-backup", "rounds-drill"]
    assert [timer for timer in timers if not timer.with_suffix(".service").exists()] == []


def test_the_example_of_settings_can_be_read(known_settings: set[str]) -> None:
    settings = settings_of((DEPLOY / "rounds.env.example").read_text())

    config = read_config(settings)

    assert set(settings) <= known_settings | AWS
    assert (config.is_behind_proxy, config.works_here, config.threads) == (True, False, 8)


# ---- proxies


@pytest.mark.parametrize("upstream", ["nginx/upstream.conf", "compose/upstream.conf"])
def test_nginx_accepts_its_configuration(upstream: str, tmp_path: Path) -> None:
    make = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=rounds".split()
    run(program("openssl"), *make, "-keyout", "privkey.pem", "-out", "fullchain.pem", cwd=tmp_path)
    servers = re.sub(
        r"server serve-\d", "server 127.0.0.1", (DEPLOY / upstream).read_text()
    )  # names of Docker's network
    (tmp_path / "upstream.conf").write_text(servers)
    text = (DEPLOY / "nginx" / "rounds.conf").read_text()
    text = text.replace("/etc/nginx/tls", str(tmp_path)).replace(
        "/etc/nginx/rounds-upstream.conf", f"{tmp_path}/upstream.conf"
    )
    (tmp_path / "rounds.conf").write_text(re.sub(r"listen (\[::\]:)?(\d+)", r"listen \g<1>1\2", text))
    main_file = f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{ access_log off; include {tmp_path}/rounds.conf; }}\n"
    (tmp_path / "nginx.conf").write_text(main_file)

    told = run(program("nginx"), "-t", "-p", str(tmp_path), "-e", "stderr", "-c", str(tmp_path / "nginx.conf"))

    assert "warn" not in told


def test_caddy_accepts_its_configuration(tmp_path: Path) -> None:
    file = DEPLOY / "caddy" / "Caddyfile"
    home = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}

    told = run(program("caddy"), "validate", "--adapter", "caddyfile", "--config", str(file), env=home)

    assert "Valid configuration" in told
    assert run(program("caddy"), "fmt", str(file), env=home).strip() == file.read_text().strip()


def test_proxies_let_through_what_the_server_takes() -> None:
    from server.serve import LARGEST_REQUEST

    megabytes = LARGEST_REQUEST >> 20

    assert f"client_max_body_size {megabytes}m;" in (DEPLOY / "nginx" / "rounds.conf").read_text()
    assert f"max_size {megabytes}MB" in (DEPLOY / "caddy" / "Caddyfile").read_text()


# ---- the document


@pytest.fixture(scope="module")
def shell() -> list[str]:
    """The lines of the document that a shell is to run, without what is said about them."""
    text = (ROOT / "docs" / "deployment.md").read_text()
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [re.sub(r"\s{2,}#.*", "", line) for block in blocks for line in block.splitlines() if line.strip()]


def test_the_document_runs_what_the_command_line_knows(shell: list[str]) -> None:
    lines = [
        re.sub(r"^.*(rounds|server\.cli) (?=[a-z])", "", line)
        for line in shell
        if re.match(r"rounds [a-z]|.* -m server\.cli", line)
    ]

    assert len(lines) > 5
    assert [line for line in lines if not understands(shlex.split(line))] == []


def test_the_document_names_units_and_files_that_are_there(shell: list[str]) -> None:
    units = {
        re.sub(r"@\d+", "@", name) for name in re.findall(r"rounds[\w@-]*\.(?:service|timer|target)", "\n".join(shell))
    }
    files = set(re.findall(r"\b(?:deploy|requirements)/[\w./-]+\w", "\n".join(shell)))

    assert units == {unit.name for unit in UNITS} - {"rounds-backup.service", "rounds-drill.service"}
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_the_document_explains_every_setting(known_settings: set[str]) -> None:
    text = (ROOT / "docs" / "deployment.md").read_text()

    assert known_settings <= set(SETTING.findall(text))
