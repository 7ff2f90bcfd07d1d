#!/usr/bin/env bash
# Makes a folder that runs without an installed Java: the modules that the program needs, the program, and an archive of its loaded classes.
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
if [ "$(uname)" = Linux ]; then
    cp packaging/gangway "$out/bin/gangway"
else
    sed '/EPollSelectorProvider/d' packaging/gangway >"$out/bin/gangway"
fi
chmod 755 "$out/bin/gangway"

# A start takes its classes from that archive, so those of the jar may be packed.
train=$(mktemp -d)
trap 'rm -rf "$train"' EXIT
mkdir "$train/classes" "$train/site"
(cd "$train/classes" && "$java_home/bin/jar" --extract --file "$OLDPWD/$jar")
"$java_home/bin/jar" --create --file "$out/lib/gangway.jar" --manifest "$train/classes/META-INF/MANIFEST.MF" \
    -C "$train/classes" .

# A run of each command line, with a request of each common kind, tells which classes a start needs.
echo hello >"$train/site/a.txt"
list_classes() {
    local list=$1 pid port path
    shift
    "$out/bin/java" -XX:+UseSerialGC -Xshare:off -XX:DumpLoadedClassList="$list" \
        -cp "$out/lib/gangway.jar" dev.gangway.standalone.cli.Main "$@" >"$train/.out" 2>"$train/.err" &
    pid=$!
    for _ in $(seq 200); do
        grep -q 'port [0-9]' "$train/.out" && break
        sleep 0.1
    done
    port=$(sed -n '/port [0-9]/{s/.*port \([0-9]*\).*/\1/p;q}' "$train/.out")
    for path in / /a.txt '/?json' /missing; do
        exec 3<>"/dev/tcp/127.0.0.1/$port"
        printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nUser-Agent: a\r\nAccept: */*\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n' "$path" >&3
        cat <&3 >/dev/null
        exec 3<&-
    done
    sleep 1 # half a second after the start the classes of the end are loaded
    kill -TERM "$pid"
    wait "$pid" || true
}
list_classes "$train/.serve" serve --port 0 "$train/site"
list_classes "$train/.plain" --bind 127.0.0.1 --directory "$train/site" 0
# Both lists number their classes. The numbers are only for classes of other loaders, which are left out.
sed -e '/^#/d' -e '/ source: /d' -e 's/ id: [0-9]*$//' "$train/.serve" "$train/.plain" | awk '!seen[$0]++' >"$train/.list"
"$out/bin/java" -XX:+UseSerialGC -XX:+AOTClassLinking -Xshare:dump -XX:SharedClassListFile="$train/.list" \
    -XX:SharedArchiveFile="$out/lib/gangway.jsa" -cp "$out/lib/gangway.jar" >"$train/.dump" 2>&1 ||
    { cat "$train/.dump" >&2; exit 1; }
du -sh "$out"
