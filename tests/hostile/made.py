"""Files that a stranger may send, each made by a function: small as files, large or wrong inside."""

import bz2
import gzip
import lzma
import struct
import sys
import tarfile
import zipfile
import zlib

import brotli
from tests.archives import tarred, zipped

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PAGE = b"<!DOCTYPE html><html><head><title>Harbour</title></head><body><p>The council met.</p></body></html>"
NOTHING = b"<html>" + b" " * 50_000_000
"""What bombs unpack to: more than twice a page's limit."""


def empty():
    return b""


def zeros():
    return b"\0" * 10_240


def div_100_mb():
    return b"<html>" + b"<div>" * 20_000_000


def gzip_bomb():
    return gzip.compress(NOTHING)


def gzip_in_gzip_bomb():
    return gzip.compress(gzip.compress(NOTHING))


def bzip2_bomb():
    return bz2.compress(NOTHING)


def xz_bomb():
    return lzma.compress(NOTHING, preset=1)


def zstd_bomb():
    return zstd.compress(NOTHING)


def brotli_bomb():
    return brotli.compress(NOTHING, quality=2)


def gzip_of_empty_parts():
    return gzip.compress(b"") * 500_000


def gzip_with_a_long_name():
    return b"\x1f\x8b\x08\x08\0\0\0\0\0\3" + b"a" * 20_000_000


def xz_that_asks_for_gigabytes():
    return lzma.compress(PAGE, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 30, "preset": 0}])


def zstd_that_asks_for_gigabytes():
    options = {zstd.CompressionParameter.window_log: 30, zstd.CompressionParameter.content_size_flag: 0}
    packer = zstd.ZstdCompressor(options=options)
    return packer.compress(PAGE) + packer.flush()


def tar_bomb():
    return gzip.compress(tarred([("a.html", PAGE), ("b.html", NOTHING), ("c.html", PAGE)]))


def tar_that_lies():
    info = tarfile.TarInfo("a.html")
    info.size = 10**12
    return info.tobuf(tarfile.GNU_FORMAT) + PAGE


def tar_with_a_damaged_header():
    sound = tarred([("a.html", PAGE), ("b.html", PAGE)])
    return sound[:1100] + b"x" + sound[1101:]


def tar_with_a_huge_name():
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 8 * 1024**3
    return info.tobuf(tarfile.GNU_FORMAT) + PAGE * 1000


def _tar_block(name, size=0, kind=tarfile.REGTYPE):
    info = tarfile.TarInfo(name)
    info.type, info.size = kind, size
    return info.tobuf(tarfile.GNU_FORMAT)


def _tar_of_names(names):
    longname = _tar_block("././@LongLink", 98_304, tarfile.GNUTYPE_LONGNAME)
    named = (longname + name.ljust(98_304, b"\0") + _tar_block("x") for name in names)
    return gzip.compress(b"".join(named), compresslevel=1)


def tar_of_long_names():
    """Return a folder beside a page for each of many names, whose pages never come."""
    return _tar_of_names(b"%d" % number + b"a" * 98_000 + b"_files/x" for number in range(600))


def tar_of_folders_in_names():
    return _tar_of_names(b"_files/" * 14_000 + b"x" for _ in range(200))


def tar_of_headers():
    return gzip.compress(_tar_block("x", 0, tarfile.XHDTYPE) * 200_000)


def zip_of_folders_in_names():
    return zipped(((f"{'_files/' * 9_000}{number:03}", b"") for number in range(200)), zipfile.ZIP_STORED)


def zip_of_nothing():
    return zipped([])


def zip_bomb():
    return zipped((f"{number:02}.html", NOTHING[:19_000_000]) for number in range(20))


def zip_nested_bomb():
    inner = zipped((f"{number:02}.html", NOTHING[:19_000_000]) for number in range(4))
    for _ in range(2):
        inner = zipped((f"{number:02}.zip", inner) for number in range(16))
    return inner


def zip_of_itself():
    """Return a zip file whose one member is the whole file again, as far as its size goes: stored, it cannot be."""
    inner = zipped([("page.html", PAGE)])
    for _ in range(50):
        inner = zipped([("x.zip", inner)], zipfile.ZIP_STORED)
    return inner


def _entry(name, offset, packed, size, crc):
    fields = (b"PK\1\2", 20, 3, 20, 0, 0, 8, 0, 0, crc, packed, size, len(name), 0, 0, 0, 0, 0, offset)
    return struct.pack("<4s4B4HL2L5H2L", *fields) + name


def _local(name, packed, size, crc):
    return struct.pack("<4s2B4HL2L2H", b"PK\3\4", 20, 0, 0, 8, 0, 0, crc, packed, size, len(name), 0) + name


def _end(count, size, offset):
    return struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, size, offset, 0)


def _deflated(payload):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(payload) + packer.flush()


def zip_with_overlaps():
    """Return one in which a thousand members have the same bytes."""
    packed, crc = _deflated(NOTHING[:19_000_000]), zlib.crc32(NOTHING[:19_000_000])
    data = _local(b"a.html", len(packed), 19_000_000, crc) + packed
    listed = b"".join(_entry(b"%04d.html" % n, 0, len(packed), 19_000_000, crc) for n in range(1000))
    return data + listed + _end(1000, len(listed), len(data))


def zip_that_lies():
    """Return one whose list says that a page of 19 MB has 10 bytes."""
    packed, crc = _deflated(NOTHING[:19_000_000]), zlib.crc32(NOTHING[:19_000_000])
    data = _local(b"a.html", len(packed), 10, crc) + packed
    listed = _entry(b"a.html", 0, len(packed), 10, crc)
    return data + listed + _end(1, len(listed), len(data))


def zip_with_a_long_list():
    listed = b"".join(_entry(b"%06d.html" % number, 0, 0, 0, 0) for number in range(600_000))
    return b"PK\3\4" + b"\0" * 100 + listed + _end(65_535, len(listed), 104)


def zip_locked():
    sound = bytearray(zipped([("a.html", PAGE), ("b.html", PAGE)]))
    for sign, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        sound[sound.find(sign) + place] |= 1
    return bytes(sound)


def zip_packed_by_bzip2():
    return zipped([("a.html", NOTHING)], zipfile.ZIP_BZIP2)


def zip_without_its_list():
    return zipped([("a.html", PAGE), ("b.html", PAGE)])[:-60]


def zip_with_a_damaged_member():
    sound = bytearray(zipped([("a.html", PAGE), ("b.html", PAGE)], zipfile.ZIP_STORED))
    sound[sound.find(b"council")] ^= 0xFF
    return bytes(sound)


def zip_with_a_name_in_no_charset():
    return zipped([("ä.html", PAGE)]).replace("ä".encode(), b"\xff\xff")


def mhtml_of_blank_lines():
    return b"\rFrom: <Saved by Blink>\nSubject: x\n" + b"\n" * 5_000_000


def _mhtml_of_parts(count, header):
    top = b'From: <Saved by Blink>\nContent-Type: multipart/related; start="<none>"; boundary="b"\n\n'
    return top + (b"--b\nContent-Type: image/png\n%b\n\nx\n" % header) * count


def mhtml_of_encoded_words():
    return _mhtml_of_parts(100, b"Content-ID: " + b"=?a?q?" * 10_000)


def mhtml_of_headers():
    return _mhtml_of_parts(200, b"a: b" + b"\n c" * 30_000)


def mhtml_of_dashes():
    top = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html\n\n'
    return top + b"--\n" * 7_000_000 + b"--B--\n"


def mhtml_of_parts():
    return b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n' + b"--B\n\n" * 4_000_000


def mhtml_of_one_line():
    top = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html\n'
    return top + b"Content-Transfer-Encoding: base64\n\n" + b"A" * 60_000_000 + b"\n--B--\n"


def mhtml_of_quotes():
    top = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html;'
    return top + b' a=";' * 30_000 + b"\n\n" + PAGE + b"\n--B--\n"


def mhtml_of_a_long_address():
    address = b"https://herald.example/" + b"x" * 64_000
    top = b"From: <Saved by Blink>\nSnapshot-Content-Location: " + address + b"\nMIME-Version: 1.0\n"
    return (
        top + b'Content-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html\n\n' + PAGE + b"\n--B--"
    )


def picture():
    return b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


def document():
    return zipped([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")])


def program():
    return b"#!/bin/sh\nrm -rf /\n"


def pdf():
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256))
