"""Who may open a connection at all: each file that can is named here, with where it leads."""

import ast
from pathlib import Path

from tests.architecture.source import modules, parsed

REACHES = frozenset(
    {
        *("openai", "httpx", "httpx2", "httpcore", "httpcore2", "requests", "urllib3", "aiohttp"),
        *("urllib.request", "http.client", "socket", "smtplib", "ftplib", "websockets", "grpc"),
    }
)
"""Modules of ours, of the standard library and of others that can reach another host."""

MAY = {
    "chassis/egress.py": "the one door to the provider that the operator names",
    "chassis/passage.py": "connects for that door, within its time",
    "chassis/llm/client.py": "asks the model, through that door",
    "chassis/bus/broker.py": "the broker",
    "chassis/bus/child.py": "pairs of sockets to children of its own",
    "chassis/bus/nursery.py": "the other ends of those",
    "services/auth/mail.py": "the mail server that the operator names",
    "gateway/worker.py": "its own listener",
}
PARTS = ("contracts", "chassis", "services", "gateway")
"""What runs where people's data is; operators' tools of `ops` speak to this machine and fetch."""


def reaching(path: Path) -> set[str]:
    """What `path` imports, anywhere in it, by which another host can be reached."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    ways = {name for name in names for way in REACHES if name == way or name.startswith(f"{way}.")}
    return ways - {"asyncio"}


def test_nothing_reaches_another_host_but_the_files_that_are_named() -> None:
    found = {str(path) for part in PARTS for path in modules(part) if reaching(path)}

    assert found == set(MAY)


def test_a_new_way_out_would_be_noticed(tmp_path: Path) -> None:
    for number, line in enumerate(
        ("import openai", "from urllib import request", "def f():\n    import http.client")
    ):
        file = tmp_path / f"m{number}.py"
        file.write_text(f"{line}\n")

        assert reaching(file), line
