"""A place in a row of tokens that may be moved on and put back. Knows no grammar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from services.deadlines.pieces import Piece
from services.deadlines.tokens import Token
from services.deadlines.words import Tag, Unit

LONGEST_RUN = 6
Result = TypeVar("Result")


class Cursor:
    """`aside` gathers what is met within another piece: «до 15 сентября каждого года» is also yearly."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self.at = 0
        self.aside: list[Piece] = []

    @property
    def is_at_end(self) -> bool:
        return self.at >= len(self._tokens)

    def peek(self, ahead: int = 0) -> Token | None:
        place = self.at + ahead
        return self._tokens[place] if 0 <= place < len(self._tokens) else None

    def tag(self, ahead: int = 0) -> Tag | None:
        token = self.peek(ahead)
        return token.tag if token else None

    def is_unit(self, *units: Unit, ahead: int = 0) -> bool:
        token = self.peek(ahead)
        return token is not None and token.tag is Tag.UNIT and (not units or token.value in units)

    def take(self, *tags: Tag) -> Token | None:
        """The next token, when it is one of these."""
        token = self.peek()
        if token is None or (tags and token.tag not in tags):
            return None
        self.at += 1
        return token

    def take_unit(self, *units: Unit) -> Token | None:
        return self.take(Tag.UNIT) if self.is_unit(*units) else None

    def skip(self, *tags: Tag) -> None:
        """Pass over these, but over no long run: nobody writes one, and it would be read many times."""
        for _ in range(LONGEST_RUN):
            if not self.take(*tags):
                return

    def attempt(self, read: Callable[[Cursor], Result | None]) -> Result | None:
        """What is read, or None with everything as it was."""
        at, aside = self.at, len(self.aside)
        found = read(self)
        if found is None:
            self.at = at
            del self.aside[aside:]
        return found

    def first(self, *reads: Callable[[Cursor], Result | None]) -> Result | None:
        """What the first of several ways of reading gives."""
        for read in reads:
            if (found := self.attempt(read)) is not None:
                return found
        return None

    def skip_clause(self) -> None:
        """To the next sign that may part one saying from another."""
        while not self.is_at_end and self.tag() not in CLAUSE_ENDS:
            self.at += 1

    def begins(self, at: int) -> int:
        return self._tokens[at].begins if at < len(self._tokens) else self.ends()

    def ends(self) -> int:
        """Where the last taken token ends in the phrase."""
        return self._tokens[self.at - 1].ends if self.at else 0


CLAUSE_ENDS = (Tag.COMMA, Tag.SEMICOLON, Tag.OPENS, Tag.CLOSES, Tag.FURTHER)
