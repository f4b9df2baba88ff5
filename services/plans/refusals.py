"""Why a file is not read as a plan: each reason is an error of its own with a sentence in `locales/`.

Knows no formats; what a reader of a format finds wrong it says by one of these.
"""

from __future__ import annotations

from services.errors import ServiceError


class PlanRefused(ServiceError):
    """The file is not read, and nothing of it is kept. Only its subclasses are raised."""


class PlanFileEmpty(PlanRefused):
    """There is nothing in the file."""


class PlanFileTooLarge(PlanRefused):
    """Fields `limit` and `size`, in megabytes."""


class PlanFormatUnknown(PlanRefused):
    """The name ends with none of the extensions that are read. Field `extension`."""


class PlanFormatOld(PlanRefused):
    """A file of Word or Excel before 2007. Field `save_as`: the extension to save it with."""


class PlanFileLocked(PlanRefused):
    """The file is protected by a password."""


class PlanFileMacros(PlanRefused):
    """The file holds macros, or its extension promises them. Field `save_as`."""


class PlanFileOtherKind(PlanRefused):
    """What is inside is not what the name says. Fields `extension` and `found`, a short name as «PDF»."""


class PlanFileDamaged(PlanRefused):
    """The file is cut off or broken inside. Field `extension`."""


class PlanFileBomb(PlanRefused):
    """Unpacked, the file would be out of all proportion. Field `limit`, in megabytes."""


class PlanTooLong(PlanRefused):
    """More than a plan can hold. Fields `what` ("rows", "columns" or "sheets") and `limit`."""


class PlanNotFound(PlanRefused):
    """No plan was recognised. Fields `recognised`: "nothing", "lines", "heads" or "tables" (the most that was
    seen), `lines`, `tables`, `deadlines`: how many, `heads`: the words of columns that were seen.
    """
