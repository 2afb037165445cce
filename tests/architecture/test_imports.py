"""What the linters cannot say about imports."""

import ast

from tests.architecture.test_budget import FUNCTIONS, TREES


def test_functions_import_nothing():
    """Imports inside functions hide circles; only `AppConfig.ready` must wait until all apps are loaded."""
    late = [
        name
        for name, function in FUNCTIONS
        if function.name != "ready"
        and any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function))
    ]
    assert late == []


def test_a_room_says_what_it_is_for_and_imports_nothing():
    rooms = {
        file: tree
        for file, tree in TREES.items()
        if file.name == "__init__.py" and file.parent.parent.name == "balinea"
    }
    assert [file.parent.name for file, tree in rooms.items() if not ast.get_docstring(tree)] == []
    assert [
        file.parent.name
        for file, tree in rooms.items()
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(tree))
    ] == []
