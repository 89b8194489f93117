"""`sellkit serve`: the room server with the trainer's keys."""

from pathlib import Path
from typing import Annotated

import typer

from sellkit.cli import speech
from sellkit.cli.register import DEFAULT_WORKSHOP, WorkshopFolder
from sellkit.cli.speech import said, told


def serve(
    workshop: WorkshopFolder = DEFAULT_WORKSHOP,
    host: Annotated[str, typer.Option(help=said("Listen on this address.", "监听地址。"))] = "127.0.0.1",
    port: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=65535,
            help=said(
                "Default: the first free from 8765; 0: any free one.", "默认从 8765 起找空闲端口；0 为任一空闲端口。"
            ),
        ),
    ] = None,
    network: Annotated[
        bool, typer.Option("--network", help=said("Let others on the network join.", "允许局域网内其他人加入。"))
    ] = False,
    case: Annotated[
        str, typer.Option(help=said("The case of a new workshop; default: the first.", "新研讨班的案例，默认第一个。"))
    ] = "",
    language: Annotated[str, typer.Option(help=said("Default: this computer's.", "默认用本机的语言。"))] = "",
    notebooks: Annotated[
        Path | None, typer.Option(help=said("Notebooks to run instead of our own.", "改用这里的笔记本。"))
    ] = None,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help=said("Open the projector page.", "打开投影页面。"))
    ] = True,
) -> None:
    from sellkit.models.text import LANGUAGES
    from sellkit.room.errors import RoomError
    from sellkit.seat import local_language
    from sellkit.training import shelf

    if language and language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise typer.BadParameter(speech.words().say("cli.no-language", known=known), param_hint="--language")
    with told():
        spoken = language or local_language()
        try:
            from sellkit.room import server
            from sellkit.room.workshop import Workshop
        except ModuleNotFoundError as error:
            raise RoomError("room-not-installed", package=error.name or "?") from None
        if case:
            shelf.case(case)
        shop = Workshop.open(workshop, case or shelf.cases()[0], spoken)
        if case and shop.case != case:
            raise RoomError("room-other-case", folder=str(workshop), case=shop.case)
        server.serve(shop, notebooks, host, port, network, open_browser, spoken, typer.echo)
