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
# Gangway reads and writes XML, but compiles no XSLT. A package may not become empty, so its classes that begin with A stay.
xslt=/java.xml/com/sun/org/apache
"$java_home/bin/jlink" --add-modules java.base,java.management,java.xml,jdk.jfr,jdk.unsupported \
    --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-9 --vm server \
    --exclude-resources "$xslt/xalan/internal/xsltc/compiler/[B-Z]*,$xslt/bcel/internal/generic/[B-Z]*,$xslt/bcel/internal/classfile/[B-Z]*" \
    --output "$out"
command -v strip >/dev/null && find "$out" -name '*.so' -exec strip --strip-unneeded {} +
rm -f "$out"/lib/{classlist,jrt-fs.jar} "$out/lib/security/public_suffix_list.dat" # for tools and clients
install -m 755 packaging/gangway "$out/bin/gangway"

# A start takes its classes from the cache, so those of the archive may be packed.
train=$(mktemp -d)
trap 'rm -rf "$train"' EXIT
mkdir "$train/classes" "$train/site"
(cd "$train/classes" && "$java_home/bin/jar" --extract --file "$OLDPWD/$jar")
"$java_home/bin/jar" --create --file "$out/lib/gangway.jar" --manifest "$train/classes/META-INF/MANIFEST.MF" \
    -C "$train/classes" .

# One run with a request of each common kind teaches the cache which classes a start needs. The launcher's compiler uses no profiles.
echo hello >"$train/site/a.txt"
"$out/bin/java" -XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
    -XX:AOTCacheOutput="$out/lib/gangway.aot" -cp "$out/lib/gangway.jar" dev.gangway.standalone.cli.Main \
    serve --port 0 "$train/site" >"$train/.out" 2>"$train/.err" &
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
