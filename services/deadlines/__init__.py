"""What Russian deadline phrases mean: `read` never raises, `write` gives a phrase that reads back the same.

A phrase is put right (`normalize`), parted into tokens (`tokens`, with the lexicon in `words`), read into
pieces (`grammar`, `points`, `rates`, `causes`), sorted (`clauses`) and set against the calendar of its plan
(`meaning`, `stretches`, `suspicion`). Standard library only; knows nothing of roadmaps, people and databases.
"""

from services.deadlines.reader import read
from services.deadlines.reading import Context, Doubt, Kind, Reading, Term, school_terms
from services.deadlines.titles import TitleYears, context_of_title, years_of_title
from services.deadlines.writing import write

__all__ = [
    "Context",
    "Doubt",
    "Kind",
    "Reading",
    "Term",
    "TitleYears",
    "context_of_title",
    "read",
    "school_terms",
    "write",
    "years_of_title",
]
