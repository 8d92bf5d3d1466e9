"""A language model behind one call: what may go in is `Minimised`, what comes out is checked.

`client` is the only import of the openai package. Prompts and rules stay with their services.
"""
