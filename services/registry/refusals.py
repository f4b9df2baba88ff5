"""Why a staff file is not read, or a registry is not given out."""

from __future__ import annotations

from services.errors import ServiceError
from services.plans.refusals import (
    PlanFileBomb,
    PlanFileDamaged,
    PlanFileEmpty,
    PlanFileLocked,
    PlanFileMacros,
    PlanFileOtherKind,
    PlanFileTooLarge,
    PlanFormatOld,
    PlanFormatUnknown,
    PlanRefused,
    PlanTooLong,
)

ROW_LIMIT = 5_000
_REASONS: dict[type[PlanRefused], str] = {
    PlanFileEmpty: "empty",
    PlanFileTooLarge: "large",
    PlanFormatUnknown: "kind",
    PlanFormatOld: "kind",
    PlanFileLocked: "locked",
    PlanFileMacros: "macros",
    PlanFileOtherKind: "kind",
    PlanFileDamaged: "damaged",
    PlanFileBomb: "bomb",
    PlanTooLong: "long",
}


class RegistryFileRefused(ServiceError):
    """The file is not read, and nothing of it is kept. Field `reason`: empty, large, kind, locked, macros,
    damaged, bomb, long (more rows, columns or sheets than `limit`) or heads (no column of names was found).
    """


class RegistryOnServerOnly(ServiceError):
    """The organisation keeps documents with full data out of the chat: the command line does it."""


class RegistryChanged(ServiceError):
    """Somebody came, went or was paired while the registry was being approved: it must be made anew."""


def refused(error: PlanRefused) -> RegistryFileRefused:
    """The same refusal in the words of registries."""
    limit = ROW_LIMIT if error.fields.get("what") == "rows" else error.fields.get("limit", 0)
    return RegistryFileRefused(reason=_REASONS.get(type(error), "damaged"), limit=limit)


def without_heads() -> RegistryFileRefused:
    return RegistryFileRefused(reason="heads", limit=0)
