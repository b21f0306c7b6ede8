"""Writes ``zjkg.vocab`` from ``ontology/zjkg.ttl``; ``--check`` only says whether it is stale.

Declare a term in the ontology, run this, then use the constant.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse

from zjkg.settings import resource

_DEFINED_BY = NamedNode("http://www.w3.org/2000/01/rdf-schema#isDefinedBy")
_TARGET = Path(__file__).with_name("vocab.py")
_HEADER = '''"""Terms of the graph, by vocabulary; each constant has the local name of its term.

Generated from ontology/zjkg.ttl: do not edit.
Write again with `python -m zjkg.generate_vocab`, check with `--check`.
"""
# ruff: noqa: N815 - the names are those of the vocabularies

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode
'''


def vocabulary(ontology: bytes) -> str:
    """The source of ``zjkg.vocab`` for an ontology in Turtle."""
    parser = parse(ontology, format=RdfFormat.TURTLE)
    declared = {
        quad.subject.value
        for quad in parser
        if quad.predicate == _DEFINED_BY and isinstance(quad.subject, NamedNode)
    }
    namespaces = {iri: prefix for prefix, iri in parser.prefixes.items()}
    terms: dict[str, list[str]] = defaultdict(list)
    for iri in sorted(declared):
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        terms[iri[:cut]].append(iri[cut:])
    ordered = sorted(terms, key=lambda namespace: namespaces[namespace])
    return _HEADER + "".join(
        _section(namespaces[namespace], namespace, terms[namespace]) for namespace in ordered
    )


def _section(prefix: str, namespace: str, names: Sequence[str]) -> str:
    lines = [f'\n\nclass {prefix.upper()}:\n    """Terms under <{namespace}>."""\n']
    lines += [f'    {name}: Final = NamedNode("{namespace}{name}")' for name in names]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the module, or with ``--check`` returns 1 where it is stale."""
    parser = argparse.ArgumentParser(prog="python -m zjkg.generate_vocab")
    parser.add_argument("--check", action="store_true", help="only compare / 只比较，不写入")
    check: bool = parser.parse_args(arguments).check
    source = vocabulary((resource("ontology") / "zjkg.ttl").read_bytes())
    if not check:
        _TARGET.write_text(source, encoding="utf-8")
        return 0
    if _TARGET.read_text(encoding="utf-8") == source:
        return 0
    sys.stderr.write(
        "src/zjkg/vocab.py is stale: run python -m zjkg.generate_vocab\n"
        "src/zjkg/vocab.py 已过期：请运行 python -m zjkg.generate_vocab\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
