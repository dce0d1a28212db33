"""The preview of one report: serves its page on this machine and builds it again on a change.

``watching`` sees what has changed, ``pages`` makes what is shown, ``serving`` serves it, and
``running`` is the loop round them.
"""
