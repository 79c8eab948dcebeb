#!/bin/sh
# Grants the rights in a file to somebody, with Kafka's own kafka-acls.sh. Granting twice changes nothing.
# Usage: apply-acls.sh BROKERS ADMIN.properties FILE.acls User:NAME
set -eu
if [ $# -ne 4 ] || [ ! -r "$2" ] || [ ! -r "$3" ]; then
  echo "apply-acls.sh: four arguments were expected: BROKERS ADMIN.properties FILE.acls User:NAME, the files readable" >&2
  exit 2
fi
grep -v '^#' "$3" | while read -r rights; do
  # Unquoted: each line is options and their values, and no name has a space in it.
  kafka-acls.sh --bootstrap-server "$1" --command-config "$2" --add --allow-principal "$4" $rights < /dev/null
done
