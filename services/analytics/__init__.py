"""Whether a person allows usage to be counted; what is counted comes with its scrubbing pipeline.

Owns the choice of each person.
Promises that it is off until somebody says otherwise, and that it goes with the account.
Never holds content, a network address or a user agent.
"""
