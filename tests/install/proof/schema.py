"""schema.py SCHEMA FILE...: each JSON file, and each report in a document of ctnn_proof, is as the schema says. Knows what
docs/verification_report.schema.json uses of JSON Schema, and refuses a schema with more."""

import hashlib
import json
import re
import sys

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
KNOWN = {"$schema", "title", "description", "type", "required", "properties", "additionalProperties", "enum", "const"}
KNOWN |= {"pattern", "items", "minimum"}


def has_type(value, name):
    if name in ("number", "integer"):
        return isinstance(value, int if name == "integer" else (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def problems(value, schema, place="report"):
    assert not schema.keys() - KNOWN, schema.keys() - KNOWN
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(has_type(value, name) for name in types):
        yield f"{place} is no {' or '.join(types)}"
    if "const" in schema and value != schema["const"] or "enum" in schema and value not in schema["enum"]:
        yield f"{place} is {value}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{place} is {value}"
    if has_type(value, "number") and value < schema.get("minimum", value):
        yield f"{place} is {value}"
    if isinstance(value, dict):
        yield from (f"{place} lacks {name}" for name in schema.get("required", []) if name not in value)
        for name, part in value.items():
            if name in schema.get("properties", {}):
                yield from problems(part, schema["properties"][name], f"{place}.{name}")
            elif not schema.get("additionalProperties", True):
                yield f"{place} has {name}"
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from problems(part, schema.get("items", {}), f"{place}[{index}]")


schema = json.load(open(sys.argv[1]))
count = 0
for file in sys.argv[2:]:
    document = json.load(open(file))
    for report in document.get("reports", [document]):
        found = list(problems(report, schema))
        text = report["property"]["text"]
        if hashlib.sha256(text.encode()).hexdigest() != report["property"]["sha256"]:
            found.append("the digest of the property is not that of its text")
        if found:
            sys.exit(f"{file}: " + "; ".join(found))
        count += 1
print(f"{count} reports are as {sys.argv[1]} says")
