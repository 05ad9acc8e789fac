"""The tablet starts light, and the kernel runs as the tablet runs it: without asserts and docstrings."""

import os
import subprocess
import sys

import pytest

# Each costs a hundredth to four tenths of a second on a desktop and several times that on a tablet.
HEAVY = {"flask", "sqlalchemy", "requests", "urllib3", "PIL", "elementpath", "msgspec", "openpyxl"}
LEFT_OUT_OF_KIVY = {"asyncio", "ssl", "filetype"}
OF_OTHER_SCREENS = {
    "mobile.actions.finish",
    "mobile.actions.form",
    "mobile.actions.round",
    "mobile.screens.begin",
    "mobile.screens.scan",
    "mobile.text.en",
    "mobile.transport",
    "mobile.views.checklist",
    "mobile.views.judged",
    "mobile.widgets.item",
    "mobile.widgets.keypad",
    "mobile.worker",
    "shared.checklist",
    "shared.expression",
    "shared.sync.session",
}
WITHOUT_A_SCREEN = {
    "SDL_VIDEODRIVER": "offscreen",
    "KIVY_NO_ARGS": "1",
    "KIVY_NO_CONFIG": "1",
    "KIVY_NO_FILELOG": "1",
    "KIVY_CLIPBOARD": "sdl2",
}


def run(root, script, *, flags=(), environment=None):
    return subprocess.run(
        [sys.executable, *flags, "-c", script],
        cwd=root,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.ui
def test_importing_the_app_loads_nothing_heavy(root):
    script = "import sys, mobile.app; print(*sorted({name.split('.')[0] for name in sys.modules}))"

    result = run(root, script, environment=WITHOUT_A_SCREEN)

    assert result.returncode == 0, result.stderr
    assert (HEAVY | LEFT_OUT_OF_KIVY) & set(result.stdout.split()) == set()


@pytest.mark.ui
def test_what_the_first_list_does_not_show_is_not_loaded_for_it(root, tmp_path):
    script = (
        "import sys, pathlib, mobile.app\n"
        "mobile.app.prepare()\n"
        f"mobile.app.assemble(pathlib.Path({str(tmp_path)!r}))\n"
        "import mobile.screens.rounds\n"
        "print(*sys.modules)"
    )

    result = run(root, script, environment=WITHOUT_A_SCREEN)

    assert result.returncode == 0, result.stderr
    assert OF_OTHER_SCREENS & set(result.stdout.split()) == set()


def test_importing_the_kernel_loads_no_expression_grammar(root):
    script = "import sys, shared.checklist, shared.expression, shared.hazard, shared.schedule; print(*sys.modules)"

    result = run(root, script)

    assert result.returncode == 0, result.stderr
    assert "elementpath" not in result.stdout.split()


def test_importing_the_server_loads_no_tablet_and_no_kivy(root):
    result = run(root, "import sys, server.app; print(*sorted({name.split('.')[0] for name in sys.modules}))")

    assert result.returncode == 0, result.stderr
    assert {"kivy", "mobile"} & set(result.stdout.split()) == set()


def test_a_false_assertion_in_a_test_fails_without_asserts_too(tmp_path):
    # `make test` runs the Kivy-free tests once under -OO; that means something only while this holds.
    (tmp_path / "test_false.py").write_text("def test_false():\n    assert 1 == 2\n", encoding="utf-8")

    result = subprocess.run(
        [sys.executable, "-OO", "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert "1 failed" in result.stdout
