#!/usr/bin/env bash
# Makes a Debian package of the folder that image.sh has made, with man page, completions and a systemd unit that is not enabled.
#   packaging/deb.sh IMAGE VERSION [FILE.deb]
set -euo pipefail
image=${1:?the folder that image.sh has made}
version=${2:?a version, such as 0.1.0}
here=$(cd "$(dirname "$0")" && pwd)
architecture=$(dpkg --print-architecture)
file=${3:-gangway_${version}_${architecture}.deb}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
mkdir -p "$root"/DEBIAN "$root"/usr/{bin,lib} "$root"/usr/lib/systemd/system "$root"/usr/share/man/man1 \
    "$root"/usr/share/bash-completion/completions "$root"/usr/share/zsh/vendor-completions \
    "$root"/usr/share/fish/vendor_completions.d "$root"/usr/share/doc/gangway
cp -r "$image" "$root/usr/lib/gangway"
ln -s ../lib/gangway/bin/gangway "$root/usr/bin/gangway"
gangway() { "$image/bin/java" -jar "$image/lib/gangway.jar" "$@"; }
gangway man | gzip -9n >"$root/usr/share/man/man1/gangway.1.gz"
gangway completions bash >"$root/usr/share/bash-completion/completions/gangway"
gangway completions zsh >"$root/usr/share/zsh/vendor-completions/_gangway"
gangway completions fish >"$root/usr/share/fish/vendor_completions.d/gangway.fish"
install -m 644 "$here"/gangway.service "$here"/gangway.socket "$root/usr/lib/systemd/system/"
install -m 644 "$here/../LICENSE" "$root/usr/share/doc/gangway/copyright"
cat >"$root/DEBIAN/control" <<END
Package: gangway
Version: $version
Architecture: $architecture
Maintainer: Gangway developers <gangway@localhost>
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: libc6
Section: httpd
Priority: optional
Description: file server for people and programs
 Serves a directory as python -m http.server does, and as a file server with
 listings, compression, uploads, WebDAV, passwords and TLS. Brings its own Java.
END
dpkg-deb --root-owner-group --build "$root" "$file"
