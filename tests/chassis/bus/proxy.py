"""A wire between two processes that can be cut, stalled and listened to."""

import socket
import threading
from contextlib import suppress
from typing import Self

from pydantic import SecretStr
from sqlalchemy.engine import make_url

_CHUNK = 1 << 16


class Proxy:
    """Stands before the broker of `url`; use it as a context manager."""

    def __init__(self, url: SecretStr) -> None:
        self._url = make_url(url.get_secret_value())
        self._flowing = threading.Event()
        self._flowing.set()
        self._open: set[socket.socket] = set()
        self._seen: list[bytes] = []
        self._listener = self._listening(0)
        self._port: int = self._listener.getsockname()[1]
        self._accept()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.refuse()
        self._flowing.set()

    @property
    def url(self) -> SecretStr:
        """Where the broker is found through this wire."""
        return SecretStr(self._url.set(port=self._port).render_as_string(hide_password=False))

    @property
    def seen(self) -> bytes:
        """Everything that went over the wire, in either direction."""
        return b"".join(self._seen)

    def cut(self) -> None:
        """End every connection at once, as a crash would; new ones are taken."""
        for each in list(self._open):
            self._end(each)

    def refuse(self) -> None:
        """Nothing is there any more: every connection ends, and new ones are refused."""
        self._end(self._listener)
        self.cut()

    def allow(self) -> None:
        """It is back, on the same port."""
        self._listener = self._listening(self._port)
        self._accept()

    def stall(self) -> None:
        """Connections stay open and new ones are taken, but nothing gets through."""
        self._flowing.clear()

    def flow(self) -> None:
        self._flowing.set()

    def _listening(self, port: int) -> socket.socket:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen(64)
        return listener

    def _accept(self) -> None:
        threading.Thread(target=self._take, args=(self._listener,), daemon=True).start()

    def _take(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection((self._url.host or "", self._url.port or 5672))
                self._open |= {near, far}
                for source, target in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(source, target), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(_CHUNK):
                self._flowing.wait()
                self._seen.append(data)
                target.sendall(data)
        self._end(source)
        self._end(target)

    def _end(self, each: socket.socket) -> None:
        self._open.discard(each)
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
        each.close()
