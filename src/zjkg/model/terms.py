"""The closed lists: types, predicates, comparators, modalities, kinds of contradiction."""

from __future__ import annotations

from enum import StrEnum


class LanguageTag(StrEnum):
    """Language tags of texts and labels (BCP 47)."""

    HANS = "zh-Hans"
    HANT = "zh-Hant"
    EN = "en"
    PINYIN = "zh-Latn-pinyin"


class EntityType(StrEnum):
    """What a named thing is; the closed list of design.md."""

    ORGANIZATION = "Organization"
    PERSON = "Person"
    PARK = "Park"
    PLACE = "Place"
    EVENT = "Event"
    PRODUCT = "Product"
    INDEX = "Index"
    POLICY = "Policy"
    PROJECT = "Project"


class Predicate(StrEnum):
    """Relations between two entities; the closed list of design.md."""

    LOCATED_IN = "locatedIn"
    PART_OF = "partOf"
    MEMBER_OF = "memberOf"
    FOUNDER_OF = "founderOf"
    COMPILED_BY = "compiledBy"
    DEVELOPS = "develops"
    ACQUIRES = "acquires"
    INVESTS = "invests"
    PARTNERS_WITH = "partnersWith"
    SIGNS = "signs"
    LAUNCHES = "launches"
    HOSTS = "hosts"
    ATTENDS = "attends"
    APPROVES = "approves"
    LICENSES_TO = "licensesTo"
    LICENSES_FROM = "licensesFrom"
    LISTED_ON = "listedOn"
    SUBSIDIARY_OF = "subsidiaryOf"
    OPERATES = "operates"
    REGULATES = "regulates"
    SUPPLIES = "supplies"


class Comparator(StrEnum):
    """How a written number bounds the value; ``~`` is about, ``range`` has two ends."""

    EQUAL = "="
    ABOUT = "~"
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    RANGE = "range"


class Modality(StrEnum):
    """Whether a claim speaks of what is, of what is aimed at, or of what is expected."""

    ACTUAL = "actual"
    TARGET = "target"
    FORECAST = "forecast"


class Change(StrEnum):
    """Which way a measure went by a value, where the value is no level."""

    INCREASE = "increase"
    DECREASE = "decrease"


class MilestoneKind(StrEnum):
    """Turning points that news dates: what happened to a thing, or is to happen."""

    FOUNDED = "founded"
    OPENED = "opened"
    LAUNCHED = "launched"
    CONSTRUCTION = "construction-started"
    PRODUCTION = "production-started"
    COMPLETED = "completed"
    LISTED = "listed"
    APPROVED = "approved"
    RELEASED = "released"
    SIGNED = "signed"
    MOVED_IN = "moved-in"


class ConflictType(StrEnum):
    """Kinds of contradiction; the closed list of design.md."""

    VALUE = "value"
    DIGIT_TRANSPOSITION = "digit-transposition"
    UNIT = "unit"
    SCOPE = "scope"
    MODALITY = "modality"
    BOUND = "bound"
    TIME = "time"
    ARITHMETIC = "arithmetic"


class TradeDirection(StrEnum):
    """Which way rights go: granted to others, taken from others, or both in one figure."""

    OUT = "out"
    IN = "in"
    BOTH = "both"


class Part(StrEnum):
    """What a participant is to an alliance; words such as 牵头发起 name more than one."""

    INITIATOR = "initiator"
    FOUNDER = "founder"
    LEADER = "leader"
    MEMBER = "member"
    SUPPORTER = "supporter"
