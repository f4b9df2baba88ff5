"""Why a use case refuses. An error carries its type and fields; how it reads is the business of `locales/`.

The message of `NoFreePlace` is `error-no-free-place`, its fields are the arguments of the message.
"""

from __future__ import annotations


class ServiceError(Exception):
    """A refusal that the person can understand and act upon."""

    def __init__(self, **fields: str | int | float) -> None:
        super().__init__(type(self).__name__)
        self.fields = fields


class NotAllowed(ServiceError):
    """The person has no right to this; the attempt is written to the audit log."""


class NoLongerCurrent(ServiceError):
    """The button or the screen is of an earlier state; nothing was changed."""


class InvitationUnknown(ServiceError):
    """There is no invitation with this code."""


class InvitationSpent(ServiceError):
    """Everybody this invitation was meant for has come."""


class InvitationExpired(ServiceError):
    """The invitation's time is over, or it was revoked."""


class AlreadyMember(ServiceError):
    """The person takes part in this role already."""


class AlreadyDecided(ServiceError):
    """Somebody was quicker: the matter is settled. Field `outcome`: what was decided."""


class AnswerEmpty(ServiceError):
    """A question that must be answered was left empty."""


class AnswerTooLong(ServiceError):
    """Fields `limit` and `length`, in characters as Telegram counts them (UTF-16 code units)."""


class MessageTail(ServiceError):
    """The rest of a text that was too long and that Telegram's client cut in two."""


class AnswerNotANumber(ServiceError):
    """Fields `minimum` and `maximum`."""


class NothingChosen(ServiceError):
    """At least one option must be ticked."""


class DatabaseBusy(ServiceError):
    """The database did not answer within its time, or can't store anything now; the program itself tries the
    step again.
    """
