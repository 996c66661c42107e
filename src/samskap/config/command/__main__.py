"""Started as a module: `python -m samskap.config.command`."""

from samskap.config.command import main

if __name__ == "__main__":
    main()
