"""Imported once in the process that workers are forked from: what every page needs is then there.

Without it each new worker would read the templates, the tables of Chinese scripts and the
dictionary of Chinese words again, and a confined one could not write the dictionary's cache.
"""

from zjkg.folding import search_key
from zjkg.pages.rendering import preload
from zjkg.query.terms import search_terms

preload()
search_key("張江")
search_terms("張江生物醫藥")
