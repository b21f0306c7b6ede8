"""What is asked of Hadoop's file systems directly: is it there, and a name for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zjkg.errors import Bilingual, SettingsError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def refuse_existing(session: SparkSession, output: str) -> None:
    """See to it, before anything is done, that the output does not exist yet.

    Raises:
        SettingsError: where it does.
    """
    path = session._jvm.org.apache.hadoop.fs.Path(output)  # noqa: SLF001 - Hadoop's files
    if path.getFileSystem(session._jsc.hadoopConfiguration()).exists(path):  # noqa: SLF001
        raise SettingsError(
            Bilingual("the output is there already", "输出位置已存在"),
            where=output,
            expected=Bilingual(
                "a folder or prefix that does not exist yet", "尚不存在的文件夹或前缀"
            ),
            next_step=Bilingual("name another --output, or delete it", "另选 --output，或将其删除"),
        )


def give_ending(session: SparkSession, folder: str, ending: str) -> None:
    """Name the parts of a folder as those who load them tell the format: ``part-00000.nq.gz``."""
    path = session._jvm.org.apache.hadoop.fs.Path  # noqa: SLF001 - Hadoop's files
    files = path(folder).getFileSystem(session._jsc.hadoopConfiguration())  # noqa: SLF001
    for part in files.listStatus(path(folder)):
        name = part.getPath().getName().partition(".")[0]
        if name.startswith("part-"):
            files.rename(part.getPath(), path(f"{folder}/{name}{ending}"))
