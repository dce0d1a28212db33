"""Brings in what an analyst has on her desk: workbooks and exports become the tables of a year.

A file becomes a ``Source`` of sheets (``opening``); a head row is found and its headings are
given meanings (``heads``, ``meanings``); a reader (``survey``, ``workforce``) counts and gives an
``Imported`` (``model``), which ``writing`` puts into a workspace. Of a row of a person nothing
but the count leaves this package: no message, no file and no fault holds a value that names one.
"""
