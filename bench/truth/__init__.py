"""Résumés of invented people with what a reader must find in them, in two halves.

`people/` holds the people, `layouts.py` the layouts; `make.py` renders them into `tuning/`, on
which rules may be tried, and into `held_out/`, of which only totals are ever looked at. Which
person and which layout belongs to which half was drawn by `halves.py` before anything was read.
"""
