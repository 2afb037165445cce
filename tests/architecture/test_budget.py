"""The size budget of CONTRIBUTING.md: small files, small functions, few parameters."""

import ast
from pathlib import Path
from statistics import median, quantiles

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}


def production_files() -> list[Path]:
    files = (REPOSITORY / "balinea").rglob("*.py")
    return [file for file in files if not {"tests", "migrations"} & set(file.relative_to(REPOSITORY).parts)]


FILES = {file: file.read_text() for file in production_files()}
TREES = {file: ast.parse(text) for file, text in FILES.items()}
FUNCTIONS = [
    (f"{file.relative_to(REPOSITORY)}:{node.lineno} {node.name}", node)
    for file, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
]


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return len([parameter for parameter in given if parameter.arg not in {"self", "cls"}])


def says_something(tree: ast.Module) -> bool:
    return any(not isinstance(statement, ast.Expr) for statement in tree.body)


def test_no_file_is_longer_than_400_lines():
    lengths = {str(file.relative_to(REPOSITORY)): len(text.splitlines()) for file, text in FILES.items()}
    assert {file: length for file, length in lengths.items() if length > 400} == {}


def test_half_of_the_files_are_within_80_lines():
    # files that only hold a docstring would flatter the figure
    assert median(len(FILES[file].splitlines()) for file, tree in TREES.items() if says_something(tree)) <= 80


def test_no_function_is_longer_than_60_lines():
    assert {name: lines(node) for name, node in FUNCTIONS if lines(node) > 60} == {}


def test_half_of_the_functions_are_within_8_lines_and_nine_in_ten_within_30():
    lengths = [lines(node) for _, node in FUNCTIONS]
    assert median(lengths) <= 8
    assert quantiles(lengths, n=10)[-1] <= 30


def test_no_function_takes_more_than_five_parameters():
    assert {name: parameters(node) for name, node in FUNCTIONS if parameters(node) > 5} == {}


def test_no_module_is_a_drawer_for_odds_and_ends():
    assert [file for file in FILES if {file.stem, *file.relative_to(REPOSITORY).parts} & DRAWERS] == []


@pytest.mark.parametrize("folder", ["balinea", "tests", "bench", "tools"])
def test_no_page_of_code_knows_a_place_on_somebodys_disk(folder):
    places = ("/home" + "/", "/root" + "/", "/Users" + "/", "/opt" + "/")
    files = [
        file for file in (REPOSITORY / folder).rglob("*.py") if any(p in file.read_text() for p in places)
    ]
    assert files == []
