"""The bus on a real broker and a real database, with a small service of its own (`echo.py`).

What stock Nameko does, and where it is shown that ours does not:

    a failing handler's message is gone, or comes for ever    test_events: refused, unavailable, bug
    the process dies with the broker                          test_faults: goes_away_under_load
    a stop runs what is in flight twice                       test_faults: lets_work_end, gives_back
    a request without reply_to is a crash loop                test_calls: without_an_address
    a call from a service waits for ever                      test_calls: cannot_call_a_service
    an error carries SQL text to the caller                   test_calls: nobody_its_text
    headers travel on to the next hop                         test_outbox: sends_along_travels_on
    a timer makes up for every tick                           test_faults: missed_ticks
    eventlet.Timeout ends a loop in silence                   test_source, test_relay
    an import outside the main thread hangs, gateway imports  test_client: every_kind_of_process
    a queue is named after a method                           test_events: not_after_a_method
    what cannot be routed is gone                             test_events: collected, test_client
    publishing after the commit loses or lies                 test_outbox, test_relay
    what is redelivered is done twice                         test_events: hearing_twice, test_calls
    a reply goes out before the commit                        test_calls: promises_is_committed
    a call is done that nobody waits for                      test_requests: never_done
    the client hangs for 40 s                                 test_client: longer_than_the_deadline
    bodies lie on the broker's disk, readable                 test_requests: transient, on_the_wire
    a stop hangs without a broker, pauses grow to 30 s      test_faults: in_time, long_absence
    computing stops the loop, so does the database            test_offload
    pytest is given a plugin that warns                       test_source
"""
