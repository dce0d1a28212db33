"""The figures of all trusts together: a table, what is wrong with it, and the national report.

Nothing here knows more than the reports of the trusts have published, or a published workbook.
"""
