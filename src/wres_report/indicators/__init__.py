"""The kinds of indicator, a room for each: which rows it reads, its figures, how it is told.

``kind`` says what a kind is asked; ``kinds`` knows them all. A new kind is a folder here and a line
there; an indicator of a known kind is data alone.
"""
