"""Zip and tar files of members by their names, made in memory for the tests of many rooms."""

import io
import tarfile
import zipfile


def zipped(members, method=zipfile.ZIP_DEFLATED, **options):
    """Return a zip file of pairs of name and payload."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method, **options) as archive:
        for name, payload in members:
            archive.writestr(name, payload)
    return file.getvalue()


def tarred(members, form=tarfile.PAX_FORMAT):
    """Return a tar file of pairs of name and payload; a third part is what else its header says, by field."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=form) as archive:
        for name, payload, *changes in members:
            info = tarfile.TarInfo(name)
            info.size = len(payload)
            for field, value in (changes[0] if changes else {}).items():
                setattr(info, field, value)
            archive.addfile(info, io.BytesIO(payload))
    return file.getvalue()
