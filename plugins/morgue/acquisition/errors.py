"""What keeps a page from being captured, in an archivist's words."""

import http.client
import ssl

from urllib3 import exceptions

from morgue.capture.errors import plain


class AcquisitionError(Exception):
    """A page, file or list that cannot be taken in: ``str(error)`` says why and what to do."""


class StorageError(Exception):
    """Nothing can be written where captures are kept: ``str(error)`` says why and what to do; going on is no use."""


# urllib3's own first: some of them are a Python error's children as well.
_REASONS: tuple[tuple[type[BaseException], str], ...] = (
    (
        exceptions.NameResolutionError,
        "there is no host of that name, or this machine is not on the network; check the address",
    ),
    (exceptions.ReadTimeoutError, "it stopped answering; try again later"),
    (exceptions.NewConnectionError, "it takes no connection ({cause}); check the address, or try again later"),
    (exceptions.ConnectTimeoutError, "it does not answer; try again later"),
    (exceptions.DecodeError, "its body is not packed as it says; try again later, or save the page with a browser"),
    (
        ssl.SSLCertVerificationError,
        "its certificate does not hold ({verify}); if you trust it, save the page with a browser",
    ),
    (ssl.SSLError, "no secure connection can be made ({error}); check whether the address begins with http://"),
    (exceptions.SSLError, "the secure connection broke off ({error}); try again later"),
    (exceptions.HTTPError, "its answer breaks off before its end, or is malformed; try again later"),
    (http.client.RemoteDisconnected, "it hung up without an answer; try again later"),
    (http.client.BadStatusLine, "what answers is no web server; check the address"),
    (http.client.HTTPException, "the head of its answer is beyond all measure ({error}); save the page with a browser"),
    (TimeoutError, "it does not answer; try again later"),
    (OSError, "the connection broke off ({error}); try again later"),
    (ValueError, "its answer is malformed ({error}); save the page with a browser"),
)

NETWORK_ERRORS = tuple(kind for kind, _ in _REASONS)
"""Whatever sending a request and reading its answer may raise."""


def reason_of(error: BaseException) -> str:
    """Return the reason and what to do for one of NETWORK_ERRORS."""
    words = next(words for kind, words in _REASONS if isinstance(error, kind))
    cause = error.__cause__
    return words.format(
        error=plain(getattr(error, "reason", error) or error),
        cause=plain(cause.strerror if isinstance(cause, OSError) else cause or error),
        verify=plain(getattr(error, "verify_message", error)),
    )
