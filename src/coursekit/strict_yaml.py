"""YAML as the files of a course are written: safe, and with each key once."""

from collections.abc import Hashable
from typing import Any

import yaml

DEEPEST = 5_000
"""A file with more brackets or dashes may be nested deeper than the parser in C stands, which takes Python with it."""


def read_yaml(text: str) -> Any:
    """Read a text. Raises yaml.YAMLError, RecursionError, and ValueError or TypeError for a value unlike its tag."""
    is_plain = max(map(text.count, "[{-")) < DEEPEST
    return yaml.load(text, Loader=_FastLoader if is_plain else _StrictLoader)  # noqa: S506 (safe loaders)


class _StrictLoader(yaml.SafeLoader):
    """Reads YAML but refuses a key that stands twice: the second would silently win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 (PyYAML's signature)
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        for (key_node, _), key in zip(node.value, keys, strict=True):
            if keys.count(key) > 1:
                line = key_node.start_mark.line + 1
                msg = f"the key {key!r} in line {line} stands twice."
                raise yaml.YAMLError(msg)
        return yaml.SafeLoader.construct_mapping(self, node, deep=deep)


class _FastLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The same, ten times as fast where PyYAML comes with its parser in C."""

    construct_mapping = _StrictLoader.construct_mapping
