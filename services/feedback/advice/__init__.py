"""What a model is asked about an answer, and what of it stands: it shows words, the rules count.

A claim counts where its words stand in the line that it names, where they can show what they are
said to show, and where a majority of samples makes it. It adds to what the rules find, and takes
nothing away.
"""
