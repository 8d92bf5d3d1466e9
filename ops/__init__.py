"""The operator's tool: brings up, watches, tests and explains a whole Mira on one machine.

Owns everything under `.mira`. Promises: nothing is written elsewhere, nothing is stopped that it
did not start, every refusal says what to do next. Never knows what a service does.
"""
