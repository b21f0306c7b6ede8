"""``python -m zjkg``."""

from zjkg.cli import main

if __name__ == "__main__":
    main()
