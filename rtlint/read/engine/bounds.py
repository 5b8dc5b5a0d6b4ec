"""What a child process may use, set by itself before it touches a stranger's file."""

from collections.abc import Mapping

_OPEN_FILES = 64


def bound_self(*, memory_bytes: int, cpu_seconds: int) -> None:
    """Limit this process's address space and processor time, and let it write no file.

    Where the system has no such limits (Windows) only the parent's clock remains.
    """
    try:
        import resource
    except ImportError:
        return
    wishes: Mapping[str, int] = {
        "RLIMIT_AS": memory_bytes,
        "RLIMIT_CPU": cpu_seconds,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_NOFILE": _OPEN_FILES,
    }
    for name, value in wishes.items():
        try:
            resource.setrlimit(getattr(resource, name), (value, value))
        except (ValueError, OSError, AttributeError):
            continue  # macOS refuses some; the parent's clock remains
