"""The contract on external packages allows what is named and the standard library, and nothing more."""

from __future__ import annotations

from grimp import ImportGraph
from importlinter.domain.contract import ContractCheck

from tools.import_contracts import OnlyExternalContract


def checked(*imports: tuple[str, str]) -> ContractCheck:
    graph = ImportGraph()
    for module in ("models", "models.person", "models.base", "services"):
        graph.add_module(module)
    for importer, imported in imports:
        if imported.partition(".")[0] not in ("models", "services"):
            graph.add_module(imported, is_squashed=True)
        graph.add_import(importer=importer, imported=imported)
    options = {"packages": ["models"], "allowed": ["sqlalchemy"]}
    return OnlyExternalContract("models", session_options={}, contract_options=options).check(
        graph, verbose=False
    )


def test_named_packages_and_the_standard_library_are_allowed() -> None:
    found = checked(
        ("models.person", "sqlalchemy"),
        ("models.person", "datetime"),
        ("models.person", "models.base"),
        ("services", "aiogram"),
    )
    assert found.kept


def test_any_other_package_is_named_with_its_importer() -> None:
    found = checked(("models.person", "pydantic"), ("models", "babel"))
    assert not found.kept
    assert found.metadata["violations"] == ["models imports babel", "models.person imports pydantic"]
