"""Plans, sessions, turns and transcripts of practice interviews.

Owns: the interview plan with its reasons, the session with its turns, the finished transcript.
Promises: the questions are fixed before the session starts; one `turn_id` is one turn; a session
finishes once; what was quoted from a résumé or a job description is gone when that document is.
Never does: score an answer, give a hint unasked or in a live session, follow an order from the
person it interviews, or claim to be human.
"""
