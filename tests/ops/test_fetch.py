from pathlib import Path

from ops import fetch


def a_tree(root: Path) -> Path:
    """The two scripts of the packages that cannot stay as they are."""
    erl = root / "usr/lib/erlang/bin/erl"
    env = root / "usr/lib/rabbitmq/lib/rabbitmq_server-3.10.8/sbin/rabbitmq-env"
    for script in (erl, env):
        script.parent.mkdir(parents=True)
    erl.write_text('if x; then\n    ROOTDIR=/usr/lib/erlang\nfi\nBINDIR="$ROOTDIR/bin"\n')
    env.write_text("## defaults\n. ${RABBITMQ_SCRIPTS_DIR}/rabbitmq-defaults\n")
    return root


def test_erlang_finds_itself_where_it_was_unpacked(tmp_path: Path) -> None:
    root = a_tree(tmp_path / "a folder")

    fetch.mend(root)

    erl = (root / "usr/lib/erlang/bin/erl").read_text()
    assert f"ROOTDIR='{root}/usr/lib/erlang'\n" in erl
    assert 'BINDIR="$ROOTDIR/bin"' in erl


def test_rabbitmq_bears_a_path_with_spaces(tmp_path: Path) -> None:
    root = a_tree(tmp_path / "a folder")

    fetch.mend(root)

    env = next(root.glob("usr/lib/rabbitmq/lib/*/sbin/rabbitmq-env")).read_text()
    assert '. "${RABBITMQ_SCRIPTS_DIR}"/rabbitmq-defaults\n' in env


def test_what_was_only_half_fetched_is_not_used(tmp_path: Path) -> None:
    server = tmp_path / "programs" / "rabbitmq" / "root" / "usr/lib/rabbitmq/bin/rabbitmq-server"
    server.parent.mkdir(parents=True)
    server.touch()

    assert fetch.find_server(tmp_path) != server


def test_what_was_unpacked_is_not_fetched_again(tmp_path: Path) -> None:
    (tmp_path / "complete").touch()

    root = fetch.unpack(tmp_path, ["no-such-package"])

    assert root == tmp_path / "root"
    assert not root.exists()
