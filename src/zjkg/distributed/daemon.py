"""From this process Spark forks those that run Python: what they need is read once, before.

Otherwise each of them reads the rules and dictionaries again, which takes longer than most tasks.
"""

from pyspark.daemon import manager

import zjkg.distributed.build  # noqa: F401 - all steps come with it

if __name__ == "__main__":
    manager()
