"""Fuzzes one target, or every one in turn: ``python -m fuzz [TARGET…] --minutes 2``.

Needs atheris (``pip install --group fuzz``). What it finds is written to ``fuzz/findings``: put
the file into ``fuzz/corpus/TARGET`` when the fault is mended, and the tests hold it for good.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
_FINDINGS = HERE / "findings"
_LONGEST = 4096  # bytes of an input
_SECONDS = 20  # of one input
_MEMORY = 2048  # MiB


def main() -> int:
    """Runs every wanted target in a process of its own; exit 0 where none found anything."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        _fuzz(options.targets[0], options.minutes)
    from fuzz.targets import TARGETS

    failed = []
    for target in options.targets or TARGETS:
        print(f"== {target}, {options.minutes:g} minutes", flush=True)
        command = [sys.executable, "-m", "fuzz", target, "--here", "--minutes"]
        if subprocess.run([*command, str(options.minutes)], check=False).returncode:
            failed.append(target)
    print(f"faults in: {', '.join(failed)}" if failed else "no faults")
    return 1 if failed else 0


def _fuzz(name: str, minutes: float) -> None:
    """Fuzzes in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["zjkg"]):
        from fuzz.targets import target

        function = target(name)
    corpus = HERE / "corpus" / name
    found = _FINDINGS / name
    grown = found / "corpus"
    for folder in (corpus, grown):
        folder.mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        [
            name,
            str(grown),  # what is new is kept here, apart from what the repository holds
            str(corpus),
            f"-max_total_time={int(minutes * 60)}",
            f"-max_len={_LONGEST}",
            f"-timeout={_SECONDS}",
            f"-rss_limit_mb={_MEMORY}",
            f"-artifact_prefix={found}/",
            "-print_final_stats=1",
        ],
        function,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
