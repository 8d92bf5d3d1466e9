"""Fetches uv's wheel without pip, for a Python that has neither pip nor venv (Debian's can).

    python3 ops/uv_wheel.py FOLDER

Puts the program into FOLDER. Only a wheel whose SHA-256 stands in `ops/uv.txt` is used. The index
is the one that uv or pip is told by UV_DEFAULT_INDEX or PIP_INDEX_URL, else PyPI; it is read as
the simple repository API says (PEP 503, PEP 691). Standard library only.
"""

import hashlib
import io
import os
import platform
import re
import sys
import urllib.request
import zipfile
from pathlib import Path
from urllib.parse import urldefrag, urljoin

_PYPI = "https://pypi.org/simple"
_TIMEOUT_S = 60


def fetch_uv(folder: Path, requirement: str) -> Path:
    """The program, executable. Raises LookupError when the index has no wheel that is wanted."""
    version, hashes = parse(requirement)
    index = os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("PIP_INDEX_URL") or _PYPI
    page_url = f"{index.rstrip('/')}/uv/"
    for url in wheel_urls(_read(page_url).decode(), page_url, version):
        wheel = _read(url)
        if hashlib.sha256(wheel).hexdigest() in hashes:
            return unpack(wheel, folder)
    raise LookupError(f"{page_url} has no wheel of uv {version} for this machine that we know")


def parse(requirement: str) -> tuple[str, set[str]]:
    """The version and the hashes of a requirements file that pins uv alone."""
    version = re.search(r"^uv==([0-9.]+)", requirement, re.MULTILINE)
    if version is None:
        raise LookupError("ops/uv.txt pins no version of uv")
    return version[1], set(re.findall(r"--hash=sha256:([0-9a-f]{64})", requirement))


def wheel_urls(page: str, page_url: str, version: str) -> list[str]:
    """The links of an index page to wheels of this version that this machine can run."""
    links = re.findall(r'href="([^"]+)"', page)
    urls = (urldefrag(urljoin(page_url, link.replace("&amp;", "&"))).url for link in links)
    return [url for url in urls if f"/uv-{version}-" in url and url.endswith(_ending())]


def unpack(wheel: bytes, folder: Path) -> Path:
    """Take the one program out of the wheel."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "uv"
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".data/scripts/uv"))
        program.write_bytes(archive.read(name))
    program.chmod(0o755)
    return program


def _ending() -> tuple[str, ...]:
    machine = platform.machine()
    if sys.platform == "darwin":
        return (f"_{machine}.whl",) if machine != "arm64" else ("macosx_11_0_arm64.whl",)
    if platform.libc_ver()[0] != "glibc":
        return (f"musllinux_1_1_{machine}.whl",)
    return tuple(f"{tag}_{machine}.whl" for tag in ("manylinux2014", "manylinux_2_28"))


def _read(url: str) -> bytes:
    if not url.startswith(("https://", "http://", "file://")):
        raise LookupError(f"{url} is no address of a package index")
    with urllib.request.urlopen(url, timeout=_TIMEOUT_S) as answer:  # noqa: S310 - checked above
        content: bytes = answer.read()
    return content


if __name__ == "__main__":
    try:
        fetch_uv(Path(sys.argv[1]), Path(__file__).with_name("uv.txt").read_text())
    except (LookupError, OSError) as error:
        print(error, file=sys.stderr)
        sys.exit(1)
