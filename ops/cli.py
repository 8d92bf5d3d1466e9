"""The commands of `./mira`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ops import logs, running, testing, verifying
from ops.doctor import findings
from ops.parts import MAILBOX
from ops.places import as_called
from ops.secrets import GATEWAY
from ops.trouble import Trouble

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None)

_PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True}


@app.callback()
def mira() -> None:
    """Mira on this machine. Everything it writes is in .mira, beside this program."""


@app.command()
def up(
    *,
    detach: Annotated[
        bool, typer.Option("--detach", "-d", help="Return when it is up, and leave it running.")
    ] = False,
) -> None:
    """Run everything. Ctrl-C stops it."""
    running.up(is_detached=detach)


@app.command()
def down() -> None:
    """Stop what `up` started, and nothing else."""
    stopped = running.down()
    print(f"Stopped: {', '.join(stopped)}." if stopped else "Nothing was running.")


@app.command()
def status(
    *,
    address: Annotated[
        bool, typer.Option("--address", help="Print the address alone, for use in a script.")
    ] = False,
    mailbox: Annotated[
        bool, typer.Option("--mailbox", help="Print the address of the mailbox alone.")
    ] = False,
) -> None:
    """Say what runs and how it is; the exit code is 0 when all is well."""
    if address or mailbox:
        print(running.address_of(MAILBOX if mailbox else GATEWAY))
        return
    lines, is_well = running.status()
    print("\n".join(lines))
    raise typer.Exit(0 if is_well else 1)


@app.command("logs")
def show_logs(
    name: Annotated[str | None, typer.Argument(help="One program; all by default.")] = None,
    *,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on as they grow.")] = False,
) -> None:
    """Show the last lines that the programs wrote."""
    found = logs.find_logs(running.LOGS, name)
    for line in logs.last_lines(found, 200 if name else 20):
        print(line)
    if follow:
        for line in logs.follow(found):
            print(line, flush=True)


@app.command()
def doctor() -> None:
    """Look at every part and say what to do about what is wrong."""
    is_well = True
    for finding in findings():
        print(f"{'ok ' if finding.is_well else 'BAD'}  {finding.name:<18} {finding.seen}")
        if not finding.is_well:
            is_well = False
            print(f"     -> {finding.advice}")
    raise typer.Exit(0 if is_well else 1)


@app.command("test", context_settings=_PASS_ON)
def run_tests(
    context: typer.Context,
    *,
    full: Annotated[bool, typer.Option("--full", help="All of them, also the long ones.")] = False,
) -> None:
    """Run the tests, with a private database and broker. Further words go to pytest."""
    raise typer.Exit(testing.run_tests(context.args, is_full=full))


@app.command()
def check() -> None:
    """The fast part: format, lint, types, imports, tests that need no server."""
    raise typer.Exit(testing.check())


@app.command()
def verify(
    document: Annotated[
        Path, typer.Argument(help="A certificate of deletion or a feedback report, as saved.")
    ],
    *,
    keys: Annotated[
        Path | None,
        typer.Option(
            help="The public keys of the Mira that signed; by default those of this machine's."
        ),
    ] = None,
) -> None:
    """Check a certificate or a report. Needs no network and no running Mira.

    The exit code: 0 valid, 1 not valid, 2 cannot be read, 3 partly checked.
    """
    found = verifying.verify(as_called(document), keys and as_called(keys))
    print(found.text)
    raise typer.Exit(found.verdict)


def main() -> None:
    """Run the command; what goes wrong is said in two lines, with what to do next."""
    try:
        app(prog_name="./mira")
    except Trouble as trouble:
        print(f"\n{trouble}\n  -> {trouble.advice}", file=sys.stderr)
        sys.exit(trouble.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
