"""What the kernel forbids a worker, whatever the query makes the engine do.

The guard refuses queries that call out or write; this is the second wall. On Linux the worker can
make no socket and start no program; everywhere it can write no file and take no more memory than
its share. The store can still be opened and read.
"""

from __future__ import annotations

import ctypes
import platform
import resource
import struct
import sys
from pathlib import Path

_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2
_ALLOW = 0x7FFF0000
_DENY = 0x00050000 | 13  # fail with EACCES
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_OFFSET, _ARCHITECTURE_OFFSET = 0, 4
_X32_BIT = 0x40000000
# Per machine: its audit name, then socket, socketpair, connect, execve, execveat, ptrace, io_uring.
_FORBIDDEN_CALLS = {
    "x86_64": (0xC000003E, (41, 53, 42, 59, 322, 101, 425)),
    "aarch64": (0xC00000B7, (198, 199, 203, 221, 281, 117, 425)),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def confine(memory: int) -> bool:
    """Gives up the right to write files, to call out, and to more than ``memory`` further bytes.

    Returns:
        Whether the kernel also forbids sockets and programs; False on systems that cannot.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    _cap_memory(memory)
    return _forbid_calls()


def _cap_memory(memory: int) -> None:
    """Caps the writable memory, and the address space for what is mapped in other ways.

    The share is counted from the memory that is in use now. What is reserved by now but not in
    use belongs to the share: a query could use it too.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return
    sizes = dict(line.split(":", 1) for line in status.read_text().splitlines())
    for limit, name in ((resource.RLIMIT_DATA, "RssAnon"), (resource.RLIMIT_AS, "VmSize")):
        held = int(sizes[name].split()[0]) << 10
        resource.setrlimit(limit, (held + memory, held + memory))


def _forbid_calls() -> bool:
    machine = _FORBIDDEN_CALLS.get(platform.machine())
    if machine is None or not sys.platform.startswith("linux"):
        return False
    instructions = _filter(*machine)
    held = ctypes.create_string_buffer(b"".join(instructions))
    program = _Program(len(instructions), ctypes.cast(held, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0) == 0)


def _filter(architecture: int, calls: tuple[int, ...]) -> list[bytes]:
    """A program for the kernel: deny these calls and those of other architectures."""
    count = len(calls)
    return [
        _instruction(_LOAD, 0, 0, _ARCHITECTURE_OFFSET),
        _instruction(_JUMP_IF_EQUAL, 0, count + 3, architecture),
        _instruction(_LOAD, 0, 0, _NUMBER_OFFSET),
        _instruction(_JUMP_IF_AT_LEAST, count + 1, 0, _X32_BIT),
        *(
            _instruction(_JUMP_IF_EQUAL, count - position, 0, call)
            for position, call in enumerate(calls)
        ),
        _instruction(_RETURN, 0, 0, _ALLOW),
        _instruction(_RETURN, 0, 0, _DENY),
    ]


def _instruction(code: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
