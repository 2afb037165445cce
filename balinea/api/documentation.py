"""The documentation page: the OpenAPI document as a page of our own, which needs no script and no network."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from balinea.api.application import application
from balinea.api.problems import KINDS

Schema = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A line of a table: a parameter, or a member of a body or answer (`name` is its path)."""

    name: str
    form: str
    required: bool
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """A status that a call may answer with."""

    status: int
    phrase: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A call as its section shows it."""

    id: str
    method: str
    path: str
    description: str
    parameters: tuple[Field, ...]
    body: tuple[Field, ...]
    successes: tuple[Answer, ...]
    refusals: tuple[Answer, ...]


def documentation(request: HttpRequest) -> HttpResponse:
    """Show every call with its parameters, body, answers and problems."""
    document = application.get_openapi_schema()
    context = {
        "calls": list(_calls(document)),
        "kinds": KINDS,
        "description": document["info"]["description"],
    }
    page = render(request, "api/documentation.html", context)
    page["Cache-Control"] = "public, max-age=300"
    return page


def _calls(document: Schema) -> Iterator[Call]:
    schemas = document["components"]["schemas"]
    for path, methods in document["paths"].items():
        for method, call in methods.items():
            answers = [_answer(int(status), told, schemas) for status, told in call["responses"].items()]
            body = (
                call.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
            )
            yield Call(
                id=call["operationId"],
                method=method.upper(),
                path=path,
                description=call.get("description", ""),
                parameters=tuple(_parameter(one) for one in call["parameters"]),
                body=tuple(_fields(body, schemas)),
                successes=tuple(one for one in answers if one.status < HTTPStatus.BAD_REQUEST),
                refusals=tuple(one for one in answers if one.status >= HTTPStatus.BAD_REQUEST),
            )


def _parameter(parameter: Schema) -> Field:
    schema = parameter["schema"]
    return Field(
        name=parameter["name"],
        form=_form(schema),
        required=parameter["required"],
        description=parameter.get("description", schema.get("description", "")),
    )


def _answer(status: int, told: Schema, schemas: Schema) -> Answer:
    content: Schema = next(iter(told.get("content", {}).values()), {})
    return Answer(
        status=status,
        phrase=HTTPStatus(status).phrase,
        fields=tuple(_fields(content.get("schema", {}), schemas)),
    )


def _fields(schema: Schema, schemas: Schema, prefix: str = "") -> Iterator[Field]:
    """Yield the members of a schema, those of objects and lists inside it with their path."""
    schema = _resolved(schema, schemas)
    if schema.get("type") == "array":
        yield from _fields(schema.get("items", {}), schemas, f"{prefix}[]" if prefix else "[]")
        return
    for name, member in schema.get("properties", {}).items():
        told = _resolved(member, schemas)
        path = f"{prefix}.{name}" if prefix else name
        yield Field(
            name=path,
            form=_form(told),
            required=name in schema.get("required", ()),
            description=member.get(
                "description", told.get("description", "") if "properties" not in told else ""
            ),
        )
        yield from _fields(told, schemas, path)


def _resolved(schema: Schema, schemas: Schema) -> Schema:
    """Follow references, and look through "or null" to what it may be else."""
    if "$ref" in schema:
        return _resolved(schemas[schema["$ref"].rsplit("/", 1)[-1]], schemas)
    if "allOf" in schema:
        return _resolved(schema["allOf"][0], schemas)
    choices = [choice for choice in schema.get("anyOf", ()) if choice.get("type") != "null"]
    if choices:
        return {**_resolved(choices[0], schemas), "nullable": True}
    return schema


def _form(schema: Schema) -> str:
    """Return the type in a few words."""
    choices = [choice for choice in schema.get("anyOf", ()) if choice.get("type") != "null"]
    if choices:
        return f"{_form(choices[0])} or null"
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    form = str(schema.get("format") or schema.get("type", "object"))
    if schema.get("type") == "array":
        return f"list of {_form(schema['items'])}" if "items" in schema else "list"
    return f"{form} or null" if schema.get("nullable") else form
