"""From the IRIs of the data to addresses on this server, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlencode

from pyoxigraph import NamedNode, Store

from zjkg.ids import TERMS
from zjkg.settings import DEFAULT_BASE
from zjkg.vocab import RDF, ZJ

# The first parts of the paths of data IRIs; everything else on the server is a page.
ROOTS = ("article", "authority", "derived", "entity", "graph", "judgement")
_VERSION = re.compile(r"(.*[/#])article/[^/]+/version/[^/]+")
_OTHER = "/thing"
_METRIC = "/metric/"
_MEASURE = f"{TERMS}measure-"


def base_of(store: Store) -> str:
    """The start of the data's IRIs, read off any article."""
    for quad in store.quads_for_pattern(None, RDF.type, ZJ.ArticleVersion, None):
        version = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
        if match := _VERSION.fullmatch(version):
            return match[1]
    return DEFAULT_BASE


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the pages of things are; ``query`` is the part of every link that keeps the language.

    The IRI ``{base}entity/x`` has its page at ``/entity/x``. What stands elsewhere, such as an
    authority's entry under another host, is at ``/thing?iri=…``.
    """

    base: str
    query: tuple[tuple[str, str], ...] = ()

    @property
    def plain(self) -> Addresses:
        """The same without the language."""
        return Addresses(self.base)

    def thing(self, iri: str) -> str:
        """The page of a thing."""
        if iri.startswith(_MEASURE):
            return self.page(f"{_METRIC}{quote(iri.removeprefix(_MEASURE), safe='')}")
        local = iri.removeprefix(self.base)
        if local != iri and local.split("/")[0] in ROOTS and not set(local) & set("#?"):
            return self.page(f"/{quote(local, safe='/%:@!$&()*+,;=~-._')}")
        return self.page(_OTHER, iri=iri)

    def page(self, path: str, **fields: str) -> str:
        """A page of this server with its fields and the language."""
        given = urlencode([*fields.items(), *self.query])
        return f"{path}?{given}" if given else path

    def iris(self, path: str, fields: dict[str, str]) -> Iterator[str]:
        """The IRIs that an address may stand for: as written, and without its escapes."""
        if path == _OTHER:
            yield fields.get("iri", "")
            return
        if path.startswith(_METRIC):
            yield _MEASURE + unquote(path.removeprefix(_METRIC))
            return
        yield self.base + path.removeprefix("/")
        yield self.base + unquote(path).removeprefix("/")
