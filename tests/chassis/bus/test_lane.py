"""What a lane has room for: single work by its slots, work that is done together once at a time."""

from dataclasses import dataclass, field
from uuid import uuid4

from chassis.bus.runner import Lane
from chassis.jobs import Job


@dataclass(eq=False)
class Method:
    """A place where work begins and does not end by itself."""

    at_once: int = 1
    begun: list[int] = field(default_factory=list)

    @property
    def container(self) -> "Method":
        return self

    def spawn_worker(
        self, _worker: object, args: tuple[list[Job]], *_: object, **__: object
    ) -> None:
        self.begun.append(len(args[0]))


def a_job(kind: str) -> Job:
    return Job(uuid4(), uuid4(), kind, {}, person=None, tries=1, crashes=0, trace=None)


def a_lane(**methods: Method) -> Lane:
    lane = Lane(2)
    lane.workers |= methods
    return lane


def test_single_kinds_share_the_slots() -> None:
    lane = a_lane(one=Method(), other=Method())

    lane.begin([a_job("one")])

    assert list(lane.rooms()) == [(["one", "other"], 1)]


def test_kinds_of_one_method_that_takes_many_are_asked_for_together() -> None:
    method = Method(at_once=50)

    lane = a_lane(one=Method(), some=method, more=method)

    assert list(lane.rooms()) == [(["one"], 2), (["some", "more"], 50)]


def test_a_method_that_takes_many_is_called_once_at_a_time() -> None:
    method, jobs = Method(at_once=50), [a_job("some"), a_job("more")]
    lane = a_lane(one=Method(), some=method, more=method)

    lane.begin(jobs)

    assert method.begun == [2]
    assert lane.room(method) == 0
    assert list(lane.rooms()) == [(["one"], 1)]
    assert lane.end(jobs)
    assert lane.room(method) == 50
    assert not lane.held


def test_a_full_lane_has_room_for_nothing() -> None:
    lane, jobs = a_lane(one=Method(), some=Method(at_once=50)), [a_job("one"), a_job("one")]

    for job in jobs:
        lane.begin([job])

    assert list(lane.rooms()) == []
    assert lane.end(jobs[:1])
    assert not lane.end(jobs[1:])
