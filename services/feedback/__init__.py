"""Rubrics, scorecards and feedback reports of finished practice interviews.

Owns: the rubric in force, its own copy of a transcript, the scorecard and the report on it.
Promises: every quote stands in the transcript at the place that is named; every number can be
computed again from what is shown; the same transcript gives the same report, to the bit; junk is
called insufficient and never given a middling number.
Never does: judge a person, promise an outcome, or count words, accent, name or school.
"""
