"""What may differ between two runs of one notebook, and is left out where they are compared."""

from __future__ import annotations

import json
import re
from typing import Any

from nbformat import NotebookNode

TIMES = ("start_time", "end_time", "duration", "output_path")
IN_TEXT = {
    # The file that a cell is compiled as has the number of the process in its name.
    r"ipykernel_\d+": "ipykernel_N",
    # Addresses, as in "<object at 0x7f…>".
    r"\b0x[0-9a-f]{6,}": "0xN",
    r" at [0-9a-f]{10,}\b": " at N",
}


def without_volatile(notebook: NotebookNode) -> dict[str, Any]:
    """A notebook without what differs between any two runs.

    Left out are times; identifiers of cells that papermill puts in; numbers of processes and
    addresses in texts. Of the timestamps of messages the names stay. Two pieces of one stream that
    follow each other become one, since a kernel also sends what it has after 0.2 seconds. Equal
    frames of a traceback that follow each other become one, since the depth at which Python stops
    a recursion is that of the program around it.
    """
    plain = json.loads(_without_numbers(json.dumps(notebook, ensure_ascii=False)))
    for name in TIMES:
        plain["metadata"].get("papermill", {}).pop(name, None)
    for cell in plain["cells"]:
        cell.pop("id", None)
        for name in TIMES:
            cell["metadata"].get("papermill", {}).pop(name, None)
        if "execution" in cell["metadata"]:
            cell["metadata"]["execution"] = sorted(cell["metadata"]["execution"])
        if "outputs" in cell:
            cell["outputs"] = _joined(cell["outputs"])
    return plain


def _without_numbers(text: str) -> str:
    for pattern, word in IN_TEXT.items():
        text = re.sub(pattern, word, text)
    return text


def _joined(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    joined: list[dict[str, Any]] = []
    for output in outputs:
        if output["output_type"] == "error":
            output["traceback"] = _without_repeats(output["traceback"])
        last = joined[-1] if joined else {}
        if output["output_type"] == "stream" and last.get("name") == output["name"]:
            last["text"] += output["text"]
        else:
            joined.append(output)
    return joined


def _without_repeats(frames: list[str]) -> list[str]:
    return [frame for last, frame in zip(["", *frames], frames, strict=False) if frame != last]
