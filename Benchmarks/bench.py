"""Measures Passerelle beside its ceilings and peers, in one run, and prints one line a figure.

usage: bench.py PASSERELLE PASSERELLE_BENCH DATA [parse|suppliers|import|all]

DATA holds notices/*.xml and, where there are generated ones, decp-*.json, .xml and .csv. Machines are shared: figures of
speed come from the CPU time of alternating runs, ratios from the same run.
"""
import glob
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = int(os.environ.get("RUNS", "5"))


def run(command, check=(0, 1)):
    """Output, CPU seconds, wall seconds and peak memory (MB) of a command."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    code = os.waitstatus_to_exitcode(status)
    assert code in check, f"{' '.join(command)}: exit code {code}"
    return output, usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def line(label, *figures):
    print(f"{label:44}", *[f"{figure:>16}" for figure in figures], flush=True)


def parse_figures(output):
    """What passerelle-bench prints of one measure."""
    return {key: float(value) for key, value in re.findall(r"(\w+)=([0-9.]+)", output)}


def parsing(bench, data):
    folder = os.path.join(data, "notices")
    commands = {
        "libxml2 SAX2, doing nothing": [bench, "nothing", folder],
        "notices to the model, 1 thread": [bench, "notices", folder],
        "notices to the model, 2 threads": [bench, "notices", "--threads", "2", folder],
    }
    lxml = os.environ.get("LXML")
    if lxml:
        commands["lxml parse + XPath"] = lxml.split() + [folder, "parse"]
    speeds = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            output = run(command)[0]
            if output.lstrip().startswith("{"):
                figures = json.loads(output)
                speeds[name].append((figures["mb_cpu_s"], figures["mb_s"]))
            else:
                figures = parse_figures(output)
                speeds[name].append((figures["mb"] / figures["cpu"], figures["mb"] / figures["wall"]))
    cpu = {name: statistics.median(value[0] for value in values) for name, values in speeds.items()}
    wall = {name: statistics.median(value[1] for value in values) for name, values in speeds.items()}
    line("parsing notices", "MB/s of CPU", "MB/s of wall", "x nothing (CPU)")
    floor = cpu["libxml2 SAX2, doing nothing"]
    for name in commands:
        line("  " + name, f"{cpu[name]:.0f}", f"{wall[name]:.0f}", f"{cpu[name] / floor:.2f}")
    one, two = wall["notices to the model, 1 thread"], wall["notices to the model, 2 threads"]
    line("  two threads / one thread (wall)", f"{two / one:.2f}")
    if lxml:
        line("  one thread / lxml (CPU)", f"{cpu['notices to the model, 1 thread'] / cpu['lxml parse + XPath']:.2f}")
    files = sorted(glob.glob(os.path.join(data, "decp-*.*")))
    if files:
        line("parsing award data", "MB/s of CPU", "records/s of CPU", "peak MB")
    for file in files:
        results = [parse_figures(run([bench, "decp", file])[0]) for _ in range(3 if os.path.getsize(file) < 5e8 else 1)]
        best = sorted(results, key=lambda figures: figures["cpu"])[len(results) // 2]
        line("  " + os.path.basename(file), f"{best['mb'] / best['cpu']:.0f}", f"{best['records'] / best['cpu']:.0f}",
             f"{best['peak']:.0f}")


def imports(passerelle, data):
    line("imports into a workspace", "MB/s of wall", "CPU s", "peak MB", "workspace MB")
    jobs = [("notices", os.path.join(data, "notices"))]
    jobs += [("notices", folder) for folder in sorted(glob.glob(os.path.join(data, "notices-*")))]
    jobs += [("contracts", file) for file in sorted(glob.glob(os.path.join(data, "decp-*.*")))]
    for kind, path in jobs:
        files = glob.glob(os.path.join(path, "*")) if os.path.isdir(path) else [path]
        size = sum(os.path.getsize(file) for file in files) / 1e6
        with tempfile.TemporaryDirectory() as folder:
            workspace = os.path.join(folder, "w.sqlite")
            _, cpu, wall, peak = run([passerelle, "import", kind, path, "--workspace", workspace, "--progress", "none"])
            stored = os.path.getsize(workspace) / 1e6
        line(f"  {kind} {os.path.basename(path)} ({size:.0f} MB)", f"{size / wall:.0f}", f"{cpu:.1f}", f"{peak:.0f}",
             f"{stored:.0f}")


def suppliers(passerelle, data):
    """SIRENE: imported, imported again, the catalogue counted, one dossier."""
    for size in ("1m", "100k"):
        files = [os.path.join(data, f"sirene-{size}-{part}.csv") for part in ("ul", "et")]
        if os.path.exists(files[0]):
            break
    else:
        return
    line("supplier registries", "rows/s of wall", "wall s", "CPU s", "peak MB")
    with tempfile.TemporaryDirectory() as folder:
        workspace = ["--workspace", os.path.join(folder, "w.sqlite")]
        for again in ("", ", again"):
            for file in files:
                output, cpu, wall, peak = run(
                    [passerelle, "import", "suppliers", file, "--progress", "none", "--format", "json"] + workspace)
                rows = json.loads(output)["read"]
                line(f"  {os.path.basename(file)}{again}", f"{rows / wall:.0f}", f"{wall:.1f}", f"{cpu:.1f}", f"{peak:.0f}")
        for label, arguments in {
            "status, counting": ["status", "--format", "json"], "status again": ["status", "--format", "json"],
            "one dossier": ["supplier", "000000018", "--format", "json"],
        }.items():
            _, cpu, wall, peak = run([passerelle] + arguments + workspace)
            line("  " + label, "", f"{wall:.2f}", f"{cpu:.2f}", f"{peak:.0f}")


def matching(matcher, passerelle, data):
    """The ranking on one core, whole score and words alone, beside the best pipeline of the peers where there is one; then
    `match` for many lots, results written."""
    lots = os.path.join(data, "lots.jsonl")
    sizes = [size for size in ("220k", "1m") if os.path.exists(os.path.join(data, f"sup-{size}.csv"))]
    if not sizes or not os.path.exists(lots):
        return
    line("ranking, one core, top 100", "lots/s", "p50 ms", "p95 ms", "opened s", "resident MB")
    for size in sizes:
        catalogue, index = os.path.join(data, f"sup-{size}.csv"), os.path.join(data, f"match-{size}.index")
        for label, more in (("whole score", []), ("words alone", ["--criteria", "text"]), ("whole score, again", [])):
            if size == "1m":
                more = more + ["--limit", "1500"]
            output, _, _, _ = run([matcher, catalogue, index, lots] + more)
            figures = parse_figures(output)
            line(f"  {size}, {label}", f"{figures['lots_s']:.0f}", f"{figures['p50_ms']:.2f}", f"{figures['p95_ms']:.2f}",
                 f"{figures['opened']:.2f}", f"{figures['rss_mb']:.0f}")
        peer = os.environ.get("MATCH_PEER", "")
        if peer and size == "220k":
            for _ in range(2):
                output, _, _, _ = run(peer.split())
                figures = json.loads(output.strip().splitlines()[-1])
                line("  peer: bm25s, codes, place, eligibility", f"{figures['lots_cpu_s']:.0f}", f"{figures['p50_ms']:.2f}",
                     f"{figures['p95_ms']:.2f}", "", f"{figures['rss_mb']:.0f}")
    line("match, all cores, results written", "lots/s of wall", "wall s", "CPU s", "peak MB")
    with tempfile.TemporaryDirectory() as folder:
        catalogue, index = os.path.join(data, "sup-220k.csv"), os.path.join(data, "match-220k.index")
        count = sum(1 for _ in open(lots, encoding="utf-8"))
        _, cpu, wall, peak = run(
            [passerelle, "match", "--catalogue", catalogue, "--index", index, "--lots", lots, "--format", "jsonl",
             "--output", os.path.join(folder, "m.jsonl")])
        line(f"  220k, {count} lots", f"{count / wall:.0f}", f"{wall:.1f}", f"{cpu:.1f}", f"{peak:.0f}")


def samples(passerelle):
    """The main job on the project's own samples."""
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PASSERELLE_WORKSPACE"] = os.path.join(folder, "w.sqlite")
        line("the main job on the samples", "wall s", "CPU s", "peak MB")
        for label, arguments in {
            "import notices": ["import", "notices", os.path.join(root, "Tenders", "avis")],
            "import suppliers": ["import", "suppliers", os.path.join(root, "Catalog")],
            "import contracts": ["import", "contracts", os.path.join(root, "Tenders", "attributions")],
            "match --all": ["match", "--all", "--format", "jsonl", "--output", os.path.join(folder, "m.jsonl")],
            "report spaser": ["report", "spaser", "--format", "html", "--output", os.path.join(folder, "s.html")],
        }.items():
            _, cpu, wall, peak = run([passerelle] + arguments)
            line("  " + label, f"{wall:.2f}", f"{cpu:.2f}", f"{peak:.0f}")


def main():
    passerelle, bench, data = sys.argv[1:4]
    what = sys.argv[4] if len(sys.argv) > 4 else "all"
    if what in ("parse", "all"):
        parsing(bench, data)
    if what in ("suppliers", "all"):
        suppliers(passerelle, data)
    if what in ("match", "all"):
        matching(bench.replace("passerelle-bench", "passerelle-match-bench"), passerelle, data)
    if what in ("import", "all"):
        imports(passerelle, data)
        samples(passerelle)


main()
