#!/bin/sh
# Says what it was told. No variable is written into HTML: this is plain text.
printf 'Content-Type: text/plain; charset=utf-8\n\n'
printf 'Hello from %s\n' "$SCRIPT_NAME"
printf '%s %s, query "%s"\n' "$REQUEST_METHOD" "$SERVER_PROTOCOL" "$QUERY_STRING"
cat
