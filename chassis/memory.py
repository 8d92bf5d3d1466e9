"""What a process holds in memory stays there: a crash writes no core file.

For a moment every process has content in clear: passwords, résumés, keys.
"""

import resource


def keep_off_disk() -> None:
    """For this process and all that it starts, beyond recall. Safe to repeat.

    setrlimit(2): with a hard limit of 0 no core file is made. Collectors that the kernel pipes a
    core into, such as systemd-coredump, honour it too.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
