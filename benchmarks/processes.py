"""What the kernel says of a process and of all that it started."""

from __future__ import annotations

from pathlib import Path


def family(process: int) -> list[int]:
    """A process and all that it started, itself first."""
    parents: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text("ascii", "replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended meanwhile
        parents.setdefault(int(fields[1]), []).append(int(status.parent.name))
    found = [process]
    for each in found:
        found += parents.get(each, ())
    return found


def private_mib(process: int) -> float:
    """MiB that a process has to itself now; 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private")) / 1024


def peak_mib(process: int) -> float:
    """The most MiB that a process has held so far, shared pages included; 0 for one that ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("utf-8", "replace").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
