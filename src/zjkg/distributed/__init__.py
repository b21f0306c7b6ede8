"""The pipeline on Apache Spark: the same functions of the steps, group by group of a corpus."""

from zjkg.distributed.build import Made, build
from zjkg.distributed.session import LOCAL

__all__ = ["LOCAL", "Made", "build"]
