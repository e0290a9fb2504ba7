"""A server as a process of its own, for all tests."""

import contextlib
import json
import shutil
import subprocess
import sys
import threading

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc

# Longest that anything here may take, in seconds; a test that hangs fails.
PATIENCE = 30
DEADLINES = {"methodConfig": [{"name": [{}], "timeout": f"{PATIENCE}s"}]}


def pytest_addoption(parser):
    parser.addoption("--program", required=True, help="path of the built mujaz")


@pytest.fixture(scope="session")
def program(request):
    return request.config.getoption("--program")


@contextlib.contextmanager
def serving(program, *arguments):
    """Starts the server on a port that it chooses; afterwards asks it to stop."""
    process = subprocess.Popen(
        [program, "serve", "--listen", "127.0.0.1:0", *arguments],
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    # A process that says nothing would be waited for without end.
    watchdog = threading.Timer(PATIENCE, process.kill)
    watchdog.start()
    try:
        line = process.stderr.readline()
        watchdog.cancel()
        if not line.startswith("{"):
            # Once, rather than as the error of every test.
            pytest.exit(f"the server does not start: {line}", returncode=1)
        # Keep reading, so that the log never blocks the process.
        threading.Thread(
            target=shutil.copyfileobj, args=(process.stderr, sys.__stderr__), daemon=True
        ).start()
        yield json.loads(line)["address"]
        process.terminate()
        assert process.wait(PATIENCE) == 0
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def address(program):
    with serving(program) as address:
        yield address


@pytest.fixture(scope="session")
def channel(address):
    options = [("grpc.service_config", json.dumps(DEADLINES))]
    with grpc.insecure_channel(address, options) as channel:
        states = health_pb2_grpc.HealthStub(channel).Watch(
            health_pb2.HealthCheckRequest(), wait_for_ready=True
        )
        serving = health_pb2.HealthCheckResponse.SERVING
        assert any(state.status == serving for state in states)
        states.cancel()
        yield channel
