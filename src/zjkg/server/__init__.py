"""The store on the web: a SPARQL 1.1 endpoint that only reads and bounds every query."""

from zjkg.server.app import ENDPOINT, VOID
from zjkg.server.http import serve
from zjkg.server.limits import Limits

__all__ = ["ENDPOINT", "VOID", "Limits", "serve"]
