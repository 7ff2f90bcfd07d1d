"""Measures Gangway and its peers on this machine, and prints one table in Markdown.

    python3 benchmarks/macro [--java JAVA_HOME] [--rounds 3] [--seconds 2] [--warm-up 5] [--only WORD ...]

See docs/performance.md. Needs Linux, wrk, nginx, openssl and brotli, and `mvn -Pbenchmarks -pl benchmarks -am package -DskipTests`.
"""

import argparse
import signal
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import content  # noqa: E402
import extras  # noqa: E402
import report  # noqa: E402
import rounds  # noqa: E402
import subjects  # noqa: E402
import workloads  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--java", default=subjects.default_java(), help="JAVA_HOME of the JDK to measure on")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2, help="length of one round")
    parser.add_argument("--warm-up", type=float, default=rounds.COLD_SECONDS, help="seconds of load before a subject's first round")
    parser.add_argument("--only", nargs="*", default=[], help="workloads whose name has one of these words")
    parser.add_argument("--subjects", nargs="*", default=[], help="subjects whose name has one of these words")
    parser.add_argument("--no-extras", action="store_true", help="no start-up, no memory, no idle connections")
    parser.add_argument("--goals", action="store_true", help="the rows that docs/performance.md compares with goals, with the nearest peers")
    options = parser.parse_args()

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the subjects end too
    with tempfile.TemporaryDirectory(prefix="gangway-benchmark-") as scratch:
        tree = content.make(Path(scratch))
        known = subjects.all_subjects(Path(options.java), Path(scratch), tree)
        if options.subjects:
            known = {k: v for k, v in known.items() if any(w in k for w in options.subjects)}
        if options.goals:
            known = {k: v for k, v in known.items() if k in subjects.NEAREST + subjects.STARTED_ONLY}
        print(report.machine(options))
        try:
            measure(options, known, tree)
        finally:
            stop(known)


def measure(options, known, tree):
    for workload in workloads.ALL:
        if options.only and not any(word in workload.name for word in options.only):
            continue
        if options.goals and workload.name in workloads.NO_GOAL:
            continue
        taking_part = {k: v for k, v in known.items() if not options.goals or k not in subjects.STARTED_ONLY}
        results = rounds.run(workload, taking_part, tree, options.rounds, options.seconds, options.warm_up)
        print(report.table(workload, results), flush=True)
    stop(known)
    if not options.no_extras:
        if not options.only or "start" in options.only:
            print(report.start_table(extras.start_up(known, tree)), flush=True)
        if not options.only or "memory" in options.only:
            print(report.memory_table(extras.loaded_memory(known)), flush=True)
        if (not options.only and not options.goals) or "idle" in options.only:
            print(report.idle_table(extras.idle_memory(known)), flush=True)


def stop(known):
    for subject in known.values():
        if subject.is_running():
            subject.stop()


if __name__ == "__main__":
    main()
