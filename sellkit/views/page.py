"""The page: all views of a workbook in one box, which the style sheet arranges for wide and narrow screens."""

import html
from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets


class Page(ipywidgets.Box):
    """A box of views. Where no widget can be shown (a notebook file on a web page), it shows the answers as text."""

    def __init__(
        self, views: Sequence[ipywidgets.Widget], fallback: Callable[[], str], name: str = "sk-workbook"
    ) -> None:
        super().__init__(list(views))
        self.add_class(name)
        self._fallback = fallback

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, *metadata = bundle if isinstance(bundle, tuple) else (bundle,)
        text = self._fallback()
        data = {**(data or {}), "text/plain": text, "text/html": f"<pre>{html.escape(text)}</pre>"}
        return (data, *metadata) if metadata else data
