"""A feedback report examined offline: every quote, level and total computed again from the file.

Knows the rubrics and nothing of the engines, so that it can contradict them.
"""
