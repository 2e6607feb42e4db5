"""YAML as the files of a course are written: safe, and with each key once."""

from collections.abc import Hashable
from typing import Any

import yaml

MAX_BRACKETS = 5_000
"""A file with more brackets or dashes may be nested so deeply that the parser in C crashes the interpreter."""


def read_yaml(text: str) -> Any:
    """Read a text. Raises yaml.YAMLError, RecursionError, and ValueError or TypeError for a value unlike its tag."""
    is_plain = max(map(text.count, "[{-")) < MAX_BRACKETS
    return yaml.load(text, Loader=_FastLoader if is_plain else _CarefulLoader)  # noqa: S506 (safe loaders)


class _EachKeyOnce(yaml.constructor.SafeConstructor):
    """Refuses a key that stands twice: the second would silently win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 (PyYAML's signature)
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        for (key_node, _), key in zip(node.value, keys, strict=True):
            if keys.count(key) > 1:
                line = key_node.start_mark.line + 1
                msg = f"the key {key!r} in line {line} stands twice."
                raise yaml.YAMLError(msg)
        return super().construct_mapping(node, deep=deep)


class _CarefulLoader(_EachKeyOnce, yaml.SafeLoader):
    """Reads with the parser in Python, which says when a file is nested too deeply."""


class _FastLoader(_EachKeyOnce, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads with the parser in C, ten times as fast, where PyYAML comes with it."""
