"""The program under test: started as a person starts it, stopped by the process we started."""

import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import time

import requests

PROJECT = pathlib.Path(__file__).resolve().parents[2]
START_SECONDS = 90


def lylich():
    """The program: LYLICH, else the debug build, else the release build."""
    named = os.environ.get("LYLICH")
    places = [named] if named else [PROJECT / ".build/debug/lylich", PROJECT / "bin/lylich"]
    for place in places:
        if pathlib.Path(place).exists():
            return str(place)
    raise RuntimeError(f"no program at {places}: build it first, or name it in LYLICH")


def run(*arguments, check=True, timeout=120, env=None, input=None):
    """One command of the program, to its end."""
    result = subprocess.run(
        [lylich(), *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=timeout,
        env=plain_environment() | (env or {}),
        input=input,
    )
    if check and result.returncode != 0:
        raise AssertionError(
            f"lylich {arguments[0]} ended with {result.returncode}\n{result.stdout}{result.stderr}"
        )
    return result


def plain_environment():
    """The environment without settings that somebody has lying around."""
    return {k: v for k, v in os.environ.items() if not k.startswith("LYLICH_")}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# Below those that the system gives away, and for each of the processes that run tests beside each
# other a part of its own: a program that is killed and started again must find its ports.
_PART = 3_000
_FIRST = 20_000 + _PART * (int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) % 4)
_next = random.randrange(_PART)


def free_block(count):
    """The first of `count` free ports in a row, that were not given out lately either."""
    global _next
    for _ in range(_PART):
        first = _FIRST + _next % (_PART - count)
        _next += count
        if all(is_free(port) for port in range(first, first + count)):
            return first
    raise RuntimeError(f"no {count} free ports in a row from {_FIRST} on")


def is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


def wait_until(what, seconds=30, every=0.05):
    """Polls until `what()` gives something true, and returns it."""
    deadline = time.monotonic() + seconds
    while True:
        got = what()
        if got:
            return got
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s in vain for {what}")
        time.sleep(every)


class Demo:
    """`lylich demo` on its own folder and port."""

    def __init__(self, folder, database=None, profile="stp-cantho-2023", env=None):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "data"
        self.database = database
        self.profile = profile
        self.env = env or {}
        # The neighbours stand at the ports after the portal's.
        self.port = free_block(20)
        self.process = None
        self.log = self.folder / "demo.log"

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def where(self):
        """The options that tell another command of the program about this installation."""
        options = ["--data", str(self.data)]
        return options + (["--database", self.database] if self.database else [])

    def start(self, *options):
        command = [lylich(), "demo", "--port", str(self.port), "--profile", self.profile]
        command += self.where + list(options)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=plain_environment() | self.env,
                cwd=self.folder,
                start_new_session=True,
            )
        self.wait()
        return self

    def wait(self):
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                if requests.get(self.url + "/health", timeout=2).status_code == 200:
                    return
            except requests.RequestException:
                pass
            ended = self.process.poll()
            if ended is not None:
                raise AssertionError(f"the demo ended with {ended}\n{self.tail()}")
            if time.monotonic() > deadline:
                raise AssertionError(f"the demo is not up after {START_SECONDS} s\n{self.tail()}")
            time.sleep(0.05)

    def tail(self, lines=40):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def kill(self):
        """Without warning: the process and whatever it started."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(timeout=20)

    def restart(self):
        self.kill()
        return self.start()

    def stop(self):
        """As Ctrl-C does: the signal reaches the whole group. Returns the exit status."""
        if self.process is None:
            return None
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError(f"the demo does not stop on Ctrl-C\n{self.tail()}")
        return self.process.returncode

    def check(self):
        """`lylich check`: every invariant of the installation, recomputed."""
        return run("check", *self.where, env=self.env)

    def accounts(self):
        answer = requests.get(self.url + "/demo/accounts.json", timeout=10)
        answer.raise_for_status()
        return answer.json()


def need(tool):
    """The full path of a program that the outer tests cannot do without."""
    found = shutil.which(tool, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if not found:
        raise RuntimeError(f"{tool} is not here: run scripts/install-test-deps")
    return found
