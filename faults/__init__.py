"""What the project does when it is broken on purpose: ``nox -s faults``.

Each class of faults is a module with ``NUMBER`` and ``QUICK``, how many cases it tries at full
size and for a first look, and ``run(folder, seed, number)``, which yields an ``Outcome`` for each
case. ``folder`` is empty and removed afterwards. Equal seeds try equal cases.
"""
