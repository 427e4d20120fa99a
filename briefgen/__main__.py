"""`python -m briefgen` is the command, and so is the script `briefgen`."""

from briefgen.garbage import collect_seldom

collect_seldom()  # before the rest is imported, which is most of what a short run makes

from briefgen.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
