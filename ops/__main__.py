"""`python -m ops`, which is what `./mira` runs."""

from ops.cli import main

if __name__ == "__main__":
    main()
