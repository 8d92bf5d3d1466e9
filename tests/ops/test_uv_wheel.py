import io
import os
import platform
import sys
import zipfile
from pathlib import Path

import pytest

from ops.uv_wheel import parse, unpack, wheel_urls

_PINNED = Path(__file__).parents[2] / "ops" / "uv.txt"
_MANY = ("x86_64", "aarch64", "arm64")


def a_page(version: str) -> str:
    linux = [f"uv-{version}-py3-none-manylinux_2_17_{m}.manylinux2014_{m}.whl" for m in _MANY]
    mac = [f"uv-{version}-py3-none-macosx_11_0_arm64.whl", f"uv-{version}-py3-none-win_amd64.whl"]
    links = "".join(f'<a href="../files/{name}#sha256=00">{name}</a>' for name in linux + mac)
    return f"<html>{links}</html>"


def a_wheel() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("uv/__init__.py", "")
        archive.writestr("uv-1.2.3.data/scripts/uv", "#!/bin/sh\necho uv\n")
    return content.getvalue()


def test_the_pin_names_one_version_and_full_hashes() -> None:
    version, hashes = parse(_PINNED.read_text())

    assert version.count(".") == 2
    assert len(hashes) >= 4


def test_a_file_without_a_pin_is_refused() -> None:
    with pytest.raises(LookupError):
        parse("uv>=0.1")


@pytest.mark.skipif(sys.platform != "linux", reason="the names of wheels differ per system")
def test_only_wheels_for_this_machine_and_version_are_taken() -> None:
    page = a_page("1.2.3") + a_page("1.2.30")

    urls = wheel_urls(page, "https://index.example.org/simple/uv/", "1.2.3")

    assert len(urls) == 1
    assert urls[0].startswith("https://index.example.org/simple/files/uv-1.2.3-")
    assert urls[0].endswith(f"_{platform.machine()}.whl")


def test_the_program_in_a_wheel_can_be_run(tmp_path: Path) -> None:
    program = unpack(a_wheel(), tmp_path / "bin")

    assert os.access(program, os.X_OK)
