"""All sources as a BibTeX file, for readers who cite them and for tools that check them."""

from collections.abc import Mapping

ENTRY_TYPES = {
    "article": "article",
    "book_chapter": "incollection",
    "policy_document": "techreport",
    "report": "techreport",
}
"""Kinds of sources that BibTeX knows by a name of its own; every other is `misc`."""

PUBLISHER_FIELD = {"article": "journal", "incollection": "publisher", "techreport": "institution"}

SPECIAL = {character: rf"\{character}" for character in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def bibtex(records: Mapping[str, Mapping[str, str]]) -> str:
    r"""Write the records of the dataset `sources`, by their ids, as BibTeX; an empty cell gives no field.

    >>> print(bibtex({"bureau-1": {"title": "R&D", "publisher": "", "year": "2019", "url": "", "kind": "report"}}))
    @techreport{bureau-1,
      title = {{R\&D}},
      year = {2019},
    }
    <BLANKLINE>
    """
    return "\n".join(_entry(key, record) for key, record in sorted(records.items()))


def _entry(key: str, record: Mapping[str, str]) -> str:
    kind = ENTRY_TYPES.get(record["kind"], "misc")
    fields = {
        # Double braces keep capitals as they are; publishers are organizations, never names to take apart.
        "title": f"{{{_escaped(record['title'])}}}" if record["title"] else "",
        PUBLISHER_FIELD.get(kind, "howpublished"): _escaped(record["publisher"]),
        "year": record["year"],
        "url": record["url"],
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _escaped(text: str) -> str:
    return "".join(SPECIAL.get(character, character) for character in text)
