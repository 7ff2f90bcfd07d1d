#!/usr/bin/env bash
# Rehearses a release: builds the last commit twice with a version, publishes it to a folder, and builds users' programs from there.
#   release/rehearse.sh [VERSION [FOLDER]]      default: the version of the POM without -SNAPSHOT, a new folder below /tmp
# It needs a JDK from 17 on, git and curl, and Maven Central for what others have published. It publishes nothing.
set -euo pipefail
sources=$(cd "$(dirname "$0")/.." && pwd)
snapshot=$(sed -n 's,^  <version>\(.*\)</version>$,\1,p' "$sources/pom.xml" | head -1)
version=${1:-${snapshot%-SNAPSHOT}}
work=${2:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd)
[ -z "$(ls -A "$work")" ] || { echo "rehearse.sh: $work is not empty; name a new folder" >&2; exit 1; }
repository=$work/repository
log=$work/log
served=
trap '[ -z "$served" ] || kill "$served"' EXIT

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }
fail() { say "$*"; exit 1; }
# Runs a command and keeps what it prints; shows the end of it if it fails.
quietly() {
    local name=$1
    shift
    "$@" >"$log.$name" 2>&1 </dev/null || { tail -40 "$log.$name"; fail "failed: $*  (all of it: $log.$name)"; }
}

# Twice the same sources, in two folders: the archives must be equal to the byte.
git clone -q "$sources" "$work/first"
git clone -q "$work/first" "$work/second"
for copy in first second; do
    cd "$work/$copy"
    quietly "version-$copy" ./mvnw -B -N versions:set -DnewVersion="$version" -DupdateBuildOutputTimestampPolicy=never
    say "build and publish $version to a folder ($copy time)"
    quietly "build-$copy" ./mvnw -B -DskipTests -Dspotless.check.skip -Prelease deploy \
        -DaltDeploymentRepository="rehearsal::file://$work/repository-$copy" -Daether.checksums.algorithms=SHA-512,SHA-256,SHA-1,MD5
done
mv "$work/repository-first" "$repository"
different=$(cd "$repository" && find . -type f ! -name 'maven-metadata*' | sort |
    while read -r file; do cmp -s "$file" "$work/repository-second/$file" || echo "$file"; done)
[ -z "$different" ] || fail "the second build differs in: $different"
say "both builds are equal: $(find "$repository" -type f ! -name 'maven-metadata*' | wc -l) files"

# What a public repository asks of each artifact.
for pom in "$repository"/dev/gangway/*/"$version"/*.pom; do
    base=${pom%.pom}
    for element in name description url licenses developers scm; do
        # What a POM does not say itself it inherits from the parent, which is published beside it.
        grep -q "<${element}[> ]" "$pom" "$repository/dev/gangway/gangway-parent/$version/gangway-parent-$version.pom" ||
            fail "$pom says no <$element>"
    done
    grep -q '<packaging>pom' "$pom" && continue
    for end in .jar -sources.jar -javadoc.jar -cyclonedx.json -cyclonedx.xml; do
        [ -s "$base$end" ] || fail "$base$end is missing"
        [ -s "$base$end.sha512" ] || fail "$base$end has no checksum"
    done
done
for unpublished in examples laws webapp-example benchmarks; do
    [ ! -e "$repository/dev/gangway/gangway-$unpublished" ] || fail "gangway-$unpublished is published, and must not be"
done
say "published: $(cd "$repository/dev/gangway" && echo *)"

cat >"$work/settings.xml" <<XML
<settings>
  <profiles>
    <profile>
      <id>rehearsal</id>
      <repositories>
        <repository><id>rehearsal</id><url>file://$repository</url></repository>
      </repositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>rehearsal</activeProfile></activeProfiles>
</settings>
XML
# Nothing of this machine: a local repository that is new.
maven=(-B --no-transfer-progress -s "$work/settings.xml" "-Dmaven.repo.local=$work/local")

say "build the programs of users"
cp -r "$sources/release/consumers" "$work/consumers"
cd "$work/consumers"
quietly consumers "$work/first/mvnw" "${maven[@]}" "-Dgangway.version=$version" verify
grep -E 'Tests run: .* - in |Tests run:.*Time' "$log.consumers" | sed 's/.*Tests run/  tests run/'

gangway=(java -jar "$work/first/standalone/target/gangway.jar")
# Waits for an answer of a program that starts, and compares it.
expect() {
    local url=$1 text=$2 answer=
    for _ in $(seq 120); do
        answer=$(curl -s "$url") && break
        kill -0 "$served" 2>/dev/null || break
        sleep 0.5
    done
    kill "$served"
    wait "$served" || true
    served=
    [ "$answer" = "$text" ] || fail "$url: '$answer' is not '$text'"
}
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

cat >"$work/legacy.py" <<'PY'
import json
from http.server import BaseHTTPRequestHandler, HTTPServer


class Greeter(BaseHTTPRequestHandler):
    def do_GET(self):
        data = json.dumps({"path": self.path}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


if __name__ == "__main__":
    import sys
    HTTPServer(("127.0.0.1", int(sys.argv[1])), Greeter).serve_forever()
PY
mkdir "$work/recorded"
printf 'GET /x HTTP/1.1\r\nHost: a\r\n\r\n' >"$work/recorded/0001-GET-x.request"
printf 'HTTP/1.0 200 OK\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{"path": "/x"}' >"$work/recorded/0001-GET-x.response"

projects="new-war new-jar"
quietly new-war "${gangway[@]}" new --war "$work/new-war"
quietly new-jar "${gangway[@]}" new --jar --package org.acme.hello "$work/new-jar"
if python3 -c 'import ast' 2>/dev/null; then
    projects="$projects port-war port-jar"
    for packaging in war jar; do
        quietly "port-$packaging" "${gangway[@]}" port "$work/legacy.py" --into "$work/port-$packaging" \
            --project "$packaging" --requests "$work/recorded"
    done
else
    say "no python3: gangway port is left out"
fi
for project in $projects; do
    say "build and run $project"
    cd "$work/$project"
    quietly "build-$project" ./mvnw "${maven[@]}" package
    grep -q 'Tests run: [1-9]' "$log.build-$project" || fail "$project ran no test"
    port=$(free_port)
    case $project in
        *-war) ./mvnw "${maven[@]}" -q exec:java "-Dport=$port" >"$log.run-$project" 2>&1 </dev/null & ;;
        *-jar) java -jar "$(find target -maxdepth 1 -name '*.jar' ! -name 'original-*')" "$port" >"$log.run-$project" 2>&1 </dev/null & ;;
    esac
    served=$!
    case $project in
        new-*) expect "http://127.0.0.1:$port/x" "You asked for /x" ;;
        port-*) expect "http://127.0.0.1:$port/x" '{"path": "/x"}' ;;
    esac
done
say "rehearsed: $version in $repository"
