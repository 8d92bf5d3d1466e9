"""The commands of `./mira`."""

import sys
from typing import Annotated

import typer

from ops import testing
from ops.trouble import Trouble

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None)

_PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True}


@app.callback()
def mira() -> None:
    """Mira on this machine."""


@app.command("test", context_settings=_PASS_ON)
def run_tests(
    context: typer.Context,
    *,
    full: Annotated[bool, typer.Option("--full", help="All of them, also the long ones.")] = False,
) -> None:
    """Run the tests, with a private database and broker. Further words go to pytest."""
    raise typer.Exit(testing.run_tests(context.args, is_full=full))


def main() -> None:
    """Run the command; what goes wrong is said in two lines, with what to do next."""
    try:
        app(prog_name="./mira")
    except Trouble as trouble:
        print(f"\n{trouble}\n  -> {trouble.advice}", file=sys.stderr)
        sys.exit(1)
