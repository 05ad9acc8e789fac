"""What a disk of this machine needs said: make this durable, link these two if you can."""

from __future__ import annotations

import errno
import os
from pathlib import Path

_NO_LINK = (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP)


def sync(path: Path) -> None:
    """Make a file's bytes, or a folder's names, outlive a power cut.

    Raises:
        OSError: the disk refuses.
    """
    file = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    try:
        os.fsync(file)
    finally:
        os.close(file)


def is_linked(source: Path, target: Path) -> bool:
    """Give a file a second name by hard link; tells whether the disk allowed it, else it has to be copied.

    Raises:
        FileExistsError: there is a file of that name.
        OSError: the disk refuses for another reason.
    """
    try:
        target.hardlink_to(source)
    except OSError as error:
        if error.errno in _NO_LINK:
            return False
        raise
    return True
