"""Prints one JSON line per file named on standard input: every element's path, VR and a digest of its raw bytes."""
import hashlib
import json
import sys
import warnings

import pydicom
from pydicom.dataelem import RawDataElement

warnings.simplefilter("ignore")


def digest(value):
    return hashlib.sha1(value or b"").hexdigest()[:16]


def walk(dataset, prefix, out):
    for tag in list(dataset.keys()):
        path = prefix + "(%04x,%04x)" % (tag.group, tag.element)
        raw = dataset.get_item(tag)
        if isinstance(raw, RawDataElement) and raw.VR not in ("SQ", None) and not (
            raw.VR == "UN" and (raw.value or b"")[:4] == b"\xfe\xff\x00\xe0"
        ):
            out.append([path, raw.VR, digest(raw.value)])
            continue
        if isinstance(raw, RawDataElement) and raw.VR is None:
            try:
                element = dataset[tag]
            except Exception:
                out.append([path, "", digest(raw.value)])
                continue
            if element.VR != "SQ":
                out.append([path, "", digest(raw.value)])
                continue
        element = dataset[tag]
        if element.VR != "SQ":
            # Already turned into Python values: empty ones, and the character set. Only emptiness can be compared.
            value = raw.value if isinstance(raw, RawDataElement) else element.value
            known = value if isinstance(value, bytes) else b"" if value is None or value == "" or value == [] else None
            out.append([path, raw.VR if isinstance(raw, RawDataElement) else "", digest(known) if known is not None else None])
            continue
        out.append([path, "SQ", len(element.value)])
        for index, item in enumerate(element.value):
            walk(item, "%s[<%d>]" % (path, index), out)


for line in sys.stdin:
    name = line.rstrip("\n")
    rows = []
    try:
        walk(pydicom.dcmread(name, force=True), "", rows)
        print(json.dumps({"rows": rows}))
    except Exception as error:  # noqa: BLE001
        print(json.dumps({"error": type(error).__name__, "rows": rows}))
