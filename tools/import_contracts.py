"""A contract for import-linter: a package uses only the named external packages, and the standard library.

The contracts that come with import-linter can forbid named packages; this one forbids all that was not named.
"""

from __future__ import annotations

import sys
from typing import cast

from grimp import ImportGraph
from importlinter.application import output
from importlinter.domain import fields
from importlinter.domain.contract import Contract, ContractCheck


class OnlyExternalContract(Contract):
    """`packages` import nothing external but `allowed`; imports inside the tree are not judged."""

    type_name = "only_external"

    packages = fields.ListField(subfield=fields.StringField())
    allowed = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Look at every direct import from the packages to a squashed, that is external, module."""
        output.verbose_print(verbose, f"Looking for imports other than {cast('list[str]', self.allowed)}…")
        permitted = set(cast("list[str]", self.allowed)) | sys.stdlib_module_names
        violations = [
            f"{importer} imports {imported}"
            for package in cast("list[str]", self.packages)
            for importer in sorted({package} | graph.find_descendants(package))
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if graph.is_module_squashed(imported) and imported.partition(".")[0] not in permitted
        ]
        return ContractCheck(kept=not violations, metadata={"violations": violations})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line per import that was not allowed."""
        for violation in cast("list[str]", check.metadata["violations"]):
            output.print_error(violation)
        output.new_line()
