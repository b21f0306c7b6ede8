"""The Model Context Protocol: tools, resources and a prompt over the toolbox."""

from __future__ import annotations

from functools import partial
from typing import Any

import mcp_types as types
from mcp.server import Server
from mcp.shared.exceptions import MCPError

from zjkg import __version__
from zjkg.agents import prompts
from zjkg.agents.calls import Tool
from zjkg.agents.resources import QUESTION_TEMPLATE, RESOURCES, Readable, read_resource
from zjkg.agents.schemas import schema_of
from zjkg.agents.toolbox import Toolbox
from zjkg.errors import Bilingual, MessageLanguage, Problem, QueryError, ZjkgError
from zjkg.printable import printable

_PLAIN = "text/plain"
_LONGEST_STATEMENT = 4_000
_READ_ONLY = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def protocol_server(toolbox: Toolbox) -> Server[dict[str, Any]]:
    """A server that speaks the protocol; its transport is chosen by who runs it."""
    lang = toolbox.lang
    tools = [_tool(tool, lang) for tool in toolbox.tools.values()]
    listed = types.ListToolsResult(tools=tools)

    async def list_tools(*_: object) -> types.ListToolsResult:
        return listed

    async def call_tool(_: object, wanted: types.CallToolRequestParams) -> types.CallToolResult:
        outcome = await toolbox.call(wanted.name, wanted.arguments or {})
        return types.CallToolResult(
            content=[types.TextContent(type="text", text=outcome.text)],
            structured_content=outcome.content,
            is_error=outcome.failed,
        )

    async def list_resources(*_: object) -> types.ListResourcesResult:
        return types.ListResourcesResult(resources=[_resource(each, lang) for each in RESOURCES])

    async def list_templates(*_: object) -> types.ListResourceTemplatesResult:
        return types.ListResourceTemplatesResult(resource_templates=[_template(lang)])

    async def read(_: object, wanted: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        uri = str(wanted.uri)
        try:
            text = await toolbox.within(partial(_text, toolbox, uri))
        except ZjkgError as error:
            message = printable(error.problem.text(lang))
            raise MCPError(code=types.INVALID_PARAMS, message=message) from error
        content = types.TextResourceContents(uri=wanted.uri, text=text, mime_type=_PLAIN)
        return types.ReadResourceResult(contents=[content])

    async def list_prompts(*_: object) -> types.ListPromptsResult:
        return types.ListPromptsResult(prompts=[_prompt(lang)])

    async def get_prompt(_: object, wanted: types.GetPromptRequestParams) -> types.GetPromptResult:
        statement = (wanted.arguments or {}).get("statement", "")
        if wanted.name != prompts.CHECK or not 0 < len(statement) <= _LONGEST_STATEMENT:
            raise MCPError(code=types.INVALID_PARAMS, message=_no_statement().text(lang))
        said = types.TextContent(type="text", text=prompts.check_prompt(statement).pick(lang))
        return types.GetPromptResult(messages=[types.PromptMessage(role="user", content=said)])

    return Server(
        "zjkg",
        version=__version__,
        title="zjkg",
        instructions=prompts.INSTRUCTIONS.pick(lang),
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_list_resource_templates=list_templates,
        on_read_resource=read,
        on_list_prompts=list_prompts,
        on_get_prompt=get_prompt,
    )


def _text(toolbox: Toolbox, uri: str) -> str:
    with toolbox.source.reading() as reading:
        text = read_resource(reading.engine, uri, toolbox.lang)
    if text is None:
        uris = ", ".join(each.uri for each in (*RESOURCES, QUESTION_TEMPLATE))
        raise QueryError(
            Bilingual("there is no such resource", "没有该资源"),
            where=uri[:200],
            expected=Bilingual(f"one of {uris}", f"以下之一：{uris}"),
            next_step=Bilingual("list the resources", "请列出资源"),
        )
    return text


def _no_statement() -> Problem:
    return Problem(
        Bilingual("the prompt lacks its statement", "提示缺少要核查的说法"),
        "prompts/get",
        Bilingual(
            f"{prompts.CHECK} with a statement of at most {_LONGEST_STATEMENT} characters",
            f"{prompts.CHECK}，并给出至多 {_LONGEST_STATEMENT} 字的 statement",
        ),
        Bilingual("give the statement", "请给出 statement"),
    )


def _tool(tool: Tool, lang: MessageLanguage) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title.pick(lang),
        description=tool.description.pick(lang),
        input_schema=schema_of(tool.arguments, lang),
        output_schema=schema_of(tool.answer, lang),
        annotations=_READ_ONLY,
    )


def _resource(readable: Readable, lang: MessageLanguage) -> types.Resource:
    return types.Resource(
        uri=readable.uri,
        name=readable.name,
        title=readable.title.pick(lang),
        description=readable.description.pick(lang),
        mime_type=_PLAIN,
    )


def _template(lang: MessageLanguage) -> types.ResourceTemplate:
    return types.ResourceTemplate(
        uri_template=QUESTION_TEMPLATE.uri,
        name=QUESTION_TEMPLATE.name,
        title=QUESTION_TEMPLATE.title.pick(lang),
        description=QUESTION_TEMPLATE.description.pick(lang),
        mime_type=_PLAIN,
    )


def _prompt(lang: MessageLanguage) -> types.Prompt:
    statement = types.PromptArgument(
        name="statement", description=prompts.STATEMENT.pick(lang), required=True
    )
    return types.Prompt(
        name=prompts.CHECK,
        title=prompts.CHECK_TITLE.pick(lang),
        description=prompts.CHECK_DESCRIPTION.pick(lang),
        arguments=[statement],
    )
