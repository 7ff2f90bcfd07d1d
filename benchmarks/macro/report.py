"""Tables in Markdown."""

import platform
import subprocess
from pathlib import Path


def machine(options):
    java = subprocess.run([options.java + "/bin/java", "-version"], capture_output=True, text=True).stderr.splitlines()
    model = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), platform.machine())
    cores = Path("/proc/cpuinfo").read_text().count("processor\t")
    load = Path("/proc/loadavg").read_text().split()[0]
    return (f"{cores} cores of {model}, Linux {platform.release()}, {java[1] if len(java) > 1 else java}; "
            f"{options.rounds} rounds of {options.seconds:g} s in turns, medians; load before: {load}\n")


def table(workload, results):
    own = next((r for r in results if r.subject.name.startswith("Gangway") and r.cpu), None)
    peer = next((r for r in results if r.subject.name.startswith(("nginx", "lighttpd")) and r.cpu), None)
    lines = [f"### {workload.name}", "",
             "| subject | responses/s | CPU µs/response | of it user | lowest–highest | Gangway = 1 | nginx = 1 | p99 ms | resident MiB | errors |",
             "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"]
    for r in sorted((r for r in results if r.cpu), key=lambda r: r.micros()):
        lines.append(f"| {r.subject.name} | {r.rate():,.0f} | {r.micros():,.1f} | {r.own_micros():,.1f} | {min(r.cpu):,.1f}–{max(r.cpu):,.1f} | "
                     f"{ratio(r, own)} | {ratio(r, peer)} | {r.slowest():.1f} | {r.rss / 1024:.0f} | {r.errors} |")
    return "\n".join(lines) + "\n"


def ratio(result, unit):
    return f"{result.micros() / unit.micros():.2f}" if unit else ""


def start_table(found):
    lines = ["### Start to first byte", "", "| subject | median ms | lowest ms | CPU ms |", "|---|---:|---:|---:|"]
    for name, (median, lowest, cpu) in sorted(found.items(), key=lambda item: item[1][2]):
        lines.append(f"| {name} | {median:.0f} | {lowest:.0f} | {cpu:.0f} |")
    return "\n".join(lines) + "\n"


def idle_table(found):
    lines = ["### 5,000 idle connections, after one answer each", "",
             "| subject | MiB before | MiB after | KiB each |", "|---|---:|---:|---:|"]
    for name, (before, after, each) in found.items():
        text = f"{each:.1f}" if isinstance(each, float) else each
        lines.append(f"| {name} | {before / 1024:.0f} | {after / 1024:.0f} | {text} |")
    return "\n".join(lines) + "\n"


def memory_table(found):
    lines = ["### Memory after 1 KiB, 100 KiB and 10 MiB", "", "| subject | resident MiB |", "|---|---:|"]
    for name, resident in found.items():
        lines.append(f"| {name} | {resident / 1024:.0f} |")
    return "\n".join(lines) + "\n"
