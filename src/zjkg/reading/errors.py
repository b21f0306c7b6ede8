"""The ways in which an article cannot be read, each with its remedy in both languages."""

from __future__ import annotations

from pathlib import Path

from zjkg.errors import Bilingual, ReadingError

SUFFIXES = (".txt", ".html", ".htm", ".md", ".markdown")
_KINDS = Bilingual(
    f"a text file ending in {', '.join(SUFFIXES)}",
    f"以 {'、'.join(SUFFIXES)} 结尾的文本文件",
)
_SAVE_AS_UTF8 = Bilingual(
    "save the file again as UTF-8 and retry", "请将文件另存为 UTF-8 编码后重试"
)
_KNOWN_ENCODINGS = Bilingual(
    "UTF-8, UTF-16 with a byte order mark, GB18030 or Big5",
    "UTF-8、带字节顺序标记的 UTF-16、GB18030 或 Big5",
)


def missing(path: Path) -> ReadingError:
    """The path names nothing."""
    return ReadingError(
        Bilingual("there is no such file or folder", "文件或文件夹不存在"),
        where=str(path),
        expected=Bilingual("an existing file or folder", "存在的文件或文件夹"),
        next_step=Bilingual("check the spelling of the path", "请检查路径是否正确"),
    )


def unreadable(path: Path, cause: OSError) -> ReadingError:
    """The operating system refuses the file."""
    said = cause.strerror or type(cause).__name__
    return ReadingError(
        Bilingual(f"the file cannot be opened: {said}", f"无法打开文件：{said}"),
        where=str(path),
        expected=Bilingual("a readable file", "可读取的文件"),
        next_step=Bilingual("check the file's permissions and retry", "请检查文件的访问权限后重试"),
    )


def not_a_file(path: Path) -> ReadingError:
    """The path names a pipe, a device or a socket."""
    return ReadingError(
        Bilingual("it is no regular file", "它不是普通文件"),
        where=str(path),
        expected=_KINDS,
        next_step=Bilingual("save its content as a file and retry", "请将其内容另存为文件后重试"),
    )


def too_large(path: Path, size: int, most: int) -> ReadingError:
    """The file is larger than any article."""
    mib = 1024 * 1024
    return ReadingError(
        Bilingual(
            f"the file has {size / mib:.0f} MiB, too many for an article",
            f"文件有 {size / mib:.0f} MiB，超出一篇文章的大小",
        ),
        where=str(path),
        expected=Bilingual(f"at most {most // mib} MiB", f"不超过 {most // mib} MiB"),
        next_step=Bilingual("split it into one file an article", "请拆分为每篇文章一个文件"),
    )


def changing(path: Path) -> ReadingError:
    """Somebody writes to the file while it is read."""
    return ReadingError(
        Bilingual("the file changes while it is read", "文件在读取过程中发生变化"),
        where=str(path),
        expected=Bilingual("a file that nobody is writing to", "没有正在被写入的文件"),
        next_step=Bilingual(
            "wait until it is written and run the command again", "请等待写入完成后重新运行该命令"
        ),
    )


def unreadable_name(path: Path) -> ReadingError:
    """The file's name, which becomes the article's, holds bytes that are no characters."""
    shown = str(path).encode("utf-8", "backslashreplace").decode()
    return ReadingError(
        Bilingual("the file's name is not UTF-8", "文件名不是 UTF-8 编码"),
        where=shown,
        expected=Bilingual("a file name in UTF-8", "UTF-8 编码的文件名"),
        next_step=Bilingual("rename the file", "请重命名该文件"),
    )


def unknown_suffix(path: Path) -> ReadingError:
    """The file was named explicitly, but its suffix is not one that is read."""
    return ReadingError(
        Bilingual(
            f"files ending in '{path.suffix}' are not articles",
            f"以“{path.suffix}”结尾的文件不是可读取的文章",
        ),
        where=str(path),
        expected=_KINDS,
        next_step=Bilingual(
            "convert or rename the file, or leave it out", "请转换或重命名该文件，或将其排除"
        ),
    )


def no_articles(path: Path) -> ReadingError:
    """The folder holds no article."""
    return ReadingError(
        Bilingual("the folder holds no article", "文件夹中没有文章"),
        where=str(path),
        expected=_KINDS,
        next_step=Bilingual("name a folder that holds articles", "请指定含有文章的文件夹"),
    )


def same_source(first: Path, second: Path) -> ReadingError:
    """Two files would be one article, since the name without suffix identifies an article."""
    return ReadingError(
        Bilingual(
            f"two files have the name '{first.stem}': {first} and {second}",
            f"有两个文件同名“{first.stem}”：{first} 与 {second}",
        ),
        where=str(second),
        expected=Bilingual(
            "file names that differ without their suffix", "去掉扩展名后互不相同的文件名"
        ),
        next_step=Bilingual("rename one of the two files", "请重命名其中一个文件"),
    )


def empty(source: str) -> ReadingError:
    """The file has no bytes."""
    return ReadingError(
        Bilingual("the file is empty", "文件为空"),
        where=source,
        expected=Bilingual("the text of an article", "文章正文"),
        next_step=Bilingual(
            "supply the article again, or remove the file", "请重新提供文章或删除该文件"
        ),
    )


def blank(source: str) -> ReadingError:
    """The file holds white space only."""
    return ReadingError(
        Bilingual("the file holds white space only", "文件只含空白字符"),
        where=source,
        expected=Bilingual("the text of an article", "文章正文"),
        next_step=Bilingual(
            "supply the article again, or remove the file", "请重新提供文章或删除该文件"
        ),
    )


def binary(source: str, offset: int) -> ReadingError:
    """The bytes are not text."""
    return ReadingError(
        Bilingual(
            "the file is binary: it holds NUL or control characters",
            "文件是二进制文件：含有空字符或控制字符",
        ),
        where=f"{source}, {offset}",
        expected=_KINDS,
        next_step=Bilingual("export the article as text or HTML", "请将文章导出为纯文本或 HTML"),
    )


def foreign(source: str, kind: Bilingual) -> ReadingError:
    """The bytes begin as those of another kind of document do."""
    return ReadingError(
        Bilingual(
            f"the file is {kind.en}, whatever its name", f"无论文件名如何，该文件是{kind.zh}"
        ),
        where=source,
        expected=Bilingual("text, HTML or Markdown", "纯文本、HTML 或 Markdown"),
        next_step=Bilingual("export the article as text or HTML", "请将文章导出为纯文本或 HTML"),
    )


def contradicted(source: str, declared: str, by: str) -> ReadingError:
    """The declared encoding is not the one of the bytes."""
    return ReadingError(
        Bilingual(
            f"the {by} says {declared}, but the bytes are not {declared}",
            f"{by} 声明编码为 {declared}，但字节内容并非 {declared}",
        ),
        where=source,
        expected=Bilingual(f"text encoded as {declared}", f"以 {declared} 编码的文本"),
        next_step=_SAVE_AS_UTF8,
    )


def unknown_charset(source: str, declared: str) -> ReadingError:
    """The declared encoding has a name that nobody knows."""
    return ReadingError(
        Bilingual(
            f"the declared encoding '{declared}' is unknown", f"声明的编码“{declared}”无法识别"
        ),
        where=source,
        expected=_KNOWN_ENCODINGS,
        next_step=_SAVE_AS_UTF8,
    )


def undecodable(source: str) -> ReadingError:
    """The bytes are plausible text in no known encoding."""
    return ReadingError(
        Bilingual("the bytes are text in no known encoding", "字节内容不属于任何已知的文本编码"),
        where=source,
        expected=_KNOWN_ENCODINGS,
        next_step=_SAVE_AS_UTF8,
    )


def surrogate(source: str) -> ReadingError:
    """An escape or reference names half a character, or none."""
    return ReadingError(
        Bilingual(
            "an escape names half a character (a lone surrogate) or NUL",
            "转义序列表示半个字符（孤立代理项）或空字符",
        ),
        where=source,
        expected=Bilingual("escapes that name whole characters", "表示完整字符的转义序列"),
        next_step=Bilingual("correct the escape in the file", "请更正文件中的转义序列"),
    )


def front_matter(source: str, line: int, detail: str) -> ReadingError:
    """The metadata header is not YAML."""
    return ReadingError(
        Bilingual(
            f"the front matter is not valid YAML: {detail}",
            f"文件头元数据不是有效的 YAML（解析器原文：{detail}）",
        ),
        where=f"{source}:{line}",
        expected=Bilingual("'key: value' lines between two '---' lines", "两行“---”之间的“键: 值”"),
        next_step=Bilingual(
            "correct that line, or put its value in quotation marks",
            "请更正该行，或为其值加上引号",
        ),
    )


def nothing_left(source: str) -> ReadingError:
    """After cleaning no sentence of the article is left."""
    return ReadingError(
        Bilingual("no text is left once page furniture is removed", "去除页面附属内容后没有正文"),
        where=source,
        expected=Bilingual("an article with a body", "含有正文的文章"),
        next_step=Bilingual(
            "check that the file holds the article and not only its frame",
            "请确认文件包含文章正文，而不只是页面框架",
        ),
    )


def too_deep(source: str, depth: int) -> ReadingError:
    """The markup is nested beyond anything that a page needs."""
    return ReadingError(
        Bilingual(
            f"the markup is nested more than {depth} levels deep", f"标记嵌套超过 {depth} 层"
        ),
        where=source,
        expected=Bilingual("the HTML of an article", "文章的 HTML"),
        next_step=Bilingual("save the article as plain text", "请将文章保存为纯文本"),
    )
