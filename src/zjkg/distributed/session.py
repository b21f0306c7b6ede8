"""The connection to Apache Spark, and what is wrong where there is none."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from zjkg.errors import Bilingual, ExtractionError, SettingsError, ZjkgError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LOCAL = "local[*]"
"""Where Spark runs if nothing else is said: in this process, on all its processors."""
_DEFAULTS = {
    "spark.app.name": "zjkg build",
    # Articles are small files: some hundreds make a task, not the thirty of Spark's own reckoning.
    "spark.sql.files.openCostInBytes": str(512 * 1024),
    "spark.ui.showConsoleProgress": "false",
    "spark.ui.enabled": "false",
    "spark.python.daemon.module": "zjkg.distributed.daemon",
}


@contextmanager
def spark_session(master: str | None) -> Iterator[SparkSession]:
    """A session on the given master, ended on leaving.

    Settings of ``spark-defaults.conf`` and of ``spark-submit`` win over those that are chosen here;
    the executors run this interpreter unless ``PYSPARK_PYTHON`` names another.

    Raises:
        SettingsError: where PySpark or Java is missing.
        ExtractionError: where a job fails on the executors, or Spark does not start.
    """
    try:
        from pyspark import SparkConf
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise _missing_pyspark() from error
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        raise _missing_java()
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    conf = SparkConf()
    for name, value in _DEFAULTS.items():
        conf.setIfMissing(name, value)
    if master is not None:
        conf.setMaster(master)
    conf.setIfMissing("spark.master", LOCAL)
    try:
        session = SparkSession.builder.config(conf=conf).getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        try:
            yield session
        finally:
            session.stop()
    except (Py4JError, PySparkException) as error:
        raise _problem(error, conf.get("spark.master") or LOCAL) from error


def _missing_pyspark() -> SettingsError:
    return SettingsError(
        Bilingual("--engine spark needs the package pyspark", "--engine spark 需要软件包 pyspark"),
        where="--engine spark",
        expected=Bilingual("an installation with it", "已安装该软件包"),
        next_step=Bilingual("pip install 'zjkg[spark]'", "pip install 'zjkg[spark]'"),
    )


def _missing_java() -> SettingsError:
    return SettingsError(
        Bilingual("Apache Spark needs Java", "Apache Spark 需要 Java"),
        where="--engine spark",
        expected=Bilingual("java on the PATH, or JAVA_HOME", "PATH 中有 java，或设置了 JAVA_HOME"),
        next_step=Bilingual(
            "install Java 17, such as Debian's default-jre-headless",
            "安装 Java 17，例如 Debian 的 default-jre-headless",
        ),
    )


def _problem(error: Exception, master: str) -> ZjkgError:
    said = str(getattr(error, "java_exception", None) or error).strip().splitlines()
    first = said[0] if said else type(error).__name__
    if "PATH_NOT_FOUND" in first:
        return SettingsError(
            Bilingual("there is no such file, folder or prefix", "文件、文件夹或前缀不存在"),
            where=first,
            expected=Bilingual("articles that Spark can read", "Spark 能读取的文章"),
            next_step=Bilingual("check the spelling of the path", "请检查路径是否正确"),
        )
    return ExtractionError(
        Bilingual(f"Spark gave up: {first}", f"Spark 运行失败：{first}"),
        where=f"--master {master}",
        expected=Bilingual(
            "executors that run to their end, and a readable input",
            "执行器能够运行完毕，且输入可读",
        ),
        next_step=Bilingual(
            "see the logs of the executors; give them more memory if they were killed",
            "查看执行器日志；若其被终止，请增加内存",
        ),
    )
