"""What can be wrong with the file of a backup."""

from __future__ import annotations

from pathlib import Path

from zjkg.errors import Bilingual, StoreError

_ANOTHER = Bilingual(
    "the store was left as it was; use another backup, or build the articles again",
    "图库未作改动；请使用另一份备份，或重新构建文章",
)


def not_readable(path: Path, error: OSError) -> StoreError:
    """The system does not give the file."""
    said = error.strerror or str(error)
    return StoreError(
        Bilingual(f"the backup cannot be read: {said}", f"无法读取备份：{said}"),
        where=str(path),
        expected=Bilingual("a file written by zjkg backup", "由 zjkg backup 写入的文件"),
        next_step=Bilingual("check the path and the permissions", "请检查路径和访问权限"),
    )


def not_a_backup(path: Path) -> StoreError:
    """The file is something else."""
    return StoreError(
        Bilingual("the file is no backup of a store", "该文件不是图库备份"),
        where=str(path),
        expected=Bilingual("a file written by zjkg backup", "由 zjkg backup 写入的文件"),
        next_step=Bilingual("name the right file", "请指定正确的文件"),
    )


def damaged(path: Path, what: str) -> StoreError:
    """A part of the file is missing, or is not what was written."""
    return StoreError(
        Bilingual(f"the backup is damaged or cut: {what}", f"备份已损坏或不完整：{what}"),
        where=str(path),
        expected=Bilingual(
            "the whole file as zjkg backup wrote it; every part has a checksum",
            "由 zjkg backup 写入的完整文件；其中各部分均有校验和",
        ),
        next_step=_ANOTHER,
    )


def other_format(path: Path, found: tuple[int, int], known: tuple[int, int]) -> StoreError:
    """The file was made by another version; format of the backup and of the store in it."""
    of_found, of_known = (f"{backup}.{store}" for backup, store in (found, known))
    return StoreError(
        Bilingual(
            f"the backup has format {of_found}, this zjkg reads {of_known}",
            f"备份的格式为 {of_found}，本程序可读取的格式为 {of_known}",
        ),
        where=str(path),
        expected=Bilingual(f"format {of_known}", f"格式 {of_known}"),
        next_step=Bilingual(
            "restore it with the zjkg that wrote it, or build the articles again",
            "请用写入它的 zjkg 版本恢复，或重新构建文章",
        ),
    )


def exists_already(path: Path) -> StoreError:
    """Something would be overwritten without being asked for."""
    return StoreError(
        Bilingual("it exists already and would be replaced", "它已存在，将被替换"),
        where=str(path),
        expected=Bilingual("a new name, or --force", "新的名称，或 --force"),
        next_step=Bilingual(
            "choose another name, or say --force to replace it", "请另选名称，或加上 --force 以替换"
        ),
    )
