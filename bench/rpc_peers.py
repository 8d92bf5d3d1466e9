"""What our calls are measured against: raw kombu, and Nameko as it comes.

`python -m bench.rpc_peers raw|stock <url>` serves; the clients are used by `bench/rpc.py`.
"""

import sys
from uuid import uuid4

if __name__ == "__main__" and sys.argv[1] == "stock":
    import eventlet

    eventlet.monkey_patch()


from kombu import Connection, Consumer, Message, Producer, Queue
from nameko import config
from nameko.containers import ServiceContainer
from nameko.rpc import rpc
from nameko.standalone.rpc import ServiceRpcClient

RAW_QUEUE = "bench.raw"


class StockService:
    """The smallest service that stock Nameko can have."""

    name = "bench_stock"

    @rpc
    def echo(self, text: str) -> str:
        return text


def serve_raw(url: str) -> None:
    with Connection(url) as connection:
        producer = Producer(connection)

        def answer(body: object, message: Message) -> None:
            producer.publish(
                body,
                routing_key=message.properties["reply_to"],
                correlation_id=message.properties["correlation_id"],
                delivery_mode=1,
            )
            message.ack()

        queue = Queue(RAW_QUEUE, durable=False, exclusive=True)
        with Consumer(connection, queue, callbacks=[answer], prefetch_count=20):
            while True:
                connection.drain_events()


def serve_stock(url: str) -> None:
    config.setup({"AMQP_URI": url})
    container = ServiceContainer(StockService)
    container.start()
    container.wait()


class RawClient:
    """Publish, wait, match: a request-reply with kombu and nothing around it. Not thread-safe."""

    def __init__(self, url: str, text: str) -> None:
        self._text = text
        self._connection = Connection(url)
        self._producer = Producer(self._connection)
        self._queue = Queue(f"bench.reply.{uuid4().hex}", durable=False, exclusive=True)
        self._replies: dict[str, object] = {}
        Consumer(self._connection, self._queue, callbacks=[self._arrived], no_ack=True).consume()

    def __call__(self) -> object:
        correlation_id = uuid4().hex
        self._producer.publish(
            {"text": self._text},
            routing_key=RAW_QUEUE,
            reply_to=self._queue.name,
            correlation_id=correlation_id,
            delivery_mode=1,
        )
        while correlation_id not in self._replies:
            self._connection.drain_events(timeout=5)
        return self._replies.pop(correlation_id)

    def _arrived(self, body: object, message: Message) -> None:
        self._replies[message.properties["correlation_id"]] = body


class StockClient:
    """As Nameko's documentation has it. Not thread-safe, so each thread has one."""

    def __init__(self, url: str, text: str) -> None:
        config.setup({"AMQP_URI": url})
        self._text = text
        self._client = ServiceRpcClient(StockService.name, timeout=5)
        self._service = self._client.start()

    def __call__(self) -> object:
        return self._service.echo(self._text)


if __name__ == "__main__":
    {"raw": serve_raw, "stock": serve_stock}[sys.argv[1]](sys.argv[2])
