"""The measurements as Markdown: what README.md and benches/README.md show."""

import os
import pathlib
import platform
from dataclasses import dataclass

from measure import Cost
from tools import Tool


@dataclass(frozen=True)
class Row:
    """What one tool cost for so many documents."""

    tool: Tool
    documents: int
    cost: Cost


def machine() -> str:
    """Processor, cores and system."""
    cpu = platform.processor() or platform.machine()
    for line in read("/proc/cpuinfo").splitlines():
        if line.startswith("model name"):
            cpu = line.partition(":")[2].strip()
            break
    system = next((line.partition("=")[2].strip('"') for line in read("/etc/os-release").splitlines()
                   if line.startswith("PRETTY_NAME=")), platform.system())
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{cpu}, {cores} cores, {system}"


def read(path: str) -> str:
    try:
        return pathlib.Path(path).read_text()
    except OSError:
        return ""


def seconds(value: float) -> str:
    return f"{value:.1f} s" if value >= 10 else f"{value:.2f} s" if value >= 0.1 else f"{value * 1000:.0f} ms"


def print_rows(title: str, rows: list[Row]) -> None:
    """One table; the last column says how many times as long as curbcut each tool took."""
    if not rows:
        return
    print(f"\n{title}\n")
    print("| documents | tool | time | processor time | peak memory | time a document | times curbcut's |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    for row in rows:
        ours = next((other for other in rows if other.documents == row.documents and other.tool.name == "curbcut"), None)
        times = f"{row.cost.wall / ours.cost.wall:.2f}" if ours else ""
        name = f"{row.tool.name} {row.tool.version}".strip()
        print(f"| {row.documents:,} | {name} | {seconds(row.cost.wall)} | {seconds(row.cost.cpu)} | "
              f"{row.cost.megabytes:,.0f} MB | {row.cost.wall / row.documents * 1e6:,.0f} µs | {times} |")
