"""zjkg: news about biomedicine parks as an RDF knowledge graph with a sentence behind every claim.

Read ``pipeline.py`` first: it holds the ordered steps. ``model.py`` holds the nouns.
"""

__version__ = "0.1.0.dev0"
