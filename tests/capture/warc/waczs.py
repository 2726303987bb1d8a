"""WACZs made member by member, as right or as wrong as a test wants them."""

import hashlib
import io
import json
from zipfile import ZIP_STORED, ZipFile

from tests.capture.warc.warcs import DATE, SITE, packed, read, response

WARC = packed([response("/a"), response("/b"), response("/c")])


def listed(*paths, time=DATE):
    """Return a list of pages."""
    lines = [{"format": "json-pages-1.0", "id": "pages"}, *({"url": SITE + path, "ts": time} for path in paths)]
    return "".join(f"{json.dumps(line)}\n" for line in lines).encode()


def described(members):
    """Return the package's description of its members, and that of the description."""
    digests = [
        {"name": name, "path": name, "hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "bytes": len(content)}
        for name, content in members.items()
    ]
    package = json.dumps({"profile": "data-package", "resources": digests}).encode()
    digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}
    return {"datapackage.json": package, "datapackage-digest.json": json.dumps(digest).encode()}


def zipped(members, compression=ZIP_STORED):
    """Return members as a zip file."""
    file = io.BytesIO()
    with ZipFile(file, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def wacz(members, changed=(), compression=ZIP_STORED):
    """Return a WACZ; ``changed`` are members that were put in after it was described, None to take one out."""
    whole = {**members, **described(members), **dict(changed)}
    return zipped({name: content for name, content in whole.items() if content is not None}, compression)


def opened(data, **options):
    """Return the captures and failures of a WACZ."""
    return read(data, "x.wacz", **options)
