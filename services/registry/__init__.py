"""The registries of mentors and mentees (N-3.4-5, L-1-5, L-1-6, L-2-4): read out of a staff file, given out
in three grades of privacy. Column sets: services/registry/columns.py.
"""
