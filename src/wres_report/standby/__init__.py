"""A prepared process that stays behind a build: the next command runs in a fork of it.

It has loaded all that a build loads, and holds nothing of any trust-year: it forks before a command
reads anything. ``wres build --keep`` starts it, ``place`` says where it is found, ``asking`` hands
a command over to it, ``serving`` is its loop, ``taking_over`` what its fork does first.
"""
