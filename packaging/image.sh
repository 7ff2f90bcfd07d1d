#!/usr/bin/env bash
# Makes a folder that runs without an installed Java: the modules that the program needs, the program, and a cache of its loaded classes.
#   packaging/image.sh [FOLDER]         after ./mvnw package; JAVA_HOME is a JDK 25 or later
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-standalone/target/image}
java_home=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or later}
jar=standalone/target/gangway.jar
[ -f "$jar" ] || { echo "image.sh: $jar is missing; run ./mvnw package first" >&2; exit 1; }

rm -rf "$out"
"$java_home/bin/jlink" --add-modules java.base,java.management,java.xml,jdk.jfr,jdk.unsupported \
    --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-9 --vm server --output "$out"
command -v strip >/dev/null && find "$out" -name '*.so' -exec strip --strip-unneeded {} +
cp "$jar" "$out/lib/gangway.jar"
install -m 755 packaging/gangway "$out/bin/gangway"

# One run with a request of each common kind teaches the cache which classes a start needs.
train=$(mktemp -d)
trap 'rm -rf "$train"' EXIT
echo hello >"$train/a.txt"
"$out/bin/java" -XX:+UseSerialGC -XX:AOTCacheOutput="$out/lib/gangway.aot" -jar "$out/lib/gangway.jar" \
    serve --port 0 "$train" >"$train/.out" 2>"$train/.err" &
pid=$!
for _ in $(seq 200); do
    grep -q 'port' "$train/.out" && break
    sleep 0.1
done
port=$(grep -o 'port [0-9]*' "$train/.out" | head -1 | cut -d' ' -f2)
for path in / /a.txt '/?json' /missing; do
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'GET %s HTTP/1.0\r\n\r\n' "$path" >&3
    cat <&3 >/dev/null
    exec 3<&-
done
kill -TERM "$pid"
wait "$pid" || true
rm -f "$out/lib/gangway.aot.config"
du -sh "$out"
