"""How English says that a person holds a post."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.frames.patterns import en, letters
from zjkg.claims.roles.english.posts import EN_POST, EN_POSTS
from zjkg.claims.roles.grammar import Employer, Holder, RoleRule

_PERSON = letters("PERSON")
_DEGREE = r"(?:,? (?:Ph\.?D\.?|M\.?D\.?|MBA|CFA|JD))*(?: \([^)]{1,40}\))?(?:, \d{2})?"
_P = f"(?P<p>{_PERSON}){_DEGREE}"
_DR = r"(?:(?:Dr|Mr|Ms|Mrs|Prof|Sir|Dame|Professor)\.? )?"
_PEOPLE = rf"(?P<p>{_PERSON}(?:(?:,|,? and) {_DR}{_PERSON})*)"
"""One person or, behind a plural, several (co-founders A and B)."""
_THE = "(?:the |a |an |its )?"
_ADVERB = (
    r"(?: (?:also|now|then|currently|formerly|previously|once|still|long"
    r"|until (?:last |early |late )?\w+|both|today|since \d{4}))*"
)
_VERB = (
    r"(?: (?:is|was|were|has been|had been|will be|serves as|served as|will serve as|works as"
    r"|worked as|became|becomes|remains|remained|acts as|acted as|joined as|joins as"
    r"|took over as|takes over as|returned as|stayed on as|doubles as|trained as|retired as"
    r"|stepped down as"
    r"|(?:is |was |has been |had been )?(?:named|appointed|elected|hired as|promoted to)(?: as)?))"
)
_LINK = (
    rf"(?:(?:,| \(| –| —| -){_ADVERB}|(?:,? who)?{_ADVERB}{_VERB}{_ADVERB}"
    rf"|,? who(?: [a-z]+){{1,6}}?(?: and)?{_VERB}{_ADVERB}) "
)
_AGAIN = (
    rf"(?:(?:,|;| and|,? who|^)(?: and| who)?{_ADVERB}{_VERB}{_ADVERB}"
    rf"|,(?: and)?(?: formerly| previously| once| also| currently| now)) "
)
_OF = "(?: of| at| for| with| in|,)"
_KIND = r"(?P<d>(?:(?:@ORG|@PLACE)'s )?(?:[\w'’&-]+ ){0,3}?(?:of (?:the )?)?)"
_HELD_AT = f"{_OF} {_THE}{_KIND}(?P<o>@EMPLOYER)"
_STOP = (
    r"(?=[,.;:)\"”]|$| [|·/]"
    r"| (?:and|but|who|said|says|told|at|in|since|from|until|after|when)\b| –| —)"
)

EN_RULES: Final = (
    RoleRule("role-en-after", en(f"{_P}{_LINK}(?P<posts>{EN_POSTS}){_HELD_AT}")),
    RoleRule(
        "role-en-possessive",
        en(
            rf"{_P}{_LINK}{_THE}(?P<o>@EMPLOYER)(?:'s?)? (?:former |new |own |current )?"
            rf"(?P<posts>{EN_POSTS})(?! (?:of|at) @ORG)"
        ),
    ),
    RoleRule(
        "role-en-before",
        en(
            rf"{_THE}(?P<o>@EMPLOYER)(?:'s?)? (?:former |new |own |current )?"
            rf"(?P<posts>{EN_POSTS}),? {_DR}{_PEOPLE}"
        ),
    ),
    RoleRule(
        "role-en-of",
        en(rf"(?P<posts>{EN_POSTS}){_HELD_AT},? (?:(?:is|was) )?{_DR}(?P<p>{_PERSON})"),
    ),
    RoleRule(
        # A, director of X, who is also president of Y: the second post has no person beside it
        "role-en-also",
        en(rf"{_AGAIN}(?P<posts>{EN_POSTS}){_HELD_AT}"),
        holder=Holder.BEFORE,
    ),
    RoleRule(
        # vice president of X and secretary-general of Y
        "role-en-and",
        en(rf"(?<=@EMPLOYER)(?:,? and|,) (?P<posts>{EN_POSTS}){_HELD_AT}"),
        holder=Holder.BEFORE,
    ),
    RoleRule(
        "role-en-former",
        en(
            rf", (?:a|an|the|another) (?:former |one-time |onetime )?(?P<posts>{EN_POST}){_HELD_AT}"
        ),
        holder=Holder.BEFORE,
    ),
    RoleRule(
        "role-en-appointed",
        en(
            r"(?:appointed|appoints|appoint|named|names|name|hired|hires|elected|elects|promoted"
            rf"|promotes) {_DR}{_P}(?:, [^.;]{{0,100}}?,)? (?:as |to be |to )?"
            rf"(?:(?:the|its|their|his|her) (?:new|next|first|second) )?"
            rf"(?P<posts>{EN_POSTS})(?:{_HELD_AT})?"
        ),
        employer=Employer.SUBJECT,
    ),
    RoleRule(
        "role-en-appointment",
        en(rf"\b[Aa]ppointment of {_DR}{_P},? (?:as|to) (?P<posts>{EN_POSTS})(?:{_HELD_AT})?"),
    ),
    RoleRule(
        # A succeeds B as chairman of X: B held the post before
        "role-en-successor",
        en(
            rf"(?P<p>{_PERSON}(?:, \d{{2}},)?(?: [a-z]+){{0,4}}? (?:succeeds?|succeeded|replaces?"
            rf"|replaced|succeeding|replacing) {_DR}{_PERSON}),?(?: who [^,;.]{{0,60}},)? as "
            rf"(?P<posts>{EN_POSTS})(?:{_HELD_AT})?"
        ),
        employer=Employer.SUBJECT,
    ),
    RoleRule(
        "role-en-joined",
        en(
            rf"{_P}(?: has| will| had| is to)? (?:joins?|joined|moves? to|moved to|heads? to"
            rf"|rejoined|leaves|left) (?P<o>@ORG)(?: in [\w ]{{3,12}})? (?:as|to become) "
            rf"(?P<posts>{EN_POSTS})"
        ),
    ),
    RoleRule(
        "role-en-from",
        en(
            rf"\b(?P<posts>{EN_POST}) {_DR}(?P<p>{_PERSON}) (?:of|at|from|with) {_THE}{_KIND}"
            r"(?P<o>@ORG)"
        ),
    ),
    RoleRule("role-en-title", en(rf"\b(?P<posts>{EN_POSTS}),? {_DR}{_PEOPLE}")),
    RoleRule(
        "role-en-apposed",
        en(rf"{_P}{_LINK}(?:@PLACE's |an? [a-z-]+ )?(?P<posts>{EN_POSTS}){_STOP}"),
    ),
    RoleRule(
        # A, vice-mayor of B: a post over a place
        "role-en-place",
        en(
            rf"{_P}{_LINK}(?P<posts>{EN_POSTS}) (?:of|in|for|to) (?:the )?(?:[\w-]+ ){{0,2}}?@PLACE"
        ),
        employer=Employer.NONE,
    ),
    RoleRule(
        "role-en-again",
        en(rf"{_AGAIN}(?P<posts>{EN_POSTS}){_STOP}"),
        holder=Holder.BEFORE,
    ),
)
JOINED: Final = re.compile("^(?:, and |, | and )?$")
"""What may stand between two persons of one list."""
