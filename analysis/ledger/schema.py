"""What each file of the ledger may hold: JSON Schemas, with what is expected said in words where a pattern cannot."""

from typing import Any

import jsonschema

from analysis.ledger.model import CODER_KINDS, DECISIONS
from analysis.ledger.places import DIGITS
from analysis.sources.records import FORMATS, PRINTABLE, VISIBLE
from analysis.vocabulary import KINDS, ORIGINS, RELATIONS, STATUSES, TYPES

#: The three questions whose answers severity counts.
ANSWERS = ("misleads", "reputation", "checkable")
#: A candidate's id begins with what differs and a hyphen (name-…): no item's does.
ENTRY_ID = rf"^(?!(?:{'|'.join(TYPES)})-)(?=.{{1,60}}\Z)[^\W_]+(?:-[^\W_]+)*\Z"
#: Offsets, rounds and bounds beyond these are slips, and no machine number holds the largest of them.
LARGEST_OFFSET, LARGEST_ROUND = 1_000_000_000, 10_000
#: Subject and attribute become part of a page's title.
TITLE = r"^(?:[^\W_]|[ ,.'’“”()/–%-])+\Z"
#: Half a character: JSON can write one down, and nothing can print it.
WHOLE = r"^[^\ud800-\udfff]*\Z"

#: 3.0 is no whole number here: offsets and rounds are written without a point.
Validator = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
    jsonschema.Draft202012Validator,
    type_checker=jsonschema.Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, found: type(found) is int),
)

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string", "allOf": [{"pattern": PRINTABLE}, {"pattern": WHOLE}]}
_FILLED: Schema = {"type": "string", "allOf": [{"pattern": VISIBLE}, {"pattern": PRINTABLE}, {"pattern": WHOLE}]}
_BOOLEAN: Schema = {"type": "boolean"}
_NUMBER: Schema = {"type": "number"}
_COUNT: Schema = {"type": "integer", "minimum": 1, "maximum": LARGEST_ROUND}
_OFFSET: Schema = {"type": "integer", "minimum": 0, "maximum": LARGEST_OFFSET}
_ID: Schema = {
    "type": "string",
    "pattern": ENTRY_ID,
    "description": "at most 60 letters, digits and single hyphens between them, not beginning as a candidate's id does",
}
_TITLE: Schema = {
    "type": "string",
    "allOf": [{"pattern": VISIBLE}],
    "pattern": TITLE,
    "description": "letters, digits, spaces and , . ' ’ “ ” ( ) / – - % alone",
}
_HASH: Schema = {
    "type": "string",
    "pattern": rf"^[0-9a-f]{{{DIGITS}}}\Z",
    "description": f"{DIGITS} lower-case hexadecimal digits",
}


def _table(required: dict[str, Schema], optional: dict[str, Schema] | None = None) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": {**required, **(optional or {})},
    }


def _list_of(entry: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": entry, "minItems": least}


def _one_of(words: tuple[str, ...] | dict[str, str]) -> Schema:
    return {"enum": list(words)}


PLACE = _table(
    {"start": _OFFSET, "end": _OFFSET, "words": _COUNT, **dict.fromkeys(("sha256", "before", "after"), _HASH)}
)
VALUE = _table(
    {"article": _FILLED, "value": _FILLED, "at": PLACE},
    {
        **dict.fromkeys(("said_by", "repeats", "unit", "population"), _TEXT),
        "as_of": {"type": "string", "format": "variorum-date"},
        **dict.fromkeys(("low", "high"), _NUMBER),
        **dict.fromkeys(("low_open", "high_open", "stands"), _BOOLEAN),
    },
)
ITEM = _table(
    {
        "id": _ID,
        **dict.fromkeys(("subject", "attribute"), _TITLE),
        "type": _one_of(TYPES),
        "kind": _one_of(KINDS),
        "relation": _one_of(RELATIONS),
        "within": _BOOLEAN,
        **dict.fromkeys(ANSWERS, _BOOLEAN),
        "status": _one_of(STATUSES),
        "explanation": _FILLED,
        "value": _list_of(VALUE, 1),
    },
    dict.fromkeys(("reason", "witness", "reply", "note_word"), _TEXT),
)
DECOY = _table(
    {
        "id": _ID,
        "type": _one_of(TYPES),
        "why_not": _FILLED,
        "place": _list_of(_table({"article": _FILLED, "at": PLACE}), 2),
    }
)
DEFINITION = _table(dict.fromkeys(("definition", "include", "exclude", "example"), _FILLED))
SHORT_DEFINITION = _table({"definition": _FILLED}, dict.fromkeys(("include", "exclude", "example"), _TEXT))


def _defined(words: tuple[str, ...] | dict[str, str]) -> Schema:
    return _table(dict.fromkeys(words, DEFINITION))


_CODER = _table({"name": _FILLED, "kind": _one_of(CODER_KINDS), "round": _COUNT}, {"note": _TEXT})
_FORMAT: Schema = {"type": "integer"}
CODING = Validator(_table({"format": _FORMAT, "coder": _CODER}, {"item": _list_of(ITEM)}), format_checker=FORMATS)
DECOYS = Validator(_table({"format": _FORMAT}, {"decoy": _list_of(DECOY)}))
CODEBOOK = Validator(
    _table(
        {"format": _FORMAT, "type": _defined(TYPES), "kind": _defined(KINDS), "answer": _defined(ANSWERS)},
        {
            "status": _table({}, dict.fromkeys(STATUSES, SHORT_DEFINITION)),
            "rule": {"type": "object", "propertyNames": _TITLE, "additionalProperties": SHORT_DEFINITION},
        },
    )
)
REVIEW = Validator(
    _table(
        {
            "subject": _FILLED,
            "origin": _one_of(ORIGINS),
            "decision": _one_of(DECISIONS),
            "reason": _TEXT,
            "reviewer": _FILLED,
            "reviewer_kind": _one_of(CODER_KINDS),
            "round": _COUNT,
        }
    )
)
