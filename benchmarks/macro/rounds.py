"""Loads the subjects in turns, and takes the time their processes were running."""

import http.client
import os
import re
import ssl
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import content
import discard

COLD_SECONDS, WARM_SECONDS = 5, 1  # of load before anything is counted, for a new subject and for a new workload
TICK = os.sysconf("SC_CLK_TCK")
TURNS = """
local requests, turn = {{}}, 0
init = function()
  for number, path in ipairs({{{paths}}}) do requests[number] = wrk.format("GET", path) end
end
request = function() turn = turn % #requests + 1; return requests[turn] end
"""
LIMITED = """
local turn, last = 0, {{["Connection"] = "close"}}
request = function() turn = turn + 1; return wrk.format("GET", nil, turn % {requests} == 0 and last or nil) end
"""
HTTP10 = 'request = function() return "GET " .. wrk.path .. " HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n" end\n'


@dataclass
class Result:
    subject: object
    rates: list = field(default_factory=list)  # responses per second, by round
    cpu: list = field(default_factory=list)  # microseconds of CPU per response, by round
    user: list = field(default_factory=list)  # the part of it that is not the kernel's
    slow: list = field(default_factory=list)  # milliseconds that one response in a hundred takes longer than, by round
    errors: int = 0
    rss: int = 0  # KiB at the end

    def rate(self):
        return statistics.median(self.rates)

    def micros(self):
        return statistics.median(self.cpu)

    def own_micros(self):
        return statistics.median(self.user)

    def slowest(self):
        return statistics.median(self.slow)


def run(workload, known, tree, count, seconds, cold_seconds):
    """Returns a result for each subject that can answer the workload; the subjects go on running, warm, for the next."""
    chosen = [s for s in known.values() if workload.kind in s.kinds and s.tls == workload.tls
              and (not workload.only or s.name in workload.only)]
    cold = [s for s in chosen if not s.is_running()]
    for subject in cold:
        subject.start()
    for subject in chosen:
        try:
            check(workload, subject.wait_ready(), tree)
        except OSError as e:
            raise SystemExit(f"{subject.name}: no answer to {workload.path}: {e}") from e
    for subject in chosen:
        wrk(workload, subject, cold_seconds if subject in cold else WARM_SECONDS)
    results = [Result(subject) for subject in chosen]
    for _ in range(count):
        for result in results:
            one_round(workload, result, seconds)
    for result in results:
        result.rss = sum(resident(pid) for pid in result.subject.pids())
    return results


def check(workload, subject, tree):
    """Two answers to each path on one connection, compared with what should come."""
    if workload.tls:
        connection = http.client.HTTPSConnection("127.0.0.1", subject.port, timeout=20,
                                                 context=ssl._create_unverified_context())
    else:
        connection = http.client.HTTPConnection("127.0.0.1", subject.port, timeout=20)
    # A connection that is asked to close would be opened again for each request.
    fields = dict(line.split(": ") for line in workload.headers if not line.startswith("Connection"))
    for path in workload.paths() * 2:
        connection.request("GET", path, headers=fields)
        response = connection.getresponse()
        body = response.read()
        if response.status != 200 or not content.is_right(workload, path, body, tree):
            raise SystemExit(f"{subject.name}: wrong answer to {path}: {response.status}, {body[:200]}")
    connection.close()


def one_round(workload, result, seconds):
    subject = result.subject
    before = cpu(subject)
    requests, rate, errors, slow = wrk(workload, subject, seconds)
    user, system = (after - earlier for after, earlier in zip(cpu(subject), before))
    if requests:
        result.rates.append(rate)
        result.slow.append(slow)
        result.cpu.append((user + system) * 1e6 / requests)
        result.user.append(user * 1e6 / requests)
    result.errors += errors


def wrk(workload, subject, seconds):
    if workload.discards:
        return discard.load(subject.port, workload.path, workload.connections, seconds)
    command = ["wrk", "-t1", f"-c{workload.connections}", f"-d{max(1, round(seconds))}s", "--timeout", "10s", "--latency"]
    for header in workload.headers:
        command += ["-H", header]
    scheme = "https" if workload.tls else "http"
    url = f"{scheme}://127.0.0.1:{subject.port}{workload.path}"
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        text = script_of(workload)
        if text:
            script.write(text)
            script.flush()
            command += ["-s", script.name]
        output = subprocess.run(command + [url], capture_output=True, text=True, check=True).stdout
    requests = int(re.search(r"(\d+) requests in", output).group(1))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1))
    failed = sum(int(n) for n in re.findall(r"(?:connect|read|write|timeout) (\d+)|Non-2xx or 3xx responses: (\d+)",
                                            output) for n in n if n)
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", output).groups()
    return requests, rate, failed, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def script_of(workload):
    """What wrk runs to make requests; empty if they are all the same."""
    if workload.limited:
        return LIMITED.format(requests=workload.limited)
    if workload.http10:
        return HTTP10
    return TURNS.format(paths=", ".join(f'"{path}"' for path in workload.paths())) if workload.more else ""


def cpu(subject):
    """Seconds of CPU of a subject's processes, user and system; with their dead children's, where those do the work."""
    user = system = 0
    for pid in subject.pids():
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        user += int(fields[11]) + (int(fields[13]) if subject.cpu_of_dead else 0)
        system += int(fields[12]) + (int(fields[14]) if subject.cpu_of_dead else 0)
    return user / TICK, system / TICK


def resident(pid):
    """KiB of memory that are the process's own or shared, as `ps` shows them."""
    try:
        return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()).group(1))
    except (OSError, AttributeError):
        return 0
