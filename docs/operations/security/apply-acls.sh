#!/bin/sh
# Grants the rights in a file to somebody, with Kafka's own kafka-acls.sh. Granting twice changes nothing.
# Usage: apply-acls.sh BROKERS ADMIN.properties FILE.acls User:WHO [PLATFORM]
# PLATFORM: for platform-own.acls, the platform's name in the platforms file.
set -eu
if [ $# -lt 4 ] || [ $# -gt 5 ] || [ ! -r "$2" ] || [ ! -r "$3" ]; then
  echo "apply-acls.sh: BROKERS ADMIN.properties FILE.acls User:WHO [PLATFORM] were expected, the files readable" >&2
  exit 2
fi
if grep -v '^#' "$3" | grep -q NAME; then
  case "${5-}" in
    '' | *[!a-z0-9-]*)
      echo "apply-acls.sh: $3 is for one platform: its name in the platforms file was expected as fifth argument" >&2
      exit 2
      ;;
  esac
fi
grep -v '^#' "$3" | sed "s/NAME/${5-}/" | while read -r rights; do
  # Unquoted: each line is options and their values, and no name has a space in it.
  kafka-acls.sh --bootstrap-server "$1" --command-config "$2" --add --allow-principal "$4" $rights < /dev/null
done
