"""English words that tell what sort of thing has a value, and who only tells of it."""

from __future__ import annotations

REPORTING = frozenset(
    "say tell note add announce expect forecast predict estimate show find warn believe reckon put"
    " count project want state reveal report indicate foresee anticipate suggest calculate see"
    " accord explain claim disclose".split()
)
"""Verbs whose subject only tells the value."""
TENANTS = frozenset(
    "company firm enterprise startup start-up ups tenant business maker developer manufacturer"
    " institution drugmaker unicorn institute supplier biotech occupier newcomer".split()
)
"""Those who are in a park or a place."""
RENTS = frozenset("rent vacancy occupancy availability absorption".split())
INDUSTRY = frozenset("industry sector output export import trade gdp economy".split())
OF_SITES = (
    TENANTS
    | RENTS
    | INDUSTRY
    | frozenset(
        "population resident project platform incubator talent property land space office".split()
    )
)
"""What a park or a place has rather than a company."""
OF_FIRMS = frozenset(
    "revenue profit loss sale margin staff employee worker workforce headcount lab laboratory plant"
    " factory facility center centre site stake round financing funding capacity product pipeline"
    " dose order"
    " scientist engineer researcher chemist lease fee payment milestone royalty earnings income"
    " expense expenditure cash dividend debt asset overhead inventory ebitda capitalization"
    " proceeds valuation subscriber customer client patent shipment pay salary".split()
)
"""What a company has rather than a park."""
OF_BOTH = frozenset(
    "revenue profit loss sale spending earnings income investment financing funding employee job"
    " worker staff".split()
)
"""What industries of a site have as well as a company."""
FACILITIES = frozenset(
    "laboratory lab plant factory facility center centre site product kit".split()
)
"""What stands in a place and belongs to somebody all the same."""
HANDLED = frozenset({"sell", "test", "use", "evaluate", "study", "market", "launch", "approve"})
"""Verbs that tell of the product that they act on."""
PEOPLE = frozenset("patient volunteer participant subject people adult child infant case".split())
"""Those who take part in a trial."""
TRIALS = frozenset("trial study dose enroll enrol randomize recruit placebo efficacy test".split())
TREATED = frozenset("treat dose inject administer therapy".split())
"""What is done to the people in a trial, whom no word calls so."""
RESULTS = frozenset("placebo efficacy".split())
OFFICES = frozenset(
    "bureau committee agency administration office government ministry department commission"
    " authority council report plan survey figure datum data official document".split()
)
"""Those who only tell of a value, though they may have no name."""
SURVEYS = frozenset({"survey", "poll", "questionnaire"})
MADE = frozenset("build construct develop own operate run make open design produce".split())
"""Verbs whose agent has what they make: ``a campus built by X``."""
NAMING = frozenset({"call", "name", "dub", "know"})
"""Verbs that bring the name of what they hang on: ``the building called X``."""
ATTENDING = frozenset({"participate", "advise", "attend", "join"})
"""Verbs of those who only took part, whom a text does not go on about."""
DEMONYMS = frozenset(
    "chinese american european japanese korean indian german british french swiss global overseas"
    " asian western multinational foreign".split()
)
"""Words that say of whom a clause speaks where nobody is named."""
_NATIONS = (
    "chinese:China american:US,U.S.,United_States,America british:Britain,UK,U.K.,United_Kingdom"
    " german:Germany french:France swiss:Switzerland japanese:Japan korean:South_Korea,Korea"
    " indian:India danish:Denmark dutch:Netherlands swedish:Sweden norwegian:Norway belgian:Belgium"
    " italian:Italy spanish:Spain irish:Ireland israeli:Israel singaporean:Singapore"
    " taiwanese:Taiwan australian:Australia canadian:Canada european:Europe asian:Asia"
    " malaysian:Malaysia thai:Thailand"
)
NATIONS = {
    pair.split(":")[0]: tuple(pair.split(":")[1].replace("_", " ").split(","))
    for pair in _NATIONS.split()
}
"""The names of the countries that adjectives stand for."""
COUNTRIES = frozenset(name for names in NATIONS.values() for name in names) | {
    "Asia-Pacific",
    "Southeast Asia",
    "North America",
    "Africa",
    "Brazil",
    "Russia",
    "Finland",
    "Austria",
    "Portugal",
    "Vietnam",
    "Indonesia",
}
"""Lands, which are no cities."""
_PROVINCES = (
    "Anhui Fujian Gansu Guangdong Guizhou Hainan Hebei Heilongjiang Henan Hubei Hunan Jiangsu"
    " Jiangxi Jilin Liaoning Qinghai Shaanxi Shandong Shanxi Sichuan Yunnan Zhejiang Ontario Quebec"
    " Alberta"
)
_STATES = (
    "California Colorado Connecticut Delaware Florida Georgia Illinois Indiana Maryland"
    " Massachusetts Michigan Minnesota Missouri Ohio Oregon Pennsylvania Tennessee Texas Utah"
    " Virginia Washington Wisconsin Telangana Karnataka Maharashtra Gujarat Kerala Selangor Penang"
    " Johor Victoria Queensland Bavaria Hesse Saxony"
)
CALLED_SO = {
    "province": frozenset(_PROVINCES.split()),
    "state": frozenset(_STATES.split())
    | {"New Jersey", "New York", "North Carolina", "Tamil Nadu", "Andhra Pradesh"},
    "country": frozenset(COUNTRIES),
    "nation": frozenset(COUNTRIES),
    "island": frozenset({"Hainan", "Taiwan", "Penang", "Singapore"}),
}
"""What a word for a land means, though no name says so."""
